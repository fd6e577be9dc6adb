import { css } from "lit";

/** For a dark page. A shop's own dark colours have names of their own, so that one set never breaks the other. */
const dark = css`
  color-scheme: dark;
  --_accent: var(--wismo-dark-accent, var(--wismo-accent, #17494d));
  --_on-accent: var(--wismo-dark-on-accent, var(--wismo-on-accent, #fff));
  --_ink: var(--wismo-dark-accent-text, color-mix(in oklab, var(--_accent) 42%, #fff));
  --_surface: var(--wismo-dark-surface, #161c1c);
  --_raised: var(--wismo-dark-raised, #222a2a);
  --_text: var(--wismo-dark-text, #e9eeec);
  --_muted: var(--wismo-dark-muted, #a3aeab);
  --_line: var(--wismo-dark-line, #323c3b);
  --_control: #7d8986;
  --_tint: color-mix(in oklab, var(--_accent) 34%, var(--_surface));
  --_warn: #3a2c12;
  --_on-warn: #f5dcae;
  --_error: #ff9d8f;
  --_shadow: 0 1px 2px #0006, 0 18px 50px #000a;
`;

/**
 * What a shop may set, each with its default, and the names used inside.
 * `--wismo-accent` fills, with `--wismo-on-accent` written on it; `--wismo-accent-text` writes on the surface.
 */
export const tokens = css`
  :host {
    color-scheme: light;
    --_accent: var(--wismo-accent, #17494d);
    --_on-accent: var(--wismo-on-accent, #fff);
    --_ink: var(--wismo-accent-text, var(--_accent));
    --_surface: var(--wismo-surface, #fff);
    --_raised: var(--wismo-raised, #f1f4f3);
    --_text: var(--wismo-text, #18211f);
    --_muted: var(--wismo-muted, #59645f);
    --_line: var(--wismo-line, #dde3e0);
    --_control: #7b8782;
    --_tint: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
    --_warn: #fdf1d8;
    --_on-warn: #5b3d05;
    --_error: #b3261e;
    --_shadow: 0 1px 2px #0b1f1c14, 0 18px 50px #0b1f1c33;
    --_radius: var(--wismo-radius, 18px);
    --_font: var(--wismo-font, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
    --_heading-font: var(--wismo-heading-font, var(--_font));
    --_edge: var(--wismo-edge, 24px);

    /* Follows the reader's own text size, whatever the page has done to rem. */
    font: 400 var(--wismo-font-size, max(15px, 0.9375rem)) / 1.45 var(--_font);
    color: var(--_text);
    -webkit-text-size-adjust: 100%;
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) {
      ${dark}
    }
  }

  :host([theme="dark"]) {
    ${dark}
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  p,
  h2,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  ol {
    list-style: none;
  }

  button,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  button {
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  button:disabled {
    cursor: default;
  }

  svg {
    display: block;
    inline-size: 1.45em;
    block-size: 1.45em;
    flex: none;
  }

  [hidden] {
    display: none !important;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 1ms !important;
    }
  }
`;
