/** Keeps the current answer in view, unless the shopper has scrolled away to read. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

/** This close to the end counts as being there, in CSS pixels. */
const NEAR = 48;
/** Room left above an answer that is taller than the view. */
const MARGIN = 12;

export class Scroll implements ReactiveController {
  /** The end is out of view. */
  away = false;
  /** We decide what is in view; not so once the shopper has scrolled up. */
  #ours = true;
  /** Where we left off: any other position is the shopper's doing. */
  #placed = 0;
  #box: HTMLElement | null = null;
  #answer: HTMLElement | null = null;
  readonly #resized = new ResizeObserver(() => {
    // The panel has opened, or the phone's keyboard came or went.
    if (this.#ours) this.#place();
    this.#look();
  });

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#box = null;
  }

  /** The element that scrolls. */
  attach(box: HTMLElement): void {
    if (box === this.#box) return;
    this.#resized.disconnect();
    this.#box = box;
    this.#resized.observe(box);
    box.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  /** Show the end, now and from now on. */
  toEnd(): void {
    this.#ours = true;
    this.#answer = null;
    this.#place();
    this.#look();
  }

  /** Something was added; `answer` is the first line of the answer that it belongs to. */
  grown(answer: HTMLElement | null): void {
    this.#answer = answer;
    if (this.#ours) this.#place();
    this.#look();
  }

  /** To the end, or as far as the answer's beginning stays in view: it is read from there. */
  #place(): void {
    const box = this.#box;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    if (this.#answer?.isConnected) {
      const above = box.getBoundingClientRect().top - this.#answer.getBoundingClientRect().top + MARGIN;
      if (above > 0) box.scrollTop -= above;
    }
    this.#placed = box.scrollTop;
  }

  #scrolled(): void {
    const box = this.#box;
    if (!box?.clientHeight) return;
    this.#look();
    if (Math.abs(box.scrollTop - this.#placed) > 2) this.#ours = !this.away;
  }

  #look(): void {
    const box = this.#box;
    if (!box) return;
    const away = box.clientHeight > 0 && box.scrollHeight - box.scrollTop - box.clientHeight > NEAR;
    if (this.away !== away) {
      this.away = away;
      this.host.requestUpdate();
    }
  }
}
