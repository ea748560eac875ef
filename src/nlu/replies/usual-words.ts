import { noTopic } from "../../core/whisper.ts";
import { tokensOf } from "./dialogue.ts";

/** What customers usually say, before any of them has said anything: how common words are, and how much they tell of what is wanted. */
export type UsualWords = {
  texts: number;
  count(word: string): number;
  /** 1 for a word of some matter, towards 0 for one of greetings, thanks, complaints and wishes for a person: those are said about everything. */
  ofMatter(word: string): number;
};

/** As if nothing were known. */
export const noUsualWords: UsualWords = { texts: 0, count: () => 0, ofMatter: () => 1 };

/** A complaint says how somebody feels about a matter, and names none. */
const aboutEverything: ReadonlySet<string> = new Set([...noTopic, "complaint"]);

/** Words without the endings that tell "roto" from "rotas" and "bottle" from "bottles": what is shared is the thing, not its form. Short words are mostly no such. */
export const caseWords = (text: string): string[] => tokensOf(text).map((word) => (word.length < 4 ? word : word.replace(/(?:[aeo]s|[aeos])$/, "")));

/** @param intents with examples of what customers write for each */
export function usualWordsOf(intents: Iterable<{ intent: string; utterances: { es: readonly string[]; en: readonly string[] } }>): UsualWords {
  const counts = new Map<string, { all: number; everything: number }>();
  let texts = 0;
  for (const { intent, utterances } of intents) {
    for (const text of [...utterances.es, ...utterances.en]) {
      texts += 1;
      for (const word of new Set(caseWords(text))) {
        const count = counts.get(word) ?? { all: 0, everything: 0 };
        count.all += 1;
        if (aboutEverything.has(intent)) count.everything += 1;
        counts.set(word, count);
      }
    }
  }
  return {
    texts,
    count: (word) => counts.get(word)?.all ?? 0,
    // Half a text more: a word met once may be of anything.
    ofMatter: (word) => 1 - (counts.get(word)?.everything ?? 0) / ((counts.get(word)?.all ?? 0) + 0.5),
  };
}
