import { noUsualWords, type UsualWords } from "./usual-words.ts";

/** How much two texts have in common by the words they share; grows one by one. */
export type WordLikeness = {
  learn(words: readonly string[]): void;
  /** Takes one that was learnt out again. */
  unlearn(words: readonly string[]): void;
  /** Likens many to one: 0 to 1 each. */
  to(words: readonly string[]): (other: readonly string[]) => number;
};

/** As if so many more texts had none of the words: among the first few, what they happen to share would seem to say nothing. */
const imagined = 50;

/**
 * The cosine of two sets of words, each word weighed by how few texts have it; one that none has yet weighs most.
 *
 * @param usual what is known of the words beforehand
 */
export function createWordLikeness(usual: UsualWords = noUsualWords): WordLikeness {
  const counts = new Map<string, number>();
  let texts = 0;
  const weight = (word: string): number => (usual.ofMatter(word) * Math.log((usual.texts + texts + imagined + 1) / (usual.count(word) + (counts.get(word) ?? 0) + 0.5))) ** 2;
  const size = (words: ReadonlySet<string>): number => Math.sqrt([...words].reduce((sum, word) => sum + weight(word), 0));
  return {
    learn(words) {
      texts += 1;
      for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
    unlearn(words) {
      texts -= 1;
      for (const word of new Set(words)) {
        const left = (counts.get(word) ?? 1) - 1;
        if (left > 0) counts.set(word, left);
        else counts.delete(word);
      }
    },
    to(words) {
      const own = new Set(words);
      const ownSize = size(own);
      return (other) => {
        const others = new Set(other);
        const shared = [...own].reduce((sum, word) => sum + (others.has(word) ? weight(word) : 0), 0);
        return shared === 0 ? 0 : shared / (ownSize * size(others));
      };
    },
  };
}
