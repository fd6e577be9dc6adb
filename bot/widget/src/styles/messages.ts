import { css } from "lit";

/** The conversation: bubbles, days, quick replies, what happened to a message. */
export const messages = css`
  .log {
    flex: 1;
    min-block-size: 0;
    padding: 4px 16px 16px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_line) transparent;
  }

  .log:focus-visible {
    outline-offset: -3px;
  }

  .day {
    margin-block: 16px 12px;
    color: var(--_muted);
    font-size: 0.84em;
    text-align: center;
  }

  .line {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    margin-block-start: 4px;
  }

  .line.first {
    margin-block-start: 12px;
  }

  .line:has(.card) + .line:not(.first) {
    margin-block-start: 10px;
  }

  .day + .line {
    margin-block-start: 0;
  }

  .line.shopper {
    align-items: flex-end;
  }

  .line.system {
    align-items: center;
  }

  .bubble {
    max-inline-size: 86%;
    padding: 9px 14px;
    border: 1px solid transparent;
    border-radius: 18px;
    background: var(--_raised);
  }

  .line.bot .bubble,
  .line.person .bubble {
    border-end-start-radius: 5px;
  }

  .line.shopper .bubble {
    border-end-end-radius: 5px;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .line.system .bubble {
    max-inline-size: 100%;
    padding: 4px 12px;
    background: none;
    color: var(--_muted);
    font-size: 0.9em;
    text-align: center;
  }

  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .bubble a {
    color: var(--_ink);
    text-underline-offset: 2px;
  }

  .author {
    margin-block-end: 3px;
    margin-inline: 14px 0;
    color: var(--_muted);
    font-size: 0.84em;
    font-weight: 600;
  }

  .meta {
    margin-block-start: 4px;
    padding-inline: 6px;
    color: var(--_muted);
    font-size: 0.8em;
  }

  .meta:empty {
    display: none;
  }

  /* Most messages are there before anyone wonders. */
  .meta.sending {
    animation: appear 1ms 900ms backwards;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .failed {
    max-inline-size: 86%;
    margin-block-start: 4px;
    padding-inline: 6px;
    color: var(--_error);
    font-size: 0.87em;
    text-align: end;
  }

  .retry {
    min-block-size: 28px;
    padding: 2px 4px;
    border: 0;
    background: none;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .replies {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 10px;
  }

  .reply {
    min-block-size: 40px;
    max-inline-size: 100%;
    padding: 7px 15px;
    border: 1px solid var(--_ink);
    border-radius: 20px;
    background: var(--_surface);
    color: var(--_ink);
    font-weight: 550;
    line-height: 1.3;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .reply:hover:enabled {
    background: var(--_tint);
  }

  .reply:disabled {
    border-color: var(--_line);
    color: var(--_muted);
  }

  .reply.chosen:disabled {
    border-color: var(--_control);
    background: var(--_tint);
    color: var(--_text);
  }

  .welcome {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    padding-block: 22px 6px;
  }

  .hint {
    margin-block-start: 8px;
    color: var(--_muted);
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    margin-block-end: 14px;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_ink);
  }

  .mark svg {
    inline-size: 26px;
    block-size: 26px;
  }

  .welcome .replies {
    margin-block-start: 16px;
  }

  .typing {
    display: flex;
    gap: 5px;
    inline-size: fit-content;
    margin-block-start: 12px;
    padding: 14px 15px;
    border-radius: 18px;
    border-end-start-radius: 5px;
    background: var(--_raised);
  }

  .typing i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_muted);
    animation: breathe 1.2s infinite ease-in-out;
  }

  .typing i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .typing i:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }

    30% {
      opacity: 1;
      transform: translateY(-2px);
    }
  }
`;
