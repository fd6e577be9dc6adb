/** Finds web addresses in a text; everything else stays as it is. */

export type Piece = { text: string; href: string | null };

const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]+/gi;
/** Closes a sentence rather than an address. */
const TRAILING = /[.,;:!?…)\]»”’]$/u;

function addressIn(found: string): string {
  let address = found;
  while (TRAILING.test(address)) {
    // A bracket that was opened inside the address belongs to it.
    if (address.endsWith(")") && address.includes("(")) break;
    address = address.slice(0, -1);
  }
  return address;
}

/** The text in pieces, with `href` on those that are http or https addresses. */
export function pieces(text: string): Piece[] {
  const made: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = addressIn(match[0]);
    let url: URL;
    try {
      url = new URL(address);
    } catch {
      continue;
    }
    if (match.index > end) made.push({ text: text.slice(end, match.index), href: null });
    made.push({ text: address, href: url.href });
    end = match.index + address.length;
  }
  if (end < text.length) made.push({ text: text.slice(end), href: null });
  return made;
}
