/** The chat's own words, by language. What the assistant says comes from the server. */

import formalGerman from "./locales/de.formal.json";
import de from "./locales/de.json";
import en from "./locales/en.json";
import formalSpanish from "./locales/es.formal.json";
import es from "./locales/es.json";
import informalFrench from "./locales/fr.informal.json";
import fr from "./locales/fr.json";

type Texts = typeof en;
type Keyed<T> = { [K in keyof Texts]: Texts[K] extends T ? K : never }[keyof Texts];
type TextKey = Keyed<string>;
type PluralKey = Keyed<{ one: string; other: string }>;
type Values = Record<string, string | number>;

/** A language is complete or the build fails. */
const LANGUAGES: Record<string, Texts> = { en, fr, es, de };
const DEFAULT = "en";
/** What differs where a shop says Sie, usted or tu; the languages themselves say du, tú and vous. */
const DIFFERING: Record<string, Partial<Texts>> = {
  "de.formal": formalGerman,
  "es.formal": formalSpanish,
  "fr.informal": informalFrench,
};

function fill(pattern: string, values: Values): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

function codeOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? "";
}

/**
 * The first of these language tags that we have words for: "fr-CA" is served French. A tag without a region
 * takes the region from a later one of the same language, since that is how its reader writes times and dates.
 */
export function localeOf(tags: readonly string[]): string {
  const chosen = tags.find((tag) => Object.hasOwn(LANGUAGES, codeOf(tag))) ?? DEFAULT;
  const regional = tags.find((tag) => codeOf(tag) === codeOf(chosen) && tag.includes("-"));
  return chosen.includes("-") ? chosen : (regional ?? chosen);
}

export class Strings {
  readonly language: string;
  readonly #texts: Texts;
  readonly #plurals: Intl.PluralRules;
  readonly #clock: Intl.DateTimeFormat;

  /** `tag` is one that `localeOf` gave; `tone` is "formal", "informal" or empty for the language's own. */
  constructor(
    readonly tag: string,
    readonly tone = "",
  ) {
    this.language = codeOf(tag);
    this.#texts = { ...(LANGUAGES[this.language] ?? en), ...DIFFERING[`${this.language}.${tone}`] };
    this.#plurals = new Intl.PluralRules(tag);
    this.#clock = new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit" });
  }

  get dir(): string {
    return this.#texts.dir;
  }

  get starters(): readonly string[] {
    return this.#texts.starters;
  }

  text(key: TextKey, values: Values = {}): string {
    return fill(this.#texts[key], values);
  }

  plural(key: PluralKey, count: number): string {
    const forms: Record<string, string> = this.#texts[key];
    return fill(forms[this.#plurals.select(count)] ?? this.#texts[key].other, { count });
  }

  time(at: Date): string {
    return this.#clock.format(at);
  }

  /** "Today", "Yesterday", or the date. */
  day(at: Date, now: Date): string {
    const start = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
    // Rounded: the day on which clocks change has 23 or 25 hours.
    const days = Math.round((start(now) - start(at)) / 86_400_000);
    if (days === 0) return this.#texts.today;
    if (days === 1) return this.#texts.yesterday;
    const options: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long" };
    if (at.getFullYear() !== now.getFullYear()) options.year = "numeric";
    const label = new Intl.DateTimeFormat(this.tag, options).format(at);
    return label.charAt(0).toLocaleUpperCase(this.language) + label.slice(1);
  }
}
