/** The conversation as a text file, for the shopper to keep. */

import type { Line } from "./conversation";
import type { Strings } from "./strings";

function authorOf(line: Line, strings: Strings): string {
  if (line.author === "person" && line.name) return line.name;
  return strings.text(line.author === "shopper" ? "you" : line.author);
}

/** One paragraph a message: when, who, what; a parcel's card by what it says first. */
export function transcriptOf(lines: readonly Line[], strings: Strings): string {
  const when = new Intl.DateTimeFormat(strings.tag, { dateStyle: "medium", timeStyle: "short" });
  return lines
    .map((line) => {
      const card = line.card ? [line.card.title, line.card.status].filter(Boolean).join(": ") : "";
      const said = [line.text, card && `[${card}]`].filter(Boolean).join("\n");
      return `${when.format(line.at)} – ${strings.text("said", { author: authorOf(line, strings) })}\n${said}\n`;
    })
    .join("\n");
}

/** Hand a text to the browser as a file. */
export function download(text: string, name: string): void {
  // The mark tells programs of all ages that it is UTF-8.
  const url = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
