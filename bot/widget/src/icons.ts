/** Small drawings, one stroke wide, in the colour of the text beside them. */

import { svg, type SVGTemplateResult } from "lit";

function stroked(shapes: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shapes}</svg>`;
}

/** A parcel in a speech bubble. */
export const chat = stroked(svg`
  <path d="M12 3.6c-5 0-9 3.5-9 7.9 0 1.9.8 3.7 2.1 5.1L4 20.6l4.6-1.7c1 .3 2.2.5 3.4.5 5 0 9-3.5 9-7.9s-4-7.9-9-7.9Z"/>
  <path d="M8.2 8.4h7.6v6.2H8.2zM12 8.4v2.7"/>`);

export const close = stroked(svg`<path d="m6.5 6.5 11 11m0-11-11 11"/>`);

export const send = stroked(svg`<path d="M5 12h13m-5.5-5.5L18 12l-5.5 5.5"/>`);

export const down = stroked(svg`<path d="M12 5.5v13m-5-5 5 5 5-5"/>`);

export const check = stroked(svg`<path d="m5.5 12.5 4.2 4.2 8.8-9.4"/>`);

export const calendar = stroked(svg`
  <rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10.2h16M8.5 3.5v4m7-4v4"/>`);

export const hand = stroked(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5v5.2m0 3.4v.1"/>`);

export const copy = stroked(svg`
  <rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2.5"/>
  <path d="M15.5 8.5V6.4A2.4 2.4 0 0 0 13.1 4H6.4A2.4 2.4 0 0 0 4 6.4v6.7a2.4 2.4 0 0 0 2.4 2.4h2.1"/>`);

export const chevron = stroked(svg`<path d="m9 6 6 6-6 6"/>`);

/** An arrow into a tray. */
export const save = stroked(svg`<path d="M12 4.5v10m-4.5-4.5 4.5 4.5 4.5-4.5M5 18.5h14"/>`);

export const person = stroked(svg`<circle cx="12" cy="8.5" r="3.5"/><path d="M5 19.5c.7-3.6 3.5-5.5 7-5.5s6.3 1.9 7 5.5"/>`);
