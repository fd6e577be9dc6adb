import { css } from "lit";

/** The launcher, and the panel around the conversation. */
export const panel = css`
  .launcher {
    position: fixed;
    z-index: var(--wismo-layer, 2147483000);
    inset-block-end: max(var(--_edge), env(safe-area-inset-bottom));
    inset-inline-end: var(--_edge);
    display: grid;
    place-items: center;
    inline-size: 60px;
    block-size: 60px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow: var(--_shadow);
    transition: transform 160ms ease;
  }

  .launcher:hover {
    transform: translateY(-2px);
  }

  .launcher:focus-visible {
    outline: 3px solid var(--_ink);
    outline-offset: 3px;
  }

  .launcher svg {
    inline-size: 29px;
    block-size: 29px;
  }

  .badge {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: -3px;
    min-inline-size: 22px;
    block-size: 22px;
    padding-inline: 6px;
    border: 2px solid var(--_surface);
    border-radius: 11px;
    background: #b3261e;
    color: #fff;
    font-size: 12px;
    font-weight: 700;
    line-height: 18px;
    text-align: center;
  }

  .panel {
    position: fixed;
    z-index: var(--wismo-layer, 2147483000);
    inset: auto;
    inset-block-end: max(var(--_edge), env(safe-area-inset-bottom));
    inset-inline-end: var(--_edge);
    inline-size: min(25.5em, calc(100vw - 2 * var(--_edge)));
    block-size: min(46em, calc(100vh - 2 * var(--_edge)));
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .panel[open] {
    display: flex;
    flex-direction: column;
    animation: rise 200ms cubic-bezier(0.2, 0.7, 0.3, 1);
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }

  .header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-block: 14px;
    padding-inline: 20px 10px;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .names {
    flex: 1;
    min-inline-size: 0;
  }

  .header h2 {
    font: 600 1.2em / 1.25 var(--_heading-font);
    overflow-wrap: anywhere;
  }

  .header p {
    margin-block-start: 1px;
    font-size: 0.87em;
    opacity: 0.88;
  }

  .header :focus-visible {
    outline-color: currentColor;
  }

  .header h2:focus-visible {
    outline: none;
  }

  .tool {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
  }

  .tool + .tool {
    margin-inline-start: -10px;
  }

  .tool:hover {
    background: color-mix(in srgb, currentColor 14%, transparent);
  }

  .tool:focus-visible {
    outline-offset: -4px;
  }

  .owner {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 20px;
    border-block-end: 1px solid var(--_line);
    font-size: 0.9em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .owner:empty {
    display: none;
  }

  .owner svg {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    color: var(--_ink);
  }

  .privacy {
    padding-block: 0 10px;
    padding-inline: 20px;
    color: var(--_muted);
    font-size: 0.8em;
    text-align: center;
  }

  .privacy a {
    color: inherit;
  }

  .notice {
    padding: 9px 20px;
    background: var(--_warn);
    color: var(--_on-warn);
    font-size: 0.9em;
  }

  .notice:not(.offline, .unavailable, .refused, .connecting) {
    padding: 0;
  }

  .notice.connecting {
    background: var(--_raised);
    color: var(--_muted);
  }

  .latest {
    align-self: center;
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    margin-block: -50px 10px;
    padding: 0;
    z-index: 1;
    border: 1px solid var(--_line);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 3px 14px #0003;
  }

  .composer {
    padding: 10px 12px max(12px, env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }

  .length:not(:empty) {
    padding: 0 8px 6px;
    color: var(--_muted);
    font-size: 0.87em;
  }

  .length.over {
    color: var(--_error);
    font-weight: 600;
  }

  .field {
    display: flex;
    align-items: flex-end;
    gap: 4px;
    padding: 3px;
    border: 1px solid var(--_control);
    border-radius: 26px;
    background: var(--_surface);
  }

  .field:focus-within {
    border-color: var(--_ink);
    box-shadow: 0 0 0 1px var(--_ink);
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    max-block-size: 9em;
    margin: 0;
    padding-block: calc((44px - 1.4em) / 2);
    padding-inline: 15px 4px;
    border: 0;
    background: transparent;
    resize: none;
    field-sizing: content;
    overflow-y: auto;
    line-height: 1.4;
  }

  /* The field's border shows the focus. */
  textarea:focus-visible {
    outline: 2px solid transparent;
  }

  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .send {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .send svg:dir(rtl) {
    transform: scaleX(-1);
  }

  @media (max-width: 30rem), (max-height: 27rem) {
    .panel {
      inset: 0;
      inline-size: 100vw;
      block-size: 100vh;
      block-size: var(--_seen-height, 100dvh);
      border: 0;
      border-radius: 0;
    }

    .header {
      padding-block-start: max(12px, env(safe-area-inset-top));
    }

    /* Below 16 px iOS zooms in on the field. */
    textarea {
      font-size: max(16px, 1em);
    }
  }
`;
