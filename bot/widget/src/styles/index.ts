import type { CSSResult } from "lit";
import { card } from "./card";
import { messages } from "./messages";
import { panel } from "./panel";
import { tokens } from "./tokens";

export const styles: CSSResult[] = [tokens, panel, messages, card];
