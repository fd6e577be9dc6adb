/** Defines `<wismo-chat>`, and puts one on the page where the shop added nothing but this script. */

import { WismoChat } from "./chat";

const script = document.currentScript as HTMLScriptElement | null;

WismoChat.home = script?.src ? new URL(script.src).origin : location.origin;
if (!customElements.get("wismo-chat")) customElements.define("wismo-chat", WismoChat);

function place(): void {
  if (!document.querySelector("wismo-chat")) document.body.append(document.createElement("wismo-chat"));
}

// A shop that adds the element later, by its own script, says so with `data-manual`.
if (script && !("manual" in script.dataset)) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
  else place();
}

declare global {
  interface HTMLElementTagNameMap {
    "wismo-chat": WismoChat;
  }
}
