import { html, nothing, type TemplateResult } from "lit";
import * as icons from "../icons";
import type { Card, Step } from "../protocol";
import type { Strings } from "../strings";

const STEP_WORDS = { done: "stepDone", current: "stepCurrent", todo: "stepTodo" } as const;

export interface CardActions {
  /** The number that was copied last, to say so on its button. */
  copied: string | null;
  copy(text: string): void;
}

function progress(card: Card, strings: Strings): TemplateResult | typeof nothing {
  if (!card.progress.length) return nothing;
  const step = (entry: Step): TemplateResult => html`
    <li class="step ${entry.state}" aria-current=${entry.state === "current" ? "step" : nothing}>
      <span class="dot">${entry.state === "done" ? icons.check : nothing}</span>
      <span class="label">${entry.label}<span class="unseen">, ${strings.text(STEP_WORDS[entry.state])}</span></span>
      ${entry.at ? html`<span class="at">${entry.at}</span>` : nothing}
    </li>
  `;
  return html`<ol class="steps" aria-label=${strings.text("progress")}>${card.progress.map(step)}</ol>`;
}

/** So many of the newest updates are shown before the shopper asks for all. */
const NEWEST = 3;

function showAll(event: Event): void {
  const button = event.currentTarget as HTMLElement;
  const list = button.parentElement?.querySelector("ol");
  list?.querySelectorAll<HTMLElement>("[hidden]").forEach((update) => (update.hidden = false));
  list?.setAttribute("tabindex", "-1");
  list?.focus();
  button.remove();
}

function updates(card: Card, strings: Strings): TemplateResult | typeof nothing {
  if (!card.timeline.length) return nothing;
  const count = card.timeline.length;
  return html`
    <details class="updates">
      <summary>${icons.chevron}<span>${strings.plural("updates", card.timeline.length)}</span></summary>
      <ol>
        ${card.timeline.map(
          (scan, index) => html`
            <li ?hidden=${index >= NEWEST}>
              <span class="label">${scan.label}</span>
              <span class="at">${[scan.at, scan.place].filter(Boolean).join(" · ")}</span>
            </li>
          `,
        )}
      </ol>
      ${count > NEWEST
        ? html`<button type="button" class="all" @click=${showAll}>${strings.text("showAll", { count })}</button>`
        : nothing}
    </details>
  `;
}

function carrier(card: Card, strings: Strings, actions: CardActions): TemplateResult | typeof nothing {
  const number = card.trackingNumber;
  if (!card.carrier && !number) return nothing;
  const copied = number !== null && actions.copied === number;
  return html`
    <dl class="carrier">
      ${card.carrier
        ? html`<div><dt>${strings.text("carrier")}</dt><dd>${card.carrier}</dd></div>`
        : nothing}
      ${number
        ? html`<div>
            <dt>${strings.text("trackingNumber")}</dt>
            <dd><bdi class="number" translate="no">${number}</bdi></dd>
          </div>`
        : nothing}
    </dl>
    ${number && "clipboard" in navigator
      ? html`<button
          type="button"
          class="copy ${copied ? "copied" : ""}"
          aria-label=${strings.text(copied ? "copied" : "copy")}
          title=${strings.text(copied ? "copied" : "copy")}
          @click=${() => actions.copy(number)}
        >
          ${copied ? icons.check : icons.copy}
        </button>`
      : nothing}
  `;
}

/** One parcel: what it is doing, what is next, what the shopper must do, and the way it came. */
export function parcelCard(card: Card, strings: Strings, actions: CardActions): TemplateResult {
  const since = [card.when, card.place].filter(Boolean).join(" · ");
  return html`
    <article class="card" aria-label=${card.title || card.status}>
      <div class="now">
        ${card.title ? html`<p class="title">${card.title}</p>` : nothing}
        <p class="status">${card.status}</p>
        ${since ? html`<p class="since">${since}</p>` : nothing}
      </div>
      ${card.eta
        ? html`<div class="fact eta">
            ${icons.calendar}
            <p><span class="value">${card.eta}</span></p>
          </div>`
        : nothing}
      ${card.action
        ? html`<div class="fact action">
            ${icons.hand}
            <p><span class="term">${strings.text("action")}</span> <span class="value">${card.action}</span></p>
          </div>`
        : nothing}
      ${progress(card, strings)}
      <div class="foot">${carrier(card, strings, actions)}</div>
      ${updates(card, strings)}
    </article>
  `;
}
