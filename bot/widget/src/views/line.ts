import { html, nothing, type TemplateResult } from "lit";
import type { Line } from "../conversation";
import { lengthOf, MAX_TEXT, type Button, type Refusal } from "../protocol";
import type { Strings } from "../strings";
import { parcelCard, type CardActions } from "./card";
import { messageText } from "./text";

/** Messages of one author this close together are one group, with one time below. */
const GROUP_MS = 5 * 60_000;

export interface LineActions extends CardActions {
  tap(button: Button): void;
  retry(key: string): void;
}

/** Where a line stands among its neighbours. */
export interface Place {
  newDay: boolean;
  groupStart: boolean;
  groupEnd: boolean;
  /** The last line of its minute: further up the same time would only be repeated. */
  timed: boolean;
}

function together(one: Line | undefined, other: Line | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.author === other.author &&
    one.at.toDateString() === other.at.toDateString() &&
    Math.abs(other.at.getTime() - one.at.getTime()) < GROUP_MS
  );
}

function sameMinute(one: Line | undefined, other: Line | undefined): boolean {
  return Math.floor(Number(one?.at) / 60_000) === Math.floor(Number(other?.at) / 60_000);
}

export function placeOf(lines: readonly Line[], index: number): Place {
  const [before, line, after] = [lines[index - 1], lines[index], lines[index + 1]];
  return {
    newDay: before?.at.toDateString() !== line?.at.toDateString(),
    groupStart: !together(before, line),
    groupEnd: !together(line, after),
    timed: !together(line, after) && !sameMinute(line, after),
  };
}

function refusal(why: Refusal, text: string, strings: Strings): string {
  if (why === "rate") return strings.text("errorRate");
  if (why === "too_long") return strings.text("errorTooLong", { count: lengthOf(text), max: MAX_TEXT });
  return strings.text(why === "empty" ? "errorEmpty" : "unavailable");
}

function failure(line: Line, strings: Strings, actions: LineActions): TemplateResult | typeof nothing {
  if (line.delivery === "sent" || line.delivery === "sending") return nothing;
  return html`
    <p class="failed">
      ${strings.text("notSent")} ${refusal(line.delivery, line.text, strings)}
      ${line.delivery === "rate"
        ? html`<button type="button" class="retry" @click=${() => actions.retry(line.key)}>
            ${strings.text("retry")}
          </button>`
        : nothing}
    </p>
  `;
}

/** What stands below a line: that it is on its way, or when it was said. */
function below(line: Line, place: Place, strings: Strings): string {
  if (line.delivery === "sending") return strings.text("sending");
  return place.timed && line.delivery === "sent" && line.author !== "system" ? strings.time(line.at) : "";
}

function replies(line: Line, strings: Strings, actions: LineActions): TemplateResult | typeof nothing {
  if (!line.buttons.length) return nothing;
  const used = line.chosen !== null;
  return html`
    <div class="replies" role="group" aria-label=${strings.text("repliesLabel")}>
      ${line.buttons.map(
        (button) => html`<button
          type="button"
          class="reply ${button.title === line.chosen ? "chosen" : ""}"
          dir="auto"
          ?disabled=${used}
          @click=${() => actions.tap(button)}
        >
          ${button.title}
        </button>`,
      )}
    </div>
  `;
}

/**
 * One message with all that hangs on it, as one element: a screen reader announces it whole. Its time changes as
 * text in an element that stays, which the log does not announce.
 */
export function lineView(
  line: Line,
  place: Place,
  strings: Strings,
  actions: LineActions,
): TemplateResult {
  const author = line.name ?? strings.text(line.author === "shopper" ? "you" : line.author);
  const named = line.author === "person" && place.groupStart;
  return html`
    <div class="line ${line.author} ${place.groupStart ? "first" : ""}">
      <p class=${named ? "author" : "unseen"}>${strings.text("said", { author })}</p>
      ${line.text
        ? html`<div class="bubble">${messageText(line.text, line.author !== "shopper")}</div>`
        : nothing}
      ${line.card ? parcelCard(line.card, strings, actions) : nothing} ${replies(line, strings, actions)}
      ${failure(line, strings, actions)}
      <p class="meta ${line.delivery}">${below(line, place, strings)}</p>
    </div>
  `;
}
