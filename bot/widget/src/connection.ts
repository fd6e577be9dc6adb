/** The socket to the server: kept open, refused and reopened. Knows nothing of what is said on it. */

import { io, type Socket } from "socket.io-client";
import { forgetSession, openSession, SessionError, type Session } from "./session";

/** Ends a wait for an acknowledgement; the message is then sent again under the same id. */
const ACK_TIMEOUT_MS = 10_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
/** A socket refused this often in a row with a fresh session is not ours to open. */
const MAX_REFUSALS = 2;

export type Link = "idle" | "connecting" | "online" | "offline" | "refused";

/** What the server tells. */
export type Event = "history" | "reply" | "typing" | "owner";

export interface Listener {
  link(state: Link): void;
  /** The session names this conversation; another one than before means that the old one is over. */
  conversation(id: string): void;
  received(event: Event, body: unknown): void;
  /** The cursor after which the server should tell what we missed. */
  cursor(): string | null;
}

/** A wait that grows with each failure, with some chance in it so that not all browsers return at once. */
export function backoff(failures: number): number {
  const wait = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
  return wait * (0.75 + Math.random() / 2);
}

export class Connection {
  #socket: Socket | null = null;
  #session: Session | null = null;
  #timer = 0;
  #failures = 0;
  #refusals = 0;
  #opening = false;
  #started = false;
  /** The server has told what we missed since the socket opened. */
  #caughtUp = false;

  constructor(
    private readonly server: () => string,
    private readonly language: () => string,
    /** What the shop's own login says of the shopper, if it says anything. */
    private readonly identity: () => Promise<string | null>,
    private readonly listener: Listener,
  ) {}

  /** Connected and caught up: only then do new messages come after the ones we missed. */
  get online(): boolean {
    return this.#caughtUp && (this.#socket?.connected ?? false);
  }

  /** Open the session and the socket; harmless when that is under way. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.listener.link("connecting");
    void this.#open();
  }

  stop(): void {
    this.#started = false;
    window.clearTimeout(this.#timer);
    this.#socket?.removeAllListeners();
    this.#socket?.disconnect();
    this.#socket = null;
    this.listener.link("idle");
  }

  /** Try now instead of at the end of a wait: the network is back, or the page is looked at again. */
  wake(): void {
    if (!this.#started || this.online) return;
    this.#failures = 0;
    this.#refusals = 0;
    void this.#open();
  }

  /** Hand in what the shop's login says now. */
  signIn(): void {
    if (this.#started) this.renew();
  }

  /** The server no longer takes the token: get another and connect with it. */
  renew(): void {
    this.#socket?.disconnect();
    void this.#open();
  }

  /**
   * Send and wait for the acknowledgement.
   *
   * @throws Error not connected, or no acknowledgement in time
   */
  async request(event: "message" | "tap", body: object): Promise<unknown> {
    if (!this.#socket || !this.online) throw new Error("not connected");
    return this.#socket.timeout(ACK_TIMEOUT_MS).emitWithAck(event, body);
  }

  /** Tell, if connected, how far this browser has received. */
  seen(id: string): void {
    if (this.online) this.#socket?.emit("seen", { id });
  }

  async #open(): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    window.clearTimeout(this.#timer);
    try {
      this.#session = await openSession(this.server(), this.language(), await this.identity());
    } catch (error) {
      this.#later(error instanceof SessionError ? error.retryAfter : null);
      return;
    } finally {
      this.#opening = false;
    }
    if (!this.#started) return;
    this.listener.conversation(this.#session.conversation);
    this.#socket ??= this.#makeSocket();
    this.#socket.connect();
  }

  #makeSocket(): Socket {
    const socket = io(this.server(), {
      path: "/chat/socket.io",
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      autoConnect: false,
      forceNew: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      auth: (send) => send({ token: this.#session?.token, after: this.listener.cursor() }),
    });
    socket.on("disconnect", () => {
      this.#caughtUp = false;
      // What had not left yet is in our own outbox; the socket must not send it a second time.
      socket.sendBuffer.length = 0;
      if (this.#started) this.listener.link("offline");
      if (!socket.active) this.#later(null);
    });
    socket.on("connect_error", (error) => {
      if (socket.active) {
        this.listener.link("offline");
      } else {
        this.#refused(error.message);
      }
    });
    socket.on("history", (body: unknown) => {
      this.#failures = 0;
      this.#refusals = 0;
      this.#caughtUp = true;
      this.listener.received("history", body);
      this.listener.link("online");
    });
    for (const event of ["reply", "typing", "owner"] as const) {
      socket.on(event, (body: unknown) => this.listener.received(event, body));
    }
    return socket;
  }

  #refused(why: string): void {
    this.#refusals += 1;
    if (why === "forbidden") forgetSession();
    if ((why === "expired" || why === "forbidden") && this.#refusals <= MAX_REFUSALS) {
      void this.#open();
    } else if (why === "forbidden") {
      this.listener.link("refused");
    } else {
      this.#later(null);
    }
  }

  #later(wait: number | null): void {
    if (!this.#started) return;
    this.listener.link("offline");
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#open(), wait ?? backoff(this.#failures));
    this.#failures += 1;
  }
}
