import { css } from "lit";

/** The parcel card. */
export const card = css`
  .card {
    inline-size: 100%;
    margin-block-start: 6px;
    border: 1px solid var(--_line);
    border-radius: 16px;
    background: var(--_surface);
    overflow: hidden;
  }

  .now {
    padding: 14px 16px 12px;
  }

  .title {
    color: var(--_muted);
    font-size: 0.84em;
  }

  .status {
    margin-block-start: 2px;
    font: 600 1.3em / 1.25 var(--_heading-font);
    overflow-wrap: anywhere;
  }

  .since {
    margin-block-start: 2px;
    color: var(--_muted);
    font-size: 0.92em;
    overflow-wrap: anywhere;
  }

  .fact {
    display: flex;
    gap: 10px;
    margin: 0 12px 8px;
    padding: 9px 12px;
    border-radius: 11px;
    background: var(--_tint);
  }

  .fact svg {
    margin-block-start: 0.05em;
    color: var(--_ink);
  }

  .fact p {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .fact .term {
    display: block;
    font-size: 0.84em;
  }

  .fact .value {
    display: block;
    font-weight: 600;
  }

  .fact.action {
    background: var(--_warn);
    color: var(--_on-warn);
  }

  .fact.action svg {
    color: inherit;
  }

  .fact.action .value {
    font-weight: 500;
  }

  .steps {
    padding: 8px 16px 12px;
  }

  .step {
    position: relative;
    display: flex;
    align-items: baseline;
    gap: 10px;
    padding-block: 4px;
    font-size: 0.94em;
  }

  .dot {
    position: relative;
    flex: none;
    align-self: flex-start;
    display: grid;
    place-items: center;
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 0.12em;
    border: 2px solid var(--_ink);
    border-radius: 50%;
    background: var(--_ink);
    color: var(--_surface);
    z-index: 1;
  }

  .dot svg {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 3;
  }

  /* The line from each dot to the next. */
  .step:not(:last-child)::after {
    content: "";
    position: absolute;
    inset-block: calc(4px + 0.12em + 9px) calc(-4px - 0.12em - 9px);
    inset-inline-start: 8px;
    inline-size: 2px;
    background: var(--_ink);
  }

  .step:has(+ .todo):not(:last-child)::after {
    background: var(--_line);
  }

  .step.todo .dot {
    border-color: var(--_control);
    background: var(--_surface);
  }

  .step.todo {
    color: var(--_muted);
  }

  .step.current {
    font-weight: 600;
  }

  .step.current .dot {
    box-shadow: 0 0 0 4px var(--_tint);
  }

  .step.current .dot::before {
    content: "";
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--_surface);
  }

  .title,
  .since {
    word-spacing: 0.06em;
  }

  .since::first-letter,
  .fact .value::first-letter,
  .card .at::first-letter {
    text-transform: uppercase;
  }

  .step .label {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .step .at {
    flex: none;
    max-inline-size: 50%;
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .foot {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    padding-block: 10px;
    padding-inline: 16px 8px;
    border-block-start: 1px solid var(--_line);
  }

  .foot:not(:has(*)) {
    display: none;
  }

  .carrier {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    min-inline-size: 0;
  }

  .carrier dt {
    color: var(--_muted);
    font-size: 0.8em;
  }

  .carrier dd {
    overflow-wrap: anywhere;
    font-size: 0.94em;
  }

  .number {
    font-variant-numeric: tabular-nums;
  }

  .copy {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_ink);
  }

  .copy:hover {
    background: var(--_tint);
  }

  .updates {
    border-block-start: 1px solid var(--_line);
  }

  .updates summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    padding-block: 8px;
    padding-inline: 12px 16px;
    color: var(--_ink);
    font-size: 0.94em;
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  .updates summary::-webkit-details-marker {
    display: none;
  }

  .updates summary:focus-visible {
    outline-offset: -3px;
    border-radius: 14px;
  }

  .updates summary svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    transition: transform 160ms ease;
  }

  .updates summary svg:dir(rtl) {
    transform: scaleX(-1);
  }

  .updates[open] summary svg {
    transform: rotate(90deg);
  }

  .updates ol {
    padding-block: 0 14px;
    padding-inline: 18px 16px;
  }

  .updates li {
    padding-block: 7px;
    font-size: 0.94em;
  }

  .updates li + li {
    border-block-start: 1px solid var(--_line);
  }

  .updates .all {
    min-block-size: 44px;
    margin-block-end: 6px;
    padding-inline: 18px;
    border: 0;
    background: transparent;
    color: var(--_ink);
    font-size: 0.94em;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .updates .label,
  .updates .at {
    display: block;
    overflow-wrap: anywhere;
  }

  .updates .at {
    color: var(--_muted);
    font-size: 0.92em;
  }
`;
