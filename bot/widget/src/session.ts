/** The signed session: which conversation this browser may speak in. */

import { keep, recall } from "./storage";

const TOKEN = "token";
/** How long to wait for the server before trying again, in milliseconds. */
const TIMEOUT_MS = 15_000;

export interface Session {
  token: string;
  /** The conversation the token names. */
  conversation: string;
}

/** The server gave no session; `retryAfter` is what it asked us to wait, in milliseconds. */
export class SessionError extends Error {
  constructor(readonly retryAfter: number | null) {
    super("no session");
  }
}

/** Whether this browser has talked before. */
export function hasSession(): boolean {
  return recall("local", TOKEN) !== null;
}

export function forgetSession(): void {
  keep("local", TOKEN, null);
}

/**
 * The conversation a token names, without judging its signature: that is the server's work.
 * A token we cannot read is a conversation of its own.
 */
function conversationOf(token: string): string {
  try {
    const part = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const claims: unknown = JSON.parse(atob(part));
    return String((claims as { sub?: unknown }).sub ?? token);
  } catch {
    return token;
  }
}

async function ask(server: string, language: string, identity: string | null): Promise<Session> {
  const stop = new AbortController();
  const timer = window.setTimeout(() => stop.abort(), TIMEOUT_MS);
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`${server}/chat/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      credentials: "omit",
      body: JSON.stringify({ token: recall("local", TOKEN), language, ...(identity && { identity }) }),
      signal: stop.signal,
    });
    body = response.ok ? await response.json() : null;
  } catch {
    throw new SessionError(null);
  } finally {
    window.clearTimeout(timer);
  }
  const { token, identity: answer } = (body ?? {}) as { token?: unknown; identity?: unknown };
  // For whoever builds the shop's page: the chat works without, but asks for number and e-mail.
  if (answer === "refused" || answer === "expired") console.warn(`wismo-chat: the shop's login was ${answer}`);
  if (typeof token !== "string" || token === "") {
    const seconds = Number(response.headers.get("retry-after"));
    throw new SessionError(seconds > 0 ? seconds * 1000 : null);
  }
  keep("local", TOKEN, token);
  return { token, conversation: conversationOf(token) };
}

/**
 * Renew this browser's session, or begin one. Tabs take turns, so that two of them opened at once
 * end up in one conversation.
 *
 * @throws SessionError the server cannot be reached or gives no session
 */
export async function openSession(
  server: string,
  language: string,
  identity: string | null,
): Promise<Session> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return ask(server, language, identity);
  return locks.request("wismo:session", () => ask(server, language, identity));
}
