import type { AskKnowledge } from "../core/knowledge.ts";
import type { Language } from "../core/turn.ts";
import type { Catalogue } from "./catalogue-types.ts";
import { classify } from "./intent-model.ts";
import { meaningFrom } from "./intent-meaning.ts";
import { readLanguage } from "./language.ts";
import { stemOf } from "./linear/stems.ts";
import type { Models } from "./models.ts";
import type { WordVectors } from "./word-vectors.ts";
import { wordsOf, wordSet } from "./words.ts";

/** Below this an answer is about something else: of a dozen questions that no article answers none reached it, of fifteen that one answers twelve did. */
const floor = 0.5;
const answersAtMost = 3;
/** Of two passages with the same words the one that names them in its title is about them. */
const titleShare = 0.3;
/** Word vectors nearer than this say the same thing another way ("sirloin", "steak"); what lies below is mere company. */
const nearFrom = 0.55;
const nearCounts = 0.85;
/** What the question is about, as customers' messages are read, counts as this much of its words. */
const topicShare = 0.25;
/** A word that nobody has written is no rarer than one in this many texts: it is as often a slip of the pen. */
const rarestIn = 400;
/** Questions are short; the cap bounds the cost of a pasted story. */
const wordsAsked = 40;

/** Ways of asking, which no article is about. */
const asking = wordSet(`
  que como cual cuales cuando cuanto cuanta cuantos cuantas donde quien por para con sin de del la el los las un una unos unas y o a al en es son se lo le me mi su tu
  puedo puede podria tiempo hay tengo tiene quiero quisiera saber decir dime explica hacer hago hace poner pongo mas muy bien va van ser esta estan si no ya
  what how which when where who why do does did is are be can could should would i you we my your our the a an of for with without to in on at it and or
  there time have has want know tell me please make much many long any some good best if not`);

type Passage = { title: string; text: string; intents: readonly string[]; titleWords: Map<string, number>; words: Map<string, number>; /** Places of its words among those of all passages. */ places: number[] };

/**
 * Searches the shop's articles and the answers of its intents, in both languages.
 *
 * A passage scores by the share of the question's telling words it has, rare ones counting more (inverse document frequency), by stem or by a word of
 * near meaning.
 */
export function createKnowledge(catalogue: Catalogue, { intents, readers: { vectors } }: Pick<Models, "intents" | "readers">): AskKnowledge {
  const byLanguage = { es: indexOf(catalogue, vectors, "es"), en: indexOf(catalogue, vectors, "en") };
  return (question, wanted) => {
    const words = wordsOf(question).slice(0, wordsAsked);
    const { language } = readLanguage(question, words, null, wanted);
    const { passages, rarity, near } = byLanguage[language];
    const asked = [...new Set(words.map(({ folded }) => folded))].filter((word) => !asking.has(word));
    const telling = asked.map((word) => ({ stem: stemOf(word, language), near: near(meaningFrom(vectors, word, language)), weight: rarity(stemOf(word, language)) }));
    const all = telling.reduce((sum, { weight }) => sum + weight, 0);
    if (all === 0) return [];
    const topics = new Map(classify(intents, words, language).ranked.map(({ intent, confidence }) => [intent, confidence]));
    return passages
      .map((passage, place) => {
        const sum = telling.reduce((total, { stem, near: toWords, weight }) => {
          const here = passage.words.has(stem) ? 1 : nearest(toWords, passage.places);
          return total + weight * here * (1 - titleShare + (passage.titleWords.has(stem) ? titleShare : titleShare * here * 0.5));
        }, 0);
        const topic = passage.intents.reduce((most, intent) => Math.max(most, topics.get(intent) ?? 0), 0);
        return { place, score: Math.min(1, sum / all + topicShare * topic) };
      })
      .filter(({ score }) => score >= floor)
      .sort((a, b) => b.score - a.score || a.place - b.place)
      .slice(0, answersAtMost)
      .flatMap(({ place, score }) => {
        const shown = byLanguage[wanted ?? language].passages[place];
        return shown === undefined ? [] : [{ text: shown.text, source: shown.title, score: Math.round(score * 100) / 100 }];
      });
  };
}

/** The same passages in the same order in both languages. */
function indexOf({ knowledge, intents, texts }: Catalogue, vectors: WordVectors, language: Language): { passages: Passage[]; rarity: (stem: string) => number; near: (from: number) => Float32Array } {
  const placeOf = new Map<number, number>();
  const placed = (from: number): number => placeOf.get(from) ?? (placeOf.set(from, placeOf.size), placeOf.size - 1);
  const passage = (title: string, text: string, about: readonly string[]): Passage => {
    const words = wordsOf(`${title} ${text}`).map(({ folded }) => folded).filter((word) => !asking.has(word));
    return {
      title, text, intents: about, titleWords: counted(wordsOf(title).map(({ folded }) => stemOf(folded, language))), words: counted(words.map((word) => stemOf(word, language))),
      places: [...new Set(words)].map((word) => meaningFrom(vectors, word, language)).filter((from) => from >= 0).map(placed),
    };
  };
  const passages = [
    ...knowledge.map((article) => passage(article.title[language], article.text[language], article.intents)),
    ...[...intents.values()].flatMap(({ intent, title }) => {
      const answer = texts.get(`${intent}.answer`);
      return answer === undefined || answer.es.includes("{") ? [] : [passage(title[language], answer[language], [intent])];
    }),
  ];
  // How common a word is shows in what customers say too: few articles have "cómo", every question has.
  const said = [...intents.values()].flatMap(({ utterances }) => utterances[language]).map((text) => new Set(wordsOf(text).map(({ folded }) => stemOf(folded, language))));
  const withStem = new Map<string, number>();
  for (const stems of [...said, ...passages.map(({ words }) => words.keys())]) for (const stem of stems) withStem.set(stem, (withStem.get(stem) ?? 0) + 1);
  const documents = said.length + passages.length;
  return { passages, near: nearnessTo(vectors, language, [...placeOf.keys()]), rarity: (stem) => Math.log((documents + 1) / Math.max(documents / rarestIn, (withStem.get(stem) ?? 0) + 0.5)) };
}

const counted = (words: readonly string[]): Map<string, number> => words.reduce((counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1), new Map<string, number>());

/** Words whose nearness to all words of the passages is kept: customers and colleagues ask with the same few hundred. */
const wordsKept = 500;

/**
 * How near a word is to every word of the passages, in their order: 0 for mere company, up to `nearCounts`. A question took 1 to 5 ms where each passage worked
 * it out for itself.
 *
 * @param words places of the passages' words in the table
 */
function nearnessTo({ dimensions, tables }: WordVectors, language: Language, words: readonly number[]): (from: number) => Float32Array {
  const { vectors } = tables[language];
  const unit = (from: number): Float32Array => {
    const own = Float32Array.from(vectors.subarray(from, from + dimensions));
    const length = Math.hypot(...own) || 1;
    return own.map((value) => value / length);
  };
  const units = new Float32Array(words.length * dimensions);
  words.forEach((from, place) => units.set(unit(from), place * dimensions));
  const none = new Float32Array(words.length);
  const kept = new Map<number, Float32Array>();
  return (from) => {
    if (from < 0) return none;
    const known = kept.get(from);
    if (known) return known;
    const own = unit(from);
    const near = new Float32Array(words.length);
    for (let place = 0; place < near.length; place += 1) {
      let product = 0;
      for (let d = 0, at = place * dimensions; d < dimensions; d += 1) product += (own[d] ?? 0) * (units[at + d] ?? 0);
      near[place] = product < nearFrom ? 0 : nearCounts * ((product - nearFrom) / (1 - nearFrom));
    }
    if (kept.size >= wordsKept) kept.clear();
    kept.set(from, near);
    return near;
  };
}

const nearest = (near: Float32Array, places: readonly number[]): number => places.reduce((best, place) => Math.max(best, near[place] ?? 0), 0);
