/** A run of plain words, or an address that may be opened. */
export type Piece = { kind: "words"; text: string } | { kind: "link"; href: string; label: string };

/** Stops at blanks, quotes, angle brackets and the controls that turn the writing direction, which could make an address read as another. */
const address = /\bhttps?:\/\/[^\s<>"'`«»“”\u200B-\u200F\u202A-\u202E\u2066-\u2069]+/giu;

/** Characters of a path that are shown: the host tells where a link leads, the rest only has to be recognised. */
const shownPath = 40;

/**
 * Cuts a text at its bare http and https addresses. The label begins with the host as the browser will go to it: without a user part
 * that could pose as one, and in ASCII where letters of other scripts look alike. Everything else stays words.
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(address)) {
    const written = withoutClosing(found[0]);
    const url = URL.canParse(written) ? new URL(written) : null;
    if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) continue;
    if (found.index > at) pieces.push({ kind: "words", text: text.slice(at, found.index) });
    pieces.push({ kind: "link", href: url.href, label: labelOf(url) });
    at = found.index + written.length;
  }
  if (at < text.length) pieces.push({ kind: "words", text: text.slice(at) });
  return pieces;
}

/** The end of a sentence is not part of an address; a closing bracket is only when it was opened in it. */
function withoutClosing(written: string): string {
  let end = written.length;
  while (end > 0) {
    const last = written[end - 1] ?? "";
    const opening = closings[last];
    const opened = opening !== undefined && written.slice(0, end).includes(opening);
    if (opened || !(opening !== undefined || ".,;:!?…*_~".includes(last))) break;
    end -= 1;
  }
  return written.slice(0, end);
}
const closings: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

function labelOf({ host, pathname, search }: URL): string {
  const path = pathname + search;
  if (path === "/") return host;
  return host + (path.length > shownPath ? `${path.slice(0, shownPath)}…` : path);
}
