/** What travels between the chat and its server, checked on arrival. */

/** Longest message the server takes, in code points. */
export const MAX_TEXT = 2000;

export type Author = "shopper" | "bot" | "person" | "system";

export interface Button {
  title: string;
  /** What the server issued for this button; opaque to us. */
  token: string;
}

export type StepState = "done" | "current" | "todo";

export interface Step {
  label: string;
  state: StepState;
  at: string | null;
}

export interface Scan {
  at: string;
  place: string;
  label: string;
}

/** One parcel, in the shopper's language: every string is ready to show. */
export interface Card {
  title: string;
  carrier: string;
  trackingNumber: string | null;
  status: string;
  when: string;
  place: string;
  progress: Step[];
  /** Newest first. */
  timeline: Scan[];
  eta: string | null;
  action: string | null;
}

export interface Item {
  /** The server's cursor. */
  id: string;
  author: Author;
  /** Of a person: the first name. */
  name: string | null;
  text: string;
  buttons: Button[];
  card: Card | null;
  at: Date;
  /** The id under which a shopper's own chat sent it. */
  clientId: string | null;
}

/** Why the server did not take a message. */
export type Refusal = "rate" | "too_long" | "empty" | "unavailable" | "expired";

export type Ack = { ok: true; item: string } | { ok: false; error: Refusal };

type Fields = Record<string, unknown>;

const AUTHORS: readonly string[] = ["shopper", "bot", "person", "system"];
const STATES: readonly string[] = ["done", "current", "todo"];
const REFUSALS: readonly string[] = ["rate", "too_long", "empty", "unavailable", "expired"];

function fields(value: unknown): Fields | null {
  return typeof value === "object" && value !== null ? (value as Fields) : null;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function list<T>(value: unknown, read: (entry: Fields) => T | null): T[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    const known = fields(entry);
    const made = known && read(known);
    return made ? [made] : [];
  });
}

function readButton(entry: Fields): Button | null {
  const title = textOrNull(entry["title"]);
  const token = textOrNull(entry["token"]);
  return title && token ? { title, token } : null;
}

function readStep(entry: Fields): Step | null {
  const label = textOrNull(entry["label"]);
  const state = text(entry["state"]);
  if (!label || !STATES.includes(state)) return null;
  return { label, state: state as StepState, at: textOrNull(entry["at"]) };
}

function readScan(entry: Fields): Scan | null {
  const label = textOrNull(entry["label"]);
  return label ? { label, at: text(entry["at"]), place: text(entry["place"]) } : null;
}

function readCard(value: unknown): Card | null {
  const card = fields(value);
  const status = card && textOrNull(card["status"]);
  if (!card || !status) return null;
  return {
    title: text(card["title"]),
    carrier: text(card["carrier"]),
    trackingNumber: textOrNull(card["tracking_number"]),
    status,
    when: text(card["when"]),
    place: text(card["place"]),
    progress: list(card["progress"], readStep),
    timeline: list(card["timeline"], readScan),
    eta: textOrNull(card["eta"]),
    action: textOrNull(card["action"]),
  };
}

/** An item as the server sent it, or null if it makes no sense: one odd item must not break the chat. */
export function readItem(value: unknown): Item | null {
  const item = fields(value);
  const id = item && textOrNull(item["id"]);
  if (!item || !id) return null;
  const author = text(item["author"]);
  const at = new Date(text(item["at"]));
  return {
    id,
    author: AUTHORS.includes(author) ? (author as Author) : "bot",
    name: textOrNull(item["name"]),
    text: text(item["text"]),
    buttons: list(item["buttons"], readButton),
    card: readCard(item["card"]),
    at: Number.isNaN(at.getTime()) ? new Date() : at,
    clientId: textOrNull(item["client_id"]),
  };
}

/** An acknowledgement; anything we cannot read counts as a server that is not well. */
export function readAck(value: unknown): Ack {
  const ack = fields(value);
  if (ack?.["ok"] === true) return { ok: true, item: text(ack["item"]) };
  const error = text(ack?.["error"]);
  return { ok: false, error: REFUSALS.includes(error) ? (error as Refusal) : "unavailable" };
}

/** The length of a text as the server counts it. */
export function lengthOf(value: string): number {
  return [...value].length;
}
