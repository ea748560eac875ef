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

type Passage = { title: string; text: string; intents: readonly string[]; titleWords: Map<string, number>; words: Map<string, number>; vectors: number[] };

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
    const { passages, rarity } = byLanguage[language];
    const asked = [...new Set(words.map(({ folded }) => folded))].filter((word) => !asking.has(word));
    const telling = asked.map((word) => ({ stem: stemOf(word, language), from: meaningFrom(vectors, word, language), weight: rarity(stemOf(word, language)) }));
    const all = telling.reduce((sum, { weight }) => sum + weight, 0);
    if (all === 0) return [];
    const topics = new Map(classify(intents, words, language).ranked.map(({ intent, confidence }) => [intent, confidence]));
    return passages
      .map((passage, place) => {
        const sum = telling.reduce((total, { stem, from, weight }) => {
          const here = passage.words.has(stem) ? 1 : nearness(vectors, language, from, passage.vectors);
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
function indexOf({ knowledge, intents, texts }: Catalogue, vectors: WordVectors, language: Language): { passages: Passage[]; rarity: (stem: string) => number } {
  const passage = (title: string, text: string, about: readonly string[]): Passage => {
    const words = wordsOf(`${title} ${text}`).map(({ folded }) => folded).filter((word) => !asking.has(word));
    return {
      title, text, intents: about, titleWords: counted(wordsOf(title).map(({ folded }) => stemOf(folded, language))), words: counted(words.map((word) => stemOf(word, language))),
      vectors: [...new Set(words)].map((word) => meaningFrom(vectors, word, language)).filter((from) => from >= 0),
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
  return { passages, rarity: (stem) => Math.log((documents + 1) / Math.max(documents / rarestIn, (withStem.get(stem) ?? 0) + 0.5)) };
}

const counted = (words: readonly string[]): Map<string, number> => words.reduce((counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1), new Map<string, number>());

/** How near the nearest of these words is to a word, 0 for none. */
function nearness({ dimensions, tables }: WordVectors, language: Language, from: number, others: readonly number[]): number {
  if (from < 0) return 0;
  const { vectors } = tables[language];
  const length = (at: number): number => {
    let squares = 0;
    for (let d = 0; d < dimensions; d += 1) squares += (vectors[at + d] ?? 0) ** 2;
    return Math.sqrt(squares) || 1;
  };
  const own = length(from);
  let best = 0;
  for (const other of others) {
    let product = 0;
    for (let d = 0; d < dimensions; d += 1) product += (vectors[from + d] ?? 0) * (vectors[other + d] ?? 0);
    best = Math.max(best, product / (own * length(other)));
  }
  return best < nearFrom ? 0 : nearCounts * ((best - nearFrom) / (1 - nearFrom));
}
