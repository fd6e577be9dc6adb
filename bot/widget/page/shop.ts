/** The demo shop's page: its French, its prices, the orders to try, and its ways into the chat. */

import type { WismoChat } from "../src/chat";
import english from "./en.json";
import french from "./fr.json";

const LANGUAGE = "maison-lumen:language";

interface DemoOrder {
  number: string;
  email: string;
  situation: Record<string, string>;
}

type Texts = Record<string, string>;

/** English is what the page itself says; only what is made here has its words in a file. */
const texts: Record<string, Texts> = { en: { ...english, title: document.title }, fr: french };

let orders: DemoOrder[] = [];

function all(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}

function say(key: string, values: Record<string, string> = {}): string {
  const pattern = texts[document.documentElement.lang]?.[key] ?? "";
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function chat(): WismoChat | null {
  return document.querySelector("wismo-chat");
}

function drawOrders(): void {
  const section = document.querySelector<HTMLElement>("[data-orders]");
  const list = section?.querySelector("ul");
  if (!section || !list) return;
  section.hidden = orders.length === 0;
  list.replaceChildren(
    ...orders.map(({ number, email, situation }) => {
      const values = { number, email };
      const row = document.createElement("li");
      const name = document.createElement("p");
      const story = document.createElement("p");
      const address = document.createElement("span");
      const button = document.createElement("button");
      name.className = "order-number";
      name.textContent = say("order", values);
      story.textContent = situation[document.documentElement.lang] ?? situation["en"] ?? "";
      address.className = "order-email";
      address.textContent = email;
      button.type = "button";
      button.textContent = say("tryOrder");
      button.setAttribute("aria-label", say("tryOrderLabel", values));
      button.addEventListener("click", () => chat()?.ask(say("tryOrderText", values)));
      name.append(" ", address);
      row.append(name, story, button);
      return row;
    }),
  );
}

function speak(language: string): void {
  const chosen = texts[language];
  if (!chosen) return;
  document.documentElement.lang = language;
  document.title = chosen["title"] ?? document.title;
  for (const element of all("[data-text]")) {
    const key = element.dataset["text"] ?? "";
    (texts["en"] as Texts)[key] ??= element.textContent;
    element.textContent = chosen[key] ?? element.textContent;
  }
  for (const element of all("[data-label]")) {
    const key = element.dataset["label"] ?? "";
    (texts["en"] as Texts)[key] ??= element.getAttribute("aria-label") ?? "";
    element.setAttribute("aria-label", chosen[key] ?? "");
  }
  const money = new Intl.NumberFormat(language, { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
  for (const element of all("[data-price]")) {
    element.textContent = money.format(Number(element.dataset["price"]));
  }
  for (const button of all("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset["language"] === language));
  }
  drawOrders();
}

function remembered(): string | null {
  try {
    return localStorage.getItem(LANGUAGE);
  } catch {
    return null;
  }
}

function remember(language: string): void {
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
}

/** The server's list, if it has one: outside the demo profile it hasn't. */
async function loadOrders(): Promise<void> {
  try {
    const response = await fetch("/demo/orders");
    const found: unknown = response.ok ? await response.json() : [];
    orders = Array.isArray(found) ? (found as DemoOrder[]) : [];
  } catch {
    orders = [];
  }
  drawOrders();
}

for (const button of all("[data-language]")) {
  button.addEventListener("click", () => {
    const language = button.dataset["language"] ?? "en";
    remember(language);
    speak(language);
  });
}
for (const button of all("[data-open]")) button.addEventListener("click", () => chat()?.open());
for (const button of all("[data-ask]")) {
  button.addEventListener("click", () => chat()?.ask(button.textContent));
}

speak(new URLSearchParams(location.search).get("lang") ?? remembered() ?? "en");
void loadOrders();
