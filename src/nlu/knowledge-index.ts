import type { Language } from "../core/turn.ts";
import type { Catalogue } from "./catalogue-types.ts";
import { meaningFrom } from "./intent-meaning.ts";
import { askedStem } from "./asked-stem.ts";
import type { WordVectors } from "./word-vectors.ts";
import { fold, wordsOf, wordSet } from "./words.ts";

/** Word vectors nearer than this say the same thing another way ("sirloin", "steak"); what lies below is mere company. */
const nearFrom = 0.55;
const nearCounts = 0.85;
/** A word of the same line of `same-words.yaml`; of 0.5, 0.7 and 0.85 the articles' own questions, left out in turn, were found best at the upper end. */
const sameCounts = 0.8;
/** A word that all articles have tells this much less which of them is meant than one that a single article has. */
const sharedTells = 0.6;
/** A word that nobody has written is no rarer than one in this many texts: it is as often a slip of the pen. */
const rarestIn = 400;
/** Ways of asking tell "how long" from "which", but count little beside what is asked about. */
const askingCounts = 0.25;
/** Questions are short; the cap bounds the cost of a pasted story. */
const wordsAsked = 40;
/** Words whose nearness to all words of the articles is kept: customers and colleagues ask with the same few hundred. */
const wordsKept = 500;

/** Ways of asking, which no article is about. */
const asking = wordSet(`
  que como cual cuales cuando cuanto cuanta cuantos cuantas donde quien por para con sin de del la el los las un una unos unas y o a al en es son se lo le me mi su tu
  puedo puede podria tiempo hay tengo tiene quiero quisiera saber decir dime explica hacer hago hace poner pongo mas muy bien va van ser esta estan si no ya
  what how which when where who why do does did is are be can could should would i you we my your our the a an of for with without to in on at it and or
  there time have has want know tell me please make much many long any some good best if not`);

/** A text as places of its words in the vocabulary, with how much each tells. */
export type PlacedText = { places: Uint16Array; weights: Float32Array; all: number };
/** A word of a question: how near it is to each word of the vocabulary, 1 for the same stem, and how much it tells. */
export type AskedWord = { near: Float32Array; weight: number; tells: boolean };
export type Passage = { id: string; title: string; text: string; intents: readonly string[]; titlePlaces: Uint16Array; places: Uint16Array; /** Of its text and of the questions it answers. */ allPlaces: Uint16Array; asked: PlacedText[] };
export type KnowledgeIndex = { passages: Passage[]; /** Questions that no article answers. */ unanswered: PlacedText[]; read(words: readonly string[]): AskedWord[] };

/** The articles of one language, in the order of the catalogue, ready to be compared with questions. */
export function indexArticles({ knowledge, intents, sameWords, unanswered }: Pick<Catalogue, "knowledge" | "intents" | "sameWords" | "unanswered">, vectors: WordVectors, language: Language): KnowledgeIndex {
  const places = new Map<string, number>();
  const vectorOf: number[] = [];
  const placeOf = (folded: string): number => {
    const stem = askedStem(folded, language);
    const known = places.get(stem);
    if (known !== undefined) return known;
    vectorOf.push(meaningFrom(vectors, folded, language));
    places.set(stem, vectorOf.length - 1);
    return vectorOf.length - 1;
  };
  const folded = (text: string): string[] => wordsOf(text).map((word) => word.folded);
  /** In how many of the texts each stem stands. */
  const stemCounts = (texts: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const text of texts) for (const stem of new Set(folded(text).map((word) => askedStem(word, language)))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    return counts;
  };
  const telling = (text: string): Uint16Array => Uint16Array.from(new Set(folded(text).filter((word) => !asking.has(word)).map(placeOf)));

  // How common a word is shows in what customers say: few articles have "cómo", every question has.
  const said = [...[...intents.values()].flatMap(({ utterances }) => utterances[language]), ...knowledge.flatMap(({ asked }) => asked[language]), ...unanswered[language], ...knowledge.map(({ title, text }) => `${title[language]} ${text[language]}`)];
  const inTexts = stemCounts(said);
  const inArticles = stemCounts(knowledge.map((article) => [article.title[language], article.text[language], ...article.asked[language]].join(" ")));
  const rarity = (word: string): number => {
    const stem = askedStem(word, language);
    const shared = Math.log(Math.max(1, inArticles.get(stem) ?? 0)) / Math.log(Math.max(2, knowledge.length));
    return Math.log((said.length + 1) / Math.max(said.length / rarestIn, (inTexts.get(stem) ?? 0) + 0.5)) * (asking.has(word) ? askingCounts : 1) * (1 - sharedTells * shared);
  };

  const placed = (text: string): PlacedText => {
    const words = [...new Set(folded(text))];
    const weights = Float32Array.from(words, rarity);
    return { places: Uint16Array.from(words, placeOf), weights, all: weights.reduce((sum, weight) => sum + weight, 0) };
  };
  const passages = knowledge.map(({ id, title, text, intents: about, asked }): Passage => ({
    id, title: title[language], text: text[language], intents: about,
    titlePlaces: telling(title[language]), places: telling(`${title[language]} ${text[language]}`), asked: asked[language].map(placed), allPlaces: telling([title[language], text[language], ...asked[language]].join(" ")),
  }));
  const lines = new Map<string, Set<number>>();
  for (const line of sameWords[language]) {
    const stems = [...new Set(line.map((word) => askedStem(fold(word), language)))];
    const there = stems.flatMap((stem) => { const place = places.get(stem); return place === undefined ? [] : [place]; });
    for (const stem of stems) lines.set(stem, new Set([...(lines.get(stem) ?? []), ...there]));
  }
  const unansweredPlaced = unanswered[language].map(placed);
  const nearness = nearnessTo(vectors, language, vectorOf, (word) => lines.get(askedStem(word, language)) ?? []);
  return {
    passages, unanswered: unansweredPlaced,
    read: (words) => [...new Set(words.slice(0, wordsAsked))].map((word) => ({ near: nearness(word, places.get(askedStem(word, language)) ?? -1), weight: rarity(word), tells: !asking.has(word) })),
  };
}

/**
 * How near a word is to every word of the vocabulary, in its order: 0 for mere company, up to `nearCounts`, 1 for the word itself in another form.
 *
 * @param vocabulary where its words' vectors begin, -1 for a word that has none
 */
function nearnessTo(vectors: WordVectors, language: Language, vocabulary: readonly number[], sameAs: (word: string) => Iterable<number>): (word: string, own: number) => Float32Array {
  const { dimensions, tables } = vectors;
  const { vectors: table } = tables[language];
  const unit = (from: number): Float32Array => {
    const own = Float32Array.from(table.subarray(from, from + dimensions));
    const length = Math.hypot(...own) || 1;
    return own.map((value) => value / length);
  };
  const units = new Float32Array(vocabulary.length * dimensions);
  vocabulary.forEach((from, place) => { if (from >= 0) units.set(unit(from), place * dimensions); });
  const kept = new Map<string, Float32Array>();
  return (word, itself) => {
    const known = kept.get(word);
    if (known) return known;
    const near = new Float32Array(vocabulary.length);
    const from = meaningFrom(vectors, word, language);
    if (from >= 0) {
      const own = unit(from);
      for (let place = 0; place < near.length; place += 1) {
        let product = 0;
        for (let d = 0, at = place * dimensions; d < dimensions; d += 1) product += (own[d] ?? 0) * (units[at + d] ?? 0);
        near[place] = product < nearFrom ? 0 : nearCounts * Math.min(1, (product - nearFrom) / (1 - nearFrom));
      }
    }
    for (const place of sameAs(word)) near[place] = Math.max(near[place] ?? 0, sameCounts);
    if (itself >= 0) near[itself] = 1;
    if (kept.size >= wordsKept) kept.clear();
    kept.set(word, near);
    return near;
  };
}
