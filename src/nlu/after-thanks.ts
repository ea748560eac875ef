import { tellsNothing } from "./bare-lines.ts";
import { wordSet } from "./words.ts";
import type { Word } from "./words.ts";

const thanking = wordSet("gracias grasias thanks thank thankyou thx cheers");
const besideThanks = wordSet("muchas mil muchisimas vale ok okay perfecto genial estupendo bien bueno pues de acuerdo entiendo entendido ah oh you ya u very so much a lot many great perfect right cool fine good");
const joining = wordSet("y e pero aunque and but though");
const asking = /[?¿]/;

/**
 * What a line says once it has thanked ("gracias, ¿y huevo?"), or null where it only thanks.
 *
 * `goesOn`: it asks or joins something on, so that it is no leave-taking even where nobody can tell what it is about.
 */
export function afterThanks(text: string, words: Word[]): { words: Word[]; goesOn: boolean } | null {
  const first = words.findIndex(({ folded }) => !thanking.has(folded) && !besideThanks.has(folded));
  const [thanks, rest] = [words.slice(0, first), words.slice(first)];
  const [next, last] = [rest[0], thanks.at(-1)];
  if (first < 1 || next === undefined || last === undefined || !thanks.some(({ folded }) => thanking.has(folded)) || tellsNothing(rest)) return null;
  const joins = joining.has(next.folded);
  // "Gracias por todo" goes on without a mark between.
  if (!joins && text.slice(last.end, next.start).trim() === "") return null;
  return { words: rest, goesOn: joins || asking.test(text.slice(last.end)) };
}
