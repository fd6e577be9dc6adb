/** What the shopper said and the server has not acknowledged yet: sent in order, once each, across reloads. */

import { backoff } from "./connection";
import { readAck, type Refusal } from "./protocol";
import { keep, recall } from "./storage";

const PENDING = "pending";

export interface Pending {
  /** Made here; the server takes a message once under one id, however often we send it. */
  id: string;
  text: string;
  /** The button's token, when this is a tap. */
  token: string | null;
  at: number;
  /** Why it was not taken. Without it the message is on its way, or waits for the network. */
  refusal: Refusal | null;
}

export interface Courier {
  readonly online: boolean;
  request(event: "message" | "tap", body: object): Promise<unknown>;
  renew(): void;
}

function uuid(): string {
  // randomUUID is missing on pages without TLS.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function restore(): Pending[] {
  try {
    const kept: unknown = JSON.parse(recall("session", PENDING) ?? "[]");
    return Array.isArray(kept) ? (kept as Pending[]) : [];
  } catch {
    return [];
  }
}

export class Outbox {
  #pending = restore();
  #running = false;
  #failures = 0;
  /** Ends the wait before the next try. */
  #resume: () => void = () => undefined;

  constructor(
    private readonly courier: Courier,
    private readonly accepted: (pending: Pending, item: string) => void,
    private readonly changed: () => void,
  ) {}

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** The server is reachable but cannot take messages just now; we keep trying. */
  get struggling(): boolean {
    return this.#failures > 0;
  }

  add(text: string, token: string | null): void {
    this.#set([...this.#pending, { id: uuid(), text, token, at: Date.now(), refusal: null }]);
    void this.flush();
  }

  /** Send a refused message again. */
  retry(id: string): void {
    this.#replace(id, { refusal: null });
    void this.flush();
  }

  /** The server has this message, whoever told us. */
  settle(id: string): void {
    if (this.#pending.some((entry) => entry.id === id)) {
      this.#set(this.#pending.filter((entry) => entry.id !== id));
    }
  }

  /** Send what waits, one at a time, for as long as we are online. */
  async flush(): Promise<void> {
    if (this.#running) {
      this.#resume();
      return;
    }
    this.#running = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        await this.#send(next);
      }
    } finally {
      this.#running = false;
    }
  }

  #next(): Pending | undefined {
    return this.courier.online ? this.#pending.find((entry) => entry.refusal === null) : undefined;
  }

  async #send(entry: Pending): Promise<void> {
    const { id, text, token } = entry;
    let answer: unknown;
    try {
      answer = await (token === null
        ? this.courier.request("message", { id, text })
        : this.courier.request("tap", { id, token }));
    } catch {
      await this.#pause();
      return;
    }
    const ack = readAck(answer);
    if (ack.ok) {
      this.#failures = 0;
      if (this.#pending.includes(entry)) this.accepted(entry, ack.item);
      this.settle(id);
    } else if (ack.error === "expired") {
      this.courier.renew();
    } else if (ack.error === "unavailable") {
      await this.#pause();
    } else {
      this.#failures = 0;
      this.#replace(id, { refusal: ack.error });
    }
  }

  async #pause(): Promise<void> {
    // Offline, the connection's own waits rule, and its return flushes again.
    if (!this.courier.online) return;
    const wait = backoff(this.#failures);
    this.#failures += 1;
    this.changed();
    await new Promise<void>((done) => {
      const timer = window.setTimeout(done, wait);
      this.#resume = () => {
        window.clearTimeout(timer);
        done();
      };
    });
  }

  #replace(id: string, change: Partial<Pending>): void {
    this.#set(this.#pending.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
  }

  #set(pending: Pending[]): void {
    this.#pending = pending;
    keep("session", PENDING, pending.length ? JSON.stringify(pending) : null);
    this.changed();
  }
}
