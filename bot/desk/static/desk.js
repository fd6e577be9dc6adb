// The desk's own few lines: keys, live updates, the token that every change carries. htmx does the rest.
(() => {
  "use strict";
  const body = document.body;
  const KEYS_OFF = "wismo-desk-keys-off";
  /** How long changes are gathered, in ms, and how far open desks are spread so that they don't ask at once. */
  const GATHER = 300;
  const SPREAD = 500;
  /** A list is asked for at most so often, in ms. */
  const EVERY = 2000;

  // --- Every change carries the token ---------------------------------------------------------------
  body.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-CSRF-Token"] = body.dataset.csrf ?? "";
    // What keeps itself fresh keeps nobody signed in.
    if (event.detail.triggeringEvent?.detail?.live) event.detail.headers["X-Desk-Live"] = "1";
  });

  // --- Live updates ---------------------------------------------------------------------------------
  const live = document.querySelector(".live");

  function show(on) {
    if (!live || live.dataset.live === (on ? "on" : "off")) return;
    live.dataset.live = on ? "on" : "off";
    const text = document.createElement("span");
    text.textContent = on ? live.dataset.liveOn : live.dataset.liveOff;
    live.replaceChildren(text);
  }

  const due = new Map();
  const last = new Map();

  /** Somebody is choosing or typing in a part that would be replaced. */
  function busy(name) {
    const at = document.activeElement;
    return name === "queue" && Boolean(at?.closest?.("#queue")) && at.matches("select, input, textarea");
  }

  function tell(name) {
    due.delete(name);
    if (document.hidden || busy(name)) {
      due.set(name, setTimeout(() => tell(name), EVERY));
      return;
    }
    last.set(name, Date.now());
    body.dispatchEvent(new CustomEvent(`desk:${name}`, { detail: { live: true } }));
  }

  /** Gathers what comes in a burst into one `desk:<name>` event on the body. */
  function changed(name) {
    if (due.has(name)) return;
    const rest = Math.max(0, (last.get(name) ?? 0) + EVERY - Date.now());
    const wait = name === "queue" ? rest + GATHER + Math.random() * SPREAD : 0;
    due.set(name, setTimeout(() => tell(name), wait));
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    for (const [name, timer] of due) {
      clearTimeout(timer);
      tell(name);
    }
  });

  function listen() {
    const address = new URL(body.dataset.events, location.href);
    const source = new EventSource(address);
    let before = false;
    source.addEventListener("hello", () => {
      show(true);
      // After a gap nobody knows what was missed.
      if (before) for (const name of ["queue", "conversation"]) changed(name);
      before = true;
    });
    source.addEventListener("queue", () => changed("queue"));
    for (const id of address.searchParams.getAll("conversation")) {
      source.addEventListener(`conversation:${id}`, () => changed("conversation"));
    }
    source.addEventListener("error", () => {
      // A stream ends now and then and comes back by itself; only what stays away is worth a word.
      setTimeout(() => source.readyState !== EventSource.OPEN && show(false), 4000);
      if (source.readyState === EventSource.CLOSED) setTimeout(signedOut, 1000);
    });
    addEventListener("pagehide", () => source.close());
    addEventListener("pageshow", (event) => event.persisted && location.reload());
  }

  /** The server refuses the stream: signed out, or it is away for longer. */
  async function signedOut() {
    try {
      const answer = await fetch(body.dataset.signIn, { credentials: "omit", redirect: "manual" });
      if (answer.ok) location.reload();
    } catch {
      setTimeout(signedOut, 5000);
    }
  }

  if (body.dataset.events) listen();

  // --- The list keeps its place when it is made anew ------------------------------------------------
  let place = null;
  body.addEventListener("htmx:beforeSwap", (event) => {
    const at = document.activeElement;
    place = event.detail.target?.contains(at) ? { id: at.id, index: rows().indexOf(at) } : null;
  });
  body.addEventListener("htmx:afterSettle", () => {
    if (!place || document.activeElement !== body) return;
    const same = place.id && document.getElementById(place.id);
    (same || rows()[Math.min(place.index, rows().length - 1)])?.focus({ preventScroll: Boolean(same) });
    place = null;
  });

  // --- Keys -----------------------------------------------------------------------------------------
  const rows = () => [...document.querySelectorAll("[data-row]")];

  function move(by) {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
    all[to].focus();
    all[to].scrollIntoView({ block: "nearest" });
  }

  const keysOn = () => {
    try {
      return localStorage.getItem(KEYS_OFF) !== "1";
    } catch {
      return true;
    }
  };
  function find() {
    const field = document.getElementById("search");
    field?.focus();
    field?.select();
  }

  const open = (name) => document.getElementById(name)?.showModal?.();
  let chord = 0;

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const menu = document.querySelector(".me[open]");
    if (event.key === "Escape") {
      if (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      } else if (document.activeElement?.id === "search") document.activeElement.blur();
      return;
    }
    if (event.target.closest?.("input, select, textarea, [contenteditable], dialog[open]") || !keysOn()) return;
    const after = Date.now() - chord < 1200;
    chord = 0;
    if (after && event.key === "q") location.assign(document.querySelector(".bar .brand").href);
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "/") find();
    else if (event.key === "?") open("keys");
    else if (event.key === "g") chord = Date.now();
    else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-opens]");
    if (opener) open(opener.dataset.opens);
    const menu = document.querySelector(".me[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  const choice = document.querySelector("[data-keys-on]");
  if (choice) {
    choice.checked = keysOn();
    choice.addEventListener("change", () => {
      try {
        localStorage.setItem(KEYS_OFF, choice.checked ? "0" : "1");
      } catch {
        // Without a store it holds for this page.
      }
    });
  }
})();
