/** A place in a text that is still to be filled in, as it stands there: "[fecha]". */
export type OpenSlot = { text: string; start: number; end: number };

/** What a suggestion leaves open is a few words in brackets; "[1]" and what is longer somebody wrote so. */
const slot = /\[\p{L}[^\][\n]{0,39}\]/gu;

/** Places of a draft nobody has filled in yet, in order. */
export const openSlots = (draft: string): OpenSlot[] => [...draft.matchAll(slot)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));

export type TextPart = { kind: "plain" | "open" | "filled"; text: string; /** Where it begins. */ start: number };

/**
 * A suggestion in parts: what is to be filled in, what this conversation's data filled in, and the rest.
 *
 * @param filled as it stands in the text; marked wherever it stands as words of its own
 */
export function markedParts(text: string, filled: readonly string[]): TextPart[] {
  const places: { kind: "open" | "filled"; start: number; end: number }[] = openSlots(text).map(({ start, end }) => ({ kind: "open", start, end }));
  const letter = /[\p{L}\p{N}]/u;
  for (const words of filled.filter((one) => one !== "")) {
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
      const end = start + words.length;
      const within = letter.test(text[start - 1] ?? "") || letter.test(text[end] ?? "");
      if (!within && !places.some((other) => start < other.end && other.start < end)) places.push({ kind: "filled", start, end });
    }
  }
  const parts: TextPart[] = [];
  let from = 0;
  for (const { kind, start, end } of places.sort((a, b) => a.start - b.start)) {
    if (start > from) parts.push({ kind: "plain", text: text.slice(from, start), start: from });
    parts.push({ kind, text: text.slice(start, end), start });
    from = end;
  }
  return from < text.length ? [...parts, { kind: "plain", text: text.slice(from), start: from }] : parts;
}
