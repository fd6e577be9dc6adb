import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { Conversation, type Line } from "./conversation";
import { Dialog } from "./dialog";
import * as icons from "./icons";
import { lengthOf, MAX_TEXT } from "./protocol";
import { Scroll } from "./scroll";
import { keep, recall } from "./storage";
import { localeOf, Strings } from "./strings";
import { styles } from "./styles";
import { download, transcriptOf } from "./transcript";
import { composer } from "./views/composer";
import { log, type LogActions } from "./views/log";

const OPEN = "open";
const COPIED_MS = 2_000;
/** The first line after the last thing the shopper said. */
const ANSWER = ".line.shopper:not(:has(~ .line.shopper)) ~ .line";

/**
 * The chat of a shop: a launcher in the corner and the panel it opens.
 *
 * Attributes: `server` (origin of the chat server; by default where the script came from), `lang` (by default the
 * page's), `tone` ("formal" or "informal"; by default vous, tú, du), `dir`, `theme` ("light" or "dark"; by default
 * the browser's wish), `heading`, `privacy` (address of the shop's page about privacy), `identity` (a token of the
 * shop's own login; as a property also a function that fetches a fresh one).
 * Colours and corners: the custom properties in `styles/tokens.ts`.
 */
export class WismoChat extends LitElement {
  static override styles = styles;
  /** Origin of the script. */
  static home = "";

  @property() server = "";
  @property({ reflect: true }) theme = "";
  @property() tone = "";
  @property() heading = "";
  @property() privacy = "";
  @property() identity: string | (() => Promise<string>) = "";
  @state() private opened = false;
  @state() private draft = "";
  @state() private copied: string | null = null;

  @query(".log") private readonly box!: HTMLElement;
  @query("textarea") private readonly field!: HTMLTextAreaElement;

  #strings = new Strings("en");
  #lines: Line[] = [];
  /** The button to the newest messages has the focus. */
  #atLatest = false;
  #shown = new Set<string>();
  /** The next opening is not the shopper's doing and leaves the focus alone. */
  #quietly = false;
  readonly #dialog = new Dialog(this);
  readonly #scroll = new Scroll(this);
  readonly #conversation = new Conversation(
    this,
    () => this.server || WismoChat.home,
    () => this.#strings.language,
    () => this.#identity(),
  );
  readonly #language = new MutationObserver(() => this.requestUpdate());

  override connectedCallback(): void {
    this.#readLanguage();
    super.connectedCallback();
    const attributes = { attributeFilter: ["lang", "dir"] };
    this.#language.observe(document.documentElement, attributes);
    this.#language.observe(this, attributes);
    document.addEventListener("visibilitychange", this.#look);
    if (recall("session", OPEN) && !this.#dialog.covering) {
      // The shopper went on to another page of the shop with the panel open.
      this.#quietly = true;
      this.opened = true;
      this.#conversation.begin();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#language.disconnect();
    document.removeEventListener("visibilitychange", this.#look);
  }

  /** Open the panel and move the focus into it. */
  open(): void {
    this.#conversation.begin();
    if (this.opened) {
      this.#dialog.focusInside();
    } else {
      this.#dialog.leavePage();
      this.opened = true;
      keep("session", OPEN, "yes");
    }
  }

  /** Close the panel; the focus returns to where it was opened from. */
  close(): void {
    this.opened = false;
    keep("session", OPEN, null);
  }

  /** Open the panel and say something on the shopper's behalf, as a button on the shop's page may do. */
  ask(text: string): void {
    this.open();
    this.#conversation.say(text);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("identity") && changed.get("identity") !== undefined) this.#conversation.signIn();
    this.#readLanguage();
    this.#lines = this.#conversation.lines;
    this.#look();
  }

  protected override render(): TemplateResult {
    const strings = this.#strings;
    const trouble = this.#conversation.trouble;
    return html`
      ${this.#launcher()}
      <dialog
        class="panel"
        part="panel"
        lang=${strings.language}
        dir=${this.dir || strings.dir}
        aria-labelledby="heading"
        @cancel=${this.#cancelled}
        @close=${this.#closed}
        @keydown=${this.#keydown}
      >
        <p id="new-tab" hidden>${strings.text("newTab")}</p>
        ${this.#header()}
        ${this.#owner()}
        <p class="notice ${trouble ?? ""}" role="status">${trouble ? strings.text(trouble) : nothing}</p>
        ${log(this.#conversation, this.#lines, strings, this.#actions)} ${this.#toLatest()}
        ${composer(this.draft, strings, {
          edited: (text) => (this.draft = text),
          submit: () => this.#submit(),
        })}
        ${this.#privacyLine()}
      </dialog>
    `;
  }

  #launcher(): TemplateResult {
    const strings = this.#strings;
    const unread = this.opened ? 0 : this.#conversation.unread;
    return html`
      <section aria-label=${this.heading || strings.text("heading")}>
        <button
          type="button"
          class="launcher"
          part="launcher"
          aria-haspopup="dialog"
          aria-expanded=${this.opened}
          aria-label=${unread ? strings.plural("openUnread", unread) : strings.text("open")}
          ?hidden=${this.opened}
          @click=${() => this.open()}
        >
          ${icons.chat}
          ${unread ? html`<span class="badge" aria-hidden="true">${unread > 9 ? "9+" : unread}</span>` : nothing}
        </button>
        <p class="unseen" role="status">${unread ? strings.plural("newMessages", unread) : nothing}</p>
      </section>
    `;
  }

  #header(): TemplateResult {
    const strings = this.#strings;
    return html`
      <div class="header" part="header">
        <div class="names">
          <h2 id="heading" tabindex="-1">${this.heading || strings.text("heading")}</h2>
          <p>${strings.text("subheading")}</p>
        </div>
        ${this.#lines.length
          ? html`<button
              type="button"
              class="tool"
              aria-label=${strings.text("download")}
              title=${strings.text("download")}
              @click=${() => download(transcriptOf(this.#lines, strings), `${strings.text("transcriptName")}.txt`)}
            >
              ${icons.save}
            </button>`
          : nothing}
        <button
          type="button"
          class="tool close"
          aria-label=${strings.text("close")}
          title=${strings.text("close")}
          @click=${() => this.close()}
        >
          ${icons.close}
        </button>
      </div>
    `;
  }

  /** Who has the conversation, while it is a person. */
  #owner(): TemplateResult {
    const name = this.#conversation.person;
    const said = name ? this.#strings.text("withPerson", { name }) : this.#strings.text("withTeam");
    return html`<p class="owner" role="status">${name === null ? nothing : html`${icons.person} ${said}`}</p>`;
  }

  #privacyLine(): TemplateResult {
    const strings = this.#strings;
    // Only an address of the web: what the shop's page hands in is not run.
    const href = /^https?:\/\//i.test(this.privacy) ? this.privacy : null;
    return html`<p class="privacy">
      ${strings.text("privacy")}
      ${href
        ? html`<a href=${href} target="_blank" rel="noopener noreferrer" aria-describedby="new-tab"
            >${strings.text("privacyLink")}</a
          >`
        : nothing}
    </p>`;
  }

  /** What the shop's login says of the shopper; a page that cannot tell must not keep anybody from chatting. */
  async #identity(): Promise<string | null> {
    try {
      return (typeof this.identity === "function" ? await this.identity() : this.identity) || null;
    } catch (error) {
      console.warn("wismo-chat: the shop's login could not be asked", error);
      return null;
    }
  }

  #toLatest(): TemplateResult | typeof nothing {
    // While it has the focus it stays, or the focus would fall out of the panel.
    if (!this.#scroll.away && !this.#atLatest) return nothing;
    const held = (focused: boolean) => (): void => {
      this.#atLatest = focused;
      this.requestUpdate();
    };
    const go = (): void => {
      this.#scroll.toEnd();
      this.box.focus();
    };
    const label = this.#strings.text("latest");
    return html`<button
      type="button"
      class="latest"
      aria-label=${label}
      title=${label}
      @click=${go}
      @focus=${held(true)}
      @blur=${held(false)}
    >
      ${icons.down}
    </button>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("opened")) this.#openOrClose();
    if (changed.has("draft") || changed.has("opened")) this.#growField();
    this.#scroll.attach(this.box);
    const before = this.#shown;
    this.#shown = new Set(this.#lines.map((line) => line.key));
    const fresh = this.#lines.filter((line) => !before.has(line.key));
    if (changed.has("opened") || !before.size || fresh.some((line) => line.author === "shopper")) {
      this.#scroll.toEnd();
    } else if (fresh.length || this.#conversation.typing) {
      this.#scroll.grown(this.box.querySelector<HTMLElement>(ANSWER));
    }
  }

  #openOrClose(): void {
    if (this.opened && this.#quietly) this.#dialog.showQuietly();
    else if (this.opened && !this.#dialog.visible) this.#dialog.show();
    else if (!this.opened && this.#dialog.visible) this.#dialog.hide();
    this.#quietly = false;
  }

  get #actions(): LogActions {
    const inside = (act: () => void): void => {
      act();
      // The button that was used is disabled or gone.
      this.#dialog.focusInside();
    };
    return {
      copied: this.copied,
      copy: (text) => void this.#copy(text),
      start: (text) => inside(() => this.#conversation.say(text)),
      tap: (button) => inside(() => this.#conversation.tap(button)),
      retry: (key) => inside(() => this.#conversation.retry(key)),
    };
  }

  #submit(): void {
    const text = this.draft.trim();
    if (!text || lengthOf(text) > MAX_TEXT) {
      this.field.focus();
      return;
    }
    this.draft = "";
    this.#conversation.say(text);
  }

  /** As tall as what is written in it. */
  #growField(): void {
    const field = this.field;
    if (!field.clientHeight || CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Refused by the browser: the number is there to be selected.
      return;
    }
    this.copied = text;
    window.setTimeout(() => (this.copied = null), COPIED_MS);
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    // While an input method composes a character, Escape belongs to it.
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  readonly #cancelled = (event: Event): void => {
    event.preventDefault();
    this.close();
  };

  /** The browser closed the dialog by itself, as a phone's back gesture does. */
  readonly #closed = (): void => {
    if (this.opened && !this.#dialog.visible) this.close();
  };

  /** What is in view is read. */
  readonly #look = (): void => {
    if (this.opened && !document.hidden) this.#conversation.markRead();
  };

  #readLanguage(): void {
    const tag = localeOf([this.lang, document.documentElement.lang, ...navigator.languages]);
    if (tag !== this.#strings.tag || this.tone !== this.#strings.tone) this.#strings = new Strings(tag, this.tone);
  }
}
