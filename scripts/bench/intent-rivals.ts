import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { classify } from "../../src/nlu/intent-model.ts";
import { trainIntents } from "../../src/nlu/intent-training.ts";
import type { WordVectors } from "../../src/nlu/word-vectors.ts";
import { wordsOf } from "../../src/nlu/words.ts";
import type { Answer } from "./intent-figures.ts";
import type { Round } from "./intent-sets.ts";

/** A way to learn intents: trains on a round and answers its test. */
export type Rival = { name: string; answer: (round: Round) => Promise<Answer[]> };

export const ours = (vectors: WordVectors): Rival => ({
  name: "Relevo",
  answer: ({ train, test }) => {
    const model = trainIntents(train.map(({ text, intent, lang }) => ({ text, intent, language: lang })), "bench", vectors);
    return Promise.resolve(test.map(({ text, lang, intent: gold }) => {
      const best = classify(model, wordsOf(text), lang).ranked[0];
      return { intent: best?.intent ?? "", confidence: best?.confidence ?? 0, gold };
    }));
  },
});

// A deep import: the package's front door loads database clients and reads ./.env into the process.
const load = createRequire(import.meta.url);
type Classifier = { addDocument: (text: string, label: string) => void; train: () => void; getClassifications: (text: string) => { label: string; value: number }[] };
type Stemmer = { stem: (token: string) => string };

/** natural's naive Bayes as it comes, with the stemmer of the language. Its values are products of chances; the winner's share of their sum is the confidence. */
export function naturalBayes(): Rival {
  const { BayesClassifier }: { BayesClassifier: new (stemmer: Stemmer) => Classifier } = load("natural/lib/natural/classifiers/index.js");
  const { PorterStemmer, PorterStemmerEs }: { PorterStemmer: Stemmer; PorterStemmerEs: Stemmer } = load("natural/lib/natural/stemmers/index.js");
  return {
    name: "natural Bayes",
    answer: ({ train, test }) => {
      const classifier = new BayesClassifier(train[0]?.lang === "es" ? PorterStemmerEs : PorterStemmer);
      for (const { text, intent } of train) if (intent !== "oos") classifier.addDocument(text, intent);
      classifier.train();
      return Promise.resolve(test.map(({ text, intent: gold }) => {
        const ranked = classifier.getClassifications(text);
        const all = ranked.reduce((sum, { value }) => sum + value, 0);
        return { intent: ranked[0]?.label ?? "", confidence: all > 0 ? (ranked[0]?.value ?? 0) / all : 0, gold };
      }));
    },
  };
}

type NlpManager = { addDocument: (language: string, text: string, intent: string) => void; train: () => Promise<void>; process: (language: string, text: string) => Promise<{ intent: string; score: number; classifications: { intent: string; score: number }[] }> };

/**
 * node-nlp as it comes, from a folder it was installed into (`npm install --no-save --prefix DIR node-nlp`): it is no dependency of ours.
 *
 * @returns null where the folder does not have it
 */
export function nodeNlp(prefix: string | null): Rival | null {
  if (prefix === null || !existsSync(join(prefix, "node_modules/node-nlp"))) return null;
  const { NlpManager }: { NlpManager: new (settings: object) => NlpManager } = createRequire(join(prefix, "package.json"))("node-nlp");
  return {
    name: "node-nlp",
    answer: async ({ train, test }) => {
      const language = train[0]?.lang ?? "en";
      const manager = new NlpManager({ languages: [language], nlu: { log: false }, autoSave: false, forceNER: false });
      for (const { text, intent } of train) if (intent !== "oos") manager.addDocument(language, text, intent);
      await manager.train();
      const answers: Answer[] = [];
      for (const { text, intent: gold } of test) {
        const { classifications } = await manager.process(language, text);
        // "None" is its own word for out of scope: the confidence is then what is left for an intent.
        const best = classifications.find(({ intent }) => intent !== "None");
        answers.push({ intent: best?.intent ?? "", confidence: best?.score ?? 0, gold });
      }
      return answers;
    },
  };
}
