import { fold } from "./words.ts";

/** Lower-cased text without accents and of the same length, so that places in it are places in the original. */
export function sameLengthFold(text: string): string {
  const folded = fold(text);
  if (folded.length === text.length) return folded;
  return Array.from({ length: text.length }, (_, i) => { const one = fold(text[i] ?? " "); return one.length === 1 ? one : " "; }).join("");
}
