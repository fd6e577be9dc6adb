import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Conversation, Line } from "../conversation";
import * as icons from "../icons";
import type { Strings } from "../strings";
import { lineView, placeOf, type LineActions } from "./line";

export interface LogActions extends LineActions {
  start(text: string): void;
}

function welcome(strings: Strings, actions: LogActions): TemplateResult {
  return html`
    <div class="welcome">
      <span class="mark">${icons.chat}</span>
      <p class="text">${strings.text("welcome")}</p>
      <p class="text hint">${strings.text("welcomeHint")}</p>
      <div class="replies" role="group" aria-label=${strings.text("startersLabel")}>
        ${strings.starters.map(
          (starter) => html`<button type="button" class="reply" @click=${() => actions.start(starter)}>
            ${starter}
          </button>`,
        )}
      </div>
    </div>
  `;
}

function restarted(strings: Strings): TemplateResult {
  return html`
    <div class="line system first">
      <div class="bubble"><p class="text">${strings.text("expired")}</p></div>
    </div>
  `;
}

/** The conversation as a live region: what is added is announced, one whole message at a time. */
export function log(
  conversation: Conversation,
  lines: readonly Line[],
  strings: Strings,
  actions: LogActions,
): TemplateResult {
  const now = new Date();
  const line = (entry: Line, index: number): TemplateResult => {
    const place = placeOf(lines, index);
    const day = place.newDay ? html`<p class="day">${strings.day(entry.at, now)}</p>` : nothing;
    return html`${day}${lineView(entry, place, strings, actions)}`;
  };
  return html`
    <div
      class="log"
      role="log"
      tabindex="0"
      aria-label=${strings.text("log")}
      aria-live=${conversation.loaded ? "polite" : "off"}
      aria-relevant="additions"
      aria-atomic="false"
    >
      ${conversation.restarted ? restarted(strings) : nothing} ${lines.length ? nothing : welcome(strings, actions)}
      ${repeat(lines, (entry) => entry.key, line)}
      ${conversation.typing ? html`<div class="typing" aria-hidden="true"><i></i><i></i><i></i></div>` : nothing}
    </div>
  `;
}
