/** A sentence of a draft; the point of "1.200 €" or "50.00" ends none. */
export const sentence = /(?:[^.!?\n]|\.(?=\d))+[.!?]*/g;

export type Place = { start: number; end: number };

const ending = /[.!?]/;
/** Whether a sentence ends with the mark at a place. */
const endsAt = (draft: string, place: number): boolean => draft[place] === "\n" || (ending.test(draft[place] ?? "") && !(draft[place] === "." && /\d/.test(draft[place + 1] ?? "")));

/** The sentence that holds a place, without the blanks before it. Walks back from the place: asked of every place of a long draft, a walk from its start would be quadratic. */
export function sentenceAround(draft: string, place: number): Place {
  let from = place;
  while (from > 0 && endsAt(draft, from)) from -= 1;
  while (from > 0 && !endsAt(draft, from - 1)) from -= 1;
  for (const { 0: said, index } of draft.slice(from).matchAll(sentence)) {
    if (place < from + index + said.length) return { start: from + index + said.length - said.trimStart().length, end: from + index + said.length };
  }
  return { start: 0, end: draft.length };
}

const opensSentence = /(?:^|[.!?¡¿\n…])[\s¡¿"«(]*$/u;

/** Whether a sentence begins at a place. */
export const beginsSentence = (draft: string, start: number): boolean => opensSentence.test(draft.slice(Math.max(0, start - 12), start));

export const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A text as it is written in the place of another: with a capital where a sentence begins or a name had one. "ERP" in the middle of a line gives none. */
export function inPlaceOf(text: string, draft: string, start: number): string {
  if (!/\p{Lu}/u.test(draft[start] ?? "")) return text;
  return beginsSentence(draft, start) || /^\p{Lu}\p{Ll}/u.test(draft.slice(start, start + 2)) ? upperFirst(text) : text;
}

/** Words taken out, with the comma or the blank that held them; what then begins the sentence gets its capital. */
export function leftOut(draft: string, { start, end }: Place): Place & { alternative: string } {
  if (beginsSentence(draft, start)) {
    const after = /^[\s,;:]*/.exec(draft.slice(end))?.[0].length ?? 0;
    const next = /^[\p{L}\p{N}'’]{0,30}/u.exec(draft.slice(end + after))?.[0] ?? "";
    return { start, end: end + after + next.length, alternative: upperFirst(next) };
  }
  // "Hola, le prometo que lo miro": the comma is the greeting's.
  const blank = /^\s+(?=[\p{L}\d])/u.exec(draft.slice(end, end + 4))?.[0].length ?? 0;
  if (blank > 0 && /,\s{0,3}$/.test(draft.slice(Math.max(0, start - 4), start))) return { start, end: end + blank, alternative: "" };
  const before = /[\s,;]{0,3}$/.exec(draft.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
  return { start: start - before, end, alternative: "" };
}
