// The page of a case: what a sentence rests on, who is writing, prepared replies, keys, and staying fresh.
(() => {
  "use strict";
  const talk = document.getElementById("talk");
  if (!talk) return;
  const body = document.body;
  const KEYS_OFF = "wismo-desk-keys-off";
  /** Typing is told at most so often, in ms; the hint is believed for longer. */
  const TYPING = 3000;

  // --- What a statement rests on --------------------------------------------------------------------
  const named = (element) => (element.dataset.refs ?? "").split(" ").filter(Boolean);

  function show(element) {
    for (const each of talk.querySelectorAll(".hit")) each.classList.remove("hit");
    if (!element) return [];
    const found = element.dataset.refs
      ? named(element).flatMap((ref) => [...talk.querySelectorAll(`[data-ref="${CSS.escape(ref)}"]:not(.order)`)])
      : [...talk.querySelectorAll(`[data-refs~="${CSS.escape(element.dataset.ref)}"]`)];
    for (const each of [element, ...found]) each.classList.add("hit");
    return found;
  }

  const stated = (event) => event.target.closest?.("[data-refs], [data-ref]:not(.order)");
  talk.addEventListener("pointerover", (event) => stated(event) && show(stated(event)));
  talk.addEventListener("pointerout", (event) => {
    if (stated(event) && !event.relatedTarget?.closest?.("[data-refs], [data-ref]")) show(null);
  });
  talk.addEventListener("focusin", (event) => show(stated(event)));

  function go(event) {
    const claim = event.target.closest?.("[data-refs]");
    if (!claim) return;
    show(claim)[0]?.scrollIntoView({ block: "center", behavior: "smooth" });
    event.preventDefault();
  }
  talk.addEventListener("click", go);
  talk.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && event.target.matches("[data-refs]")) go(event);
  });

  // --- Staying fresh --------------------------------------------------------------------------------
  const log = () => document.getElementById("log");
  /** What the server sent last of each part, to tell what has changed from what was opened or typed here. */
  const served = new Map();
  const parts = (root) => [...root.querySelectorAll("[data-live], #log > .line")];
  for (const each of parts(document)) served.set(each.id, each.outerHTML);

  /** Somebody is writing or choosing there. */
  function inUse(part) {
    const at = document.activeElement;
    if (part.contains(at) && at.matches("input, select, textarea")) return true;
    return [...part.querySelectorAll("textarea, input:not([type=hidden])")].some(
      (field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked,
    );
  }

  function replace(old, fresh) {
    const open = new Set([...old.querySelectorAll("details[open]")].map((each) => each.id || each.className));
    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    for (const each of fresh.querySelectorAll("details")) each.open ||= open.has(each.id || each.className);
    old.replaceWith(fresh);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  const atEnd = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < 80;

  function update(page) {
    const list = log();
    const follows = list && atEnd(list);
    for (const fresh of parts(page)) {
      const html = fresh.outerHTML;
      const old = document.getElementById(fresh.id);
      if (!old) {
        if (fresh.matches(".line")) list?.append(document.adoptNode(fresh));
      } else if (served.get(fresh.id) === html || inUse(old)) continue;
      else replace(old, document.adoptNode(fresh));
      served.set(fresh.id, html);
    }
    if (follows) list.scrollTop = list.scrollHeight;
  }

  let asking = false;
  let again = false;
  async function refresh() {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      const answer = await fetch(talk.dataset.here, { headers: { "X-Desk-Live": "1" } });
      if (answer.ok && !answer.redirected)
        update(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // The next event, or the stream that comes back, asks again.
    }
    asking = false;
    if (again) {
      again = false;
      refresh();
    }
  }
  body.addEventListener("desk:conversation", refresh);
  if (!talk.dataset.conversation) body.addEventListener("desk:queue", refresh);
  // A hint that somebody is writing ends by itself: nobody tells that it has.
  setInterval(() => talk.querySelector(".writing") && !document.hidden && refresh(), 4000);

  const list = log();
  if (list) list.scrollTop = list.scrollHeight;
  if (location.hash === "#reply") document.getElementById("reply")?.focus();
  document.getElementById("problem")?.focus();

  // --- Writing --------------------------------------------------------------------------------------
  let told = 0;
  talk.addEventListener("input", (event) => {
    if (event.target.id !== "reply" || Date.now() - told < TYPING || !event.target.value) return;
    told = Date.now();
    fetch(talk.dataset.typing, { method: "POST", headers: { "X-CSRF-Token": body.dataset.csrf } }).catch(() => {});
  });

  talk.addEventListener("change", (event) => {
    if (event.target.id !== "canned" || !event.target.value) return;
    const reply = document.getElementById("reply");
    reply.value = reply.value.trim() ? `${reply.value.trimEnd()}\n\n${event.target.value}` : event.target.value;
    event.target.value = "";
    reply.focus();
    reply.dispatchEvent(new Event("input", { bubbles: true }));
  });

  talk.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea"))
      event.target.form?.requestSubmit();
  });

  // A second click sends nothing twice.
  talk.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => {
    for (const form of talk.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  // --- Keys -----------------------------------------------------------------------------------------
  const keysOn = () => {
    try {
      return localStorage.getItem(KEYS_OFF) !== "1";
    } catch {
      return true;
    }
  };
  const focus = (id) => {
    const found = document.getElementById(id);
    found?.focus();
    found?.scrollIntoView({ block: "nearest" });
    return Boolean(found);
  };
  const KEYS = {
    r: () => focus("reply") || focus("take-over"),
    n: () => focus("note"),
    e: () => {
      const solve = document.getElementById("solve");
      if (!solve) return;
      solve.open = true;
      focus("outcome");
    },
    t: () => {
      const take = document.getElementById("take-over");
      // From a colleague only with a second key.
      if (take?.form.querySelector("[name=from]")) focus("take-over");
      else take?.click();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input, select, textarea, dialog[open]")) {
      if (event.key === "Escape") event.target.blur?.();
      return;
    }
    if (!keysOn() || !Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  });
})();
