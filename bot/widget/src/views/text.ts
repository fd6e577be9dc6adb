import { html, nothing, type TemplateResult } from "lit";
import { pieces, type Piece } from "../links";

// No white space inside these templates: the style keeps it.
function link({ text, href }: Piece): TemplateResult | string {
  if (href === null) return text;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer" aria-describedby="new-tab">${text}</a>`;
}

/**
 * A message's text: only ever text; addresses in it become links when they come from the shop's side.
 * The page that shows it says in an element `new-tab` where they lead.
 */
export function messageText(text: string, linked: boolean): TemplateResult | typeof nothing {
  if (!text) return nothing;
  if (!linked) return html`<p class="text" dir="auto">${text}</p>`;
  return html`<p class="text" dir="auto">${pieces(text).map(link)}</p>`;
}
