import { html, nothing, type TemplateResult } from "lit";
import * as icons from "../icons";
import { lengthOf, MAX_TEXT } from "../protocol";
import type { Strings } from "../strings";

/** From this length on the shopper sees how much room is left. */
const COUNT_FROM = MAX_TEXT - 200;

export interface ComposerActions {
  edited(text: string): void;
  submit(): void;
}

/** Where the shopper writes: Enter sends, Shift and Enter begins a line. */
export function composer(draft: string, strings: Strings, actions: ComposerActions): TemplateResult {
  const count = lengthOf(draft);
  const tooLong = count > MAX_TEXT;
  const values = { count, max: MAX_TEXT };
  const keydown = (event: KeyboardEvent): void => {
    // While an input method composes a character, Enter belongs to it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    actions.submit();
  };
  return html`
    <form
      class="composer"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        actions.submit();
      }}
    >
      <p id="length" class="length ${tooLong ? "over" : ""}" role="status">
        ${tooLong
          ? strings.text("errorTooLong", values)
          : count >= COUNT_FROM
            ? strings.text("count", values)
            : nothing}
      </p>
      <div class="field">
        <textarea
          rows="1"
          dir="auto"
          autocomplete="off"
          enterkeyhint="send"
          aria-label=${strings.text("compose")}
          aria-describedby="length"
          aria-invalid=${tooLong ? "true" : nothing}
          placeholder=${strings.text("placeholder")}
          .value=${draft}
          @input=${(event: InputEvent) => actions.edited((event.target as HTMLTextAreaElement).value)}
          @keydown=${keydown}
        ></textarea>
        <button type="submit" class="send" aria-label=${strings.text("send")} title=${strings.text("send")}>
          ${icons.send}
        </button>
      </div>
    </form>
  `;
}
