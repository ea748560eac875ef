import type { Language } from "../../core/turn.ts";
import { createBm25Index } from "./bm25-index.ts";
import { tokensOf } from "./dialogue.ts";
import { createTermVectors, likeness } from "./term-vectors.ts";

/** Tells which template a reply is of: the same words but for slots, marks and small changes are one template. Grows with what it is asked. */
export type ReplyTemplates = {
  /** @param known the template's name where the house knows it; otherwise it is found by its words, and a new one made where none is like it */
  of(text: string, language: Language, known?: string | null): string;
  /** Forgets a template with every wording it was known by. */
  forget(name: string): void;
};

/** Two texts with this much in common, weighed by how rare their words are, are one: "I will look into it" and "I'll look into it now". */
const sameFrom = 0.8;
const asked = 5;
/** A near-duplicate shares rare words, so a short look finds it; every reply is looked up once, and a hundred thousand long looks would take minutes. */
const visits = 2_000;

export function createReplyTemplates(): ReplyTemplates {
  const index = createBm25Index(visits);
  const vectors = createTermVectors();
  /** By number of the index. */
  const wordings = new Map<number, { name: string; words: string[] }>();
  const exact = new Map<string, string>();
  const add = (name: string, words: string[]): string => {
    wordings.set(index.add(words), { name, words });
    vectors.learn(words);
    return name;
  };
  return {
    of(text, language, known = null) {
      const words = [`<${language}>`, ...tokensOf(text)];
      const key = words.join(" ");
      const before = exact.get(key);
      if (before !== undefined) return before;
      const remember = (name: string): string => {
        exact.set(key, name);
        return name;
      };
      if (known !== null) return remember(add(known, words));
      const own = vectors.vector(words);
      for (const { id } of index.search(words, asked)) {
        const other = wordings.get(id);
        if (other && other.words[0] === words[0] && likeness(own, vectors.vector(other.words)) >= sameFrom) return remember(other.name);
      }
      return remember(add(`practice-${language}-${hashOf(key)}`, words));
    },
    forget(name) {
      for (const [id, wording] of wordings) {
        if (wording.name !== name) continue;
        index.remove(id, wording.words);
        vectors.unlearn(wording.words);
        wordings.delete(id);
      }
      for (const [key, template] of exact) if (template === name) exact.delete(key);
    },
  };
}

/** FNV-1a, so that a template keeps its name from process to process. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
