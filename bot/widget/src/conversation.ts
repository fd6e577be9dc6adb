/** What was said, on this browser and on the server, as one list; the state behind the view. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { Connection, type Event, type Link } from "./connection";
import { Outbox, type Pending } from "./outbox";
import { readItem, type Button, type Card, type Item, type Refusal } from "./protocol";
import { hasSession } from "./session";
import { keep, recall, watch } from "./storage";

const READ = "read";
/** A lost "typing ended" must not leave the dots dancing. */
const TYPING_LIMIT_MS = 60_000;
/** Reconnecting faster than this is nobody's concern. */
const GRACE_MS = 1_500;

/** A line of the conversation as shown. */
export interface Line {
  /** Stays the same when a message of ours comes back from the server, so that its element does too. */
  key: string;
  author: Item["author"];
  name: string | null;
  text: string;
  buttons: Button[];
  card: Card | null;
  at: Date;
  delivery: "sent" | "sending" | Refusal;
  /** The button of this line that was chosen, as its title; null while they can be used. */
  chosen: string | null;
}

export type Trouble = "connecting" | "offline" | "unavailable" | "refused";

function lineOfItem(item: Item): Line {
  const { author, name, text, buttons, card, at } = item;
  const key = item.clientId ?? item.id;
  return { key, author, name, text, buttons, card, at, delivery: "sent", chosen: null };
}

function lineOfPending(entry: Pending): Line {
  return {
    key: entry.id,
    author: "shopper",
    name: null,
    text: entry.text,
    buttons: [],
    card: null,
    at: new Date(entry.at),
    delivery: entry.refusal ?? "sending",
    chosen: null,
  };
}

/** Buttons are used up once the shopper says, by tap or by hand, what one of them says. */
function markChosen(lines: Line[]): Line[] {
  const said = new Set<string>();
  for (const line of [...lines].reverse()) {
    line.chosen = line.buttons.find((button) => said.has(button.title))?.title ?? null;
    if (line.author === "shopper") said.add(line.text);
  }
  return lines;
}

export class Conversation implements ReactiveController {
  /** The history has arrived: what comes now is new and worth announcing. */
  loaded = false;
  typing = false;
  /** The former conversation has expired and this one began in its place. */
  restarted = false;
  /** A person of the support team has the conversation: the first name, or "" where it is not told. */
  person: string | null = null;
  #items: Item[] = [];
  /** The last item the server told us of. Not one it merely acknowledged: answers before that may be missing. */
  #cursor: string | null = null;
  #link: Link = "idle";
  #overdue = false;
  #id: string | null = null;
  #graceTimer = 0;
  #typingTimer = 0;
  #unwatch: () => void = () => undefined;
  readonly #connection: Connection;
  readonly #outbox: Outbox;

  constructor(
    private readonly host: ReactiveControllerHost,
    server: () => string,
    language: () => string,
    identity: () => Promise<string | null>,
  ) {
    this.#connection = new Connection(server, language, identity, {
      link: (state) => this.#linked(state),
      conversation: (id) => this.#identified(id),
      received: (event, body) => this.#received(event, body),
      cursor: () => this.#cursor,
    });
    this.#outbox = new Outbox(
      this.#connection,
      (entry, item) => this.#accepted(entry, item),
      () => host.requestUpdate(),
    );
    host.addController(this);
  }

  hostConnected(): void {
    this.#unwatch = watch(READ, () => this.host.requestUpdate());
    window.addEventListener("online", this.#wake);
    document.addEventListener("visibilitychange", this.#wake);
    // A shopper who has talked before may have an answer waiting; others cost the server nothing.
    if (hasSession()) this.begin();
  }

  hostDisconnected(): void {
    this.#unwatch();
    window.removeEventListener("online", this.#wake);
    document.removeEventListener("visibilitychange", this.#wake);
    window.clearTimeout(this.#graceTimer);
    window.clearTimeout(this.#typingTimer);
    this.#connection.stop();
  }

  /** Connect, if that has not happened yet. */
  begin(): void {
    this.#connection.start();
  }

  /** Another shopper is logged in on the shop's page, or the same one with a fresh token. */
  signIn(): void {
    this.#connection.signIn();
  }

  say(text: string): void {
    this.begin();
    this.#outbox.add(text, null);
  }

  tap(button: Button): void {
    this.#outbox.add(button.title, button.token);
  }

  retry(key: string): void {
    this.#outbox.retry(key);
  }

  get lines(): Line[] {
    return markChosen([...this.#items.map(lineOfItem), ...this.#outbox.pending.map(lineOfPending)]);
  }

  /** How many answers this browser's shopper has not seen. */
  get unread(): number {
    const read = this.#items.findIndex((item) => item.id === recall("local", READ));
    return this.#items.slice(read + 1).filter((item) => item.author !== "shopper").length;
  }

  markRead(): void {
    const last = this.#items.at(-1);
    if (last && recall("local", READ) !== last.id) {
      keep("local", READ, last.id);
      this.host.requestUpdate();
    }
  }

  /** What keeps messages from getting through, once it has lasted long enough to mention. */
  get trouble(): Trouble | null {
    if (this.#link === "refused") return "refused";
    if (this.#link === "online") return this.#outbox.struggling ? "unavailable" : null;
    if (this.#link === "idle" || !this.#overdue) return null;
    return this.#link;
  }

  readonly #wake = (): void => {
    if (!document.hidden) this.#connection.wake();
  };

  #linked(state: Link): void {
    this.#link = state;
    if (state === "online") {
      window.clearTimeout(this.#graceTimer);
      this.#graceTimer = 0;
      this.#overdue = false;
      void this.#outbox.flush();
    } else {
      this.#setTyping(false);
      this.#graceTimer ||= window.setTimeout(() => {
        this.#overdue = true;
        this.host.requestUpdate();
      }, GRACE_MS);
    }
    this.host.requestUpdate();
  }

  #identified(id: string): void {
    if (this.#id !== null && this.#id !== id) {
      this.#items = [];
      this.#cursor = null;
      this.loaded = false;
      this.restarted = true;
    }
    this.#id = id;
  }

  #received(event: Event, body: unknown): void {
    if (event === "owner") {
      const owner = body as { person?: unknown; name?: unknown } | null;
      this.person = owner?.person === true ? (typeof owner.name === "string" ? owner.name : "") : null;
      this.host.requestUpdate();
      return;
    }
    if (event === "typing") {
      this.#setTyping((body as { on?: unknown } | null)?.on === true);
      return;
    }
    if (event === "history") {
      const items = (body as { items?: unknown } | null)?.items;
      if (Array.isArray(items)) items.forEach((item) => this.#merge(item));
      this.#settleLater();
    } else {
      this.#setTyping(false);
      this.#merge(body);
    }
    const newest = this.#items.filter((item) => item.author !== "shopper").at(-1);
    if (newest) this.#connection.seen(newest.id);
    this.host.requestUpdate();
  }

  /** What the history holds is shown before it counts as loaded: it must not be read out. */
  #settleLater(): void {
    if (this.loaded) return;
    void this.host.updateComplete.then(() =>
      window.setTimeout(() => {
        this.loaded = true;
        this.host.requestUpdate();
      }, 100),
    );
  }

  #merge(body: unknown): void {
    const item = readItem(body);
    if (!item) return;
    this.#cursor = item.id;
    const known = this.#items.findIndex(
      (other) => other.id === item.id || (item.clientId !== null && other.clientId === item.clientId),
    );
    if (known >= 0) this.#items[known] = item;
    else this.#items.push(item);
    if (item.clientId) this.#outbox.settle(item.clientId);
  }

  #accepted(entry: Pending, id: string): void {
    const known = this.#items.some((item) => item.clientId === entry.id || item.id === id);
    if (known) return;
    this.#items.push({
      id,
      author: "shopper",
      name: null,
      text: entry.text,
      buttons: [],
      card: null,
      at: new Date(entry.at),
      clientId: entry.id,
    });
  }

  #setTyping(on: boolean): void {
    window.clearTimeout(this.#typingTimer);
    if (on) this.#typingTimer = window.setTimeout(() => this.#setTyping(false), TYPING_LIMIT_MS);
    if (this.typing !== on) {
      this.typing = on;
      this.host.requestUpdate();
    }
  }
}
