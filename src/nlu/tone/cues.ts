import { sameLengthFold } from "../folded-text.ts";

/** Words of a text, with where they begin and end in it. */
export type Found = { start: number; end: number; words: string };

/**
 * Makes a finder of phrases. A phrase is folded words parted by blanks; `*` at a word's end takes any ending, `a|b` either word, `_` any word, and `?`
 * at a word's end lets it be left out. "You" is not a word of "you'll". Many finders of one text share its folded form.
 */
export function cueFinder(phrases: readonly string[]): (text: string, folded?: string) => Found[] {
  const pattern = new RegExp(`(?<![a-z0-9])(?:${phrases.map(patternOf).join("|")})(?![a-z0-9]|'[a-z])`, "gu");
  return (text, folded = sameLengthFold(text)) => {
    return Array.from(folded.matchAll(pattern), ({ 0: { length }, index }) => ({ start: index, end: index + length, words: text.slice(index, index + length) }));
  };
}

/** Between two words of a phrase: a few blanks or a comma, so that nothing repeats without bound. */
const gap = "[\\s,]{1,3}";

function patternOf(phrase: string): string {
  const words = phrase.split(" ");
  const firstKept = words.findIndex((word) => !word.endsWith("?"));
  return words.map((word, i) => {
    const optional = word.endsWith("?");
    const one = `(?:${(optional ? word.slice(0, -1) : word).split("|").map(wordPattern).join("|")})`;
    // The gap belongs to the word that may be missing: a phrase never ends in the blank before a word that is not there.
    if (i < firstKept) return `(?:${one}${gap})?`;
    const joined = i === firstKept ? one : `${gap}${one}`;
    return optional ? `(?:${joined})?` : joined;
  }).join("");
}

function wordPattern(word: string): string {
  if (word === "_") return "[\\p{L}']{1,20}";
  const literal = word.replace(/[.+^${}()[\]\\]/g, "\\$&");
  return literal.endsWith("*") ? `${literal.slice(0, -1)}[\\p{L}]{0,12}` : literal;
}
