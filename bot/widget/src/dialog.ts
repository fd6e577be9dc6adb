/** The panel as a dialog: beside the page, or over all of it on a phone; and where the focus goes. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

/** On a screen this small the panel covers it all, as the style sheet has it. */
const PHONE = "(max-width: 30rem), (max-height: 27rem)";

export class Dialog implements ReactiveController {
  /** What had the focus on the page when the panel opened. */
  #opener: Element | null = null;
  readonly #phone = window.matchMedia(PHONE);
  readonly #coarse = window.matchMedia("(pointer: coarse)");

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#phone.addEventListener("change", this.#reshape);
    window.visualViewport?.addEventListener("resize", this.#fit);
  }

  hostDisconnected(): void {
    this.#phone.removeEventListener("change", this.#reshape);
    window.visualViewport?.removeEventListener("resize", this.#fit);
  }

  /** The panel covers the page. */
  get covering(): boolean {
    return this.#phone.matches;
  }

  /** The panel will open: remember where the focus is to return to. */
  leavePage(): void {
    this.#opener = document.activeElement;
  }

  /** Show it without touching the focus. */
  showQuietly(): void {
    this.#element.setAttribute("open", "");
  }

  show(): void {
    if (this.#phone.matches) this.#element.showModal();
    else this.#element.show();
    this.#fit();
    this.focusInside();
  }

  hide(): void {
    const opener = this.#opener;
    this.#element.close();
    const elsewhere = opener !== this.host && opener !== document.body && opener?.isConnected;
    if (elsewhere && opener instanceof HTMLElement) opener.focus();
    else this.#find(".launcher").focus();
    this.#opener = null;
  }

  get visible(): boolean {
    return this.#element.open;
  }

  /** To the field; on touch screens to the heading, so that no keyboard jumps up over the answer. */
  focusInside(): void {
    this.#find(this.#coarse.matches ? "#heading" : "textarea").focus();
  }

  get #element(): HTMLDialogElement {
    return this.#find("dialog");
  }

  #find<T extends HTMLElement>(selector: string): T {
    return this.host.shadowRoot?.querySelector<T>(selector) as T;
  }

  /** Between modal and not, as the screen's size changes. */
  readonly #reshape = (): void => {
    if (!this.visible) return;
    const focused = this.host.shadowRoot?.activeElement;
    this.#element.close();
    this.show();
    if (focused instanceof HTMLElement) focused.focus();
  };

  /** A phone's keyboard shrinks what can be seen, but not what the style sheet calls the viewport. */
  readonly #fit = (): void => {
    const seen = window.visualViewport;
    const style = this.#element.style;
    if (seen && seen.scale === 1 && this.covering) style.setProperty("--_seen-height", `${seen.height}px`);
    else style.removeProperty("--_seen-height");
  };
}
