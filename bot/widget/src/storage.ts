/** The browser's storage, or this page's memory where the browser refuses it. */

export type Area = "local" | "session";

const memory = new Map<string, string>();

function name(key: string): string {
  return `wismo:${key}`;
}

function areaOf(area: Area): Storage {
  return area === "local" ? window.localStorage : window.sessionStorage;
}

/** What was kept under a key, or null. */
export function recall(area: Area, key: string): string | null {
  try {
    return areaOf(area).getItem(name(key)) ?? memory.get(name(key)) ?? null;
  } catch {
    return memory.get(name(key)) ?? null;
  }
}

/** Keep a value; null forgets it. */
export function keep(area: Area, key: string, value: string | null): void {
  if (value === null) memory.delete(name(key));
  else memory.set(name(key), value);
  try {
    if (value === null) areaOf(area).removeItem(name(key));
    else areaOf(area).setItem(name(key), value);
  } catch {
    // Private windows, blocked cookies or a full quota: the memory above lasts as long as the page.
  }
}

/** Call back when another tab of this browser changes a key. */
export function watch(key: string, changed: () => void): () => void {
  const listener = (event: StorageEvent): void => {
    if (event.key === name(key)) {
      memory.delete(name(key));
      changed();
    }
  };
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}
