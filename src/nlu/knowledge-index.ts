import type { Language } from "../core/turn.ts";
import type { Catalogue } from "./catalogue-types.ts";
import { askedStem } from "./asked-stem.ts";
import { meaningFrom } from "./intent-meaning.ts";
import { nearnessTo } from "./word-nearness.ts";
import type { WordVectors } from "./word-vectors.ts";
import { fold, wordsOf, wordSet } from "./words.ts";

/** A word that all articles have tells this much less which of them is meant than one that a single article has. */
const sharedTells = 0.6;
/** A word that nobody has written is no rarer than one in this many texts: it is as often a slip of the pen. */
const rarestIn = 400;
/** Ways of asking tell "how long" from "which", but count little beside what is asked about. */
const askingCounts = 0.25;
/** Words whose nearness to the articles is kept: customers and colleagues ask with the same few hundred. */
const wordsKept = 500;

/** Ways of asking, which no article is about: small words, whom it is asked for, and what is to be told them. */
const asking = wordSet(`
  que como cual cuales cuando cuanto cuanta cuantos cuantas donde quien por para con sin de del la el los las un una unos unas y o a al en es son se lo le me mi su tu
  puedo puede podria tiempo hay tengo tiene quiero quisiera saber decir dime explica hacer hago hace poner pongo mas muy bien va van ser esta estan si no ya
  yo ella ellos ellas nosotros usted ustedes vosotros nos os les sus mis tus nuestro nuestra nuestros nuestras vuestro vuestra te ti ni u e pero pues aunque porque entonces asi tan tanto mucho mucha muchos muchas poco poca algo alguno alguna algun
  este esto estos estas ese esa eso esos esas aquel aquella cosa uno cada todo toda todos todas otro tambien solo aun todavia luego ahora aqui alli ahi aca ha he han hemos habia hubo era fue fueron sea estoy estaba eran soy somos tenemos tienen tenia podemos pueden podria quiere quieren queremos
  debo debe deben deberia haria hacemos hacen tocar toca hacerlo hacerse digo dice dicen decirle contesto contestar respondo responder explico explicar explicarle pregunta preguntan preguntar saben sabe
  cliente clienta clientes clientas senor senora senores chico chica persona personas gente alguien uno
  what how which when where who why do does did is are be can could should would i you we my your our the a an of for with without to in on at it and or
  there time has have want know tell me please make much many long any some good best if not
  he she they him her them his hers their theirs us its mine yours was were been being am had having doing done don't doesn't didn't won't can't isn't aren't wasn't haven't hasn't i'm i've it's that's what's there's he's she's they're you're we're let's
  will may might must shall ought this that these those then than so just also too very really still even ever anything something everything nothing anybody somebody everybody someone anyone one ones such own from by as into about but because though while
  say says said ask asks asked asking wants wanted wonders wondering explain answer need needs get gets got getting
  here customer customers client clients lady man gentleman guy woman person people folks`);

/** What parts one thing that an article says from the next. */
const sentenceEnd = /[.;:!?](?:\s|$)/;

/** A text as places of its words in the vocabulary, with how much each tells. */
export type PlacedText = { places: Uint16Array; weights: Float32Array; all: number };
/** A word of a question. */
export type AskedWord = {
  /** How near it is to each word of the vocabulary: 1 for the same stem. */ near: Float32Array;
  /** How near it comes to a word of each article: of its title and text, of these and the questions it answers, of its title. */ covered: Float32Array; known: Float32Array; titled: Float32Array;
  /** How much it tells, and whether it does more than ask. */ weight: number; tells: boolean;
  /** It names something to eat or drink. */ thing: boolean;
};
export type Passage = { title: string; text: string; intents: readonly string[]; /** Of things to eat and drink it answers for those it knows. */ namedOnly: boolean; asked: PlacedText[]; /** Its sentences, as places of their telling words. */ sentences: Uint16Array[] };
export type KnowledgeIndex = { passages: Passage[]; /** Questions that no article answers. */ unanswered: PlacedText[]; read(words: readonly string[]): AskedWord[] };

/** The articles of one language, in the order of the catalogue, ready to be compared with questions: what a word has to do with them is worked out once. */
export function indexArticles({ knowledge, intents, sameWords, unanswered, things }: Pick<Catalogue, "knowledge" | "intents" | "sameWords" | "unanswered" | "things">, vectors: WordVectors, language: Language): KnowledgeIndex {
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
  const passages = knowledge.map(({ title, text, intents: about, namedOnly, asked }): Passage => ({ title: title[language], text: text[language], intents: about, namedOnly, asked: asked[language].map(placed), sentences: text[language].split(sentenceEnd).map(telling) }));
  const titles = knowledge.map(({ title }) => telling(title[language]));
  const texts = knowledge.map(({ title, text }) => telling(`${title[language]} ${text[language]}`));
  const all = knowledge.map(({ title, text, asked }) => telling([title[language], text[language], ...asked[language]].join(" ")));
  const notAnswered = unanswered[language].map(placed);

  const named = new Set(things[language].flatMap(folded).map((word) => askedStem(word, language)));

  const lines = new Map<string, Set<number>>();
  for (const line of sameWords[language]) {
    const stems = [...new Set(line.map((word) => askedStem(fold(word), language)))];
    const there = stems.flatMap((stem) => places.get(stem) ?? []);
    for (const stem of stems) lines.set(stem, new Set([...(lines.get(stem) ?? []), ...there]));
  }
  const nearness = nearnessTo(vectors, language, vectorOf, (word) => lines.get(askedStem(word, language)) ?? []);
  const kept = new Map<string, AskedWord>();
  const read = (word: string): AskedWord => {
    const known = kept.get(word);
    if (known) return known;
    const near = nearness(word, places.get(askedStem(word, language)) ?? -1);
    const nearest = (articles: readonly Uint16Array[]): Float32Array => Float32Array.from(articles, (words) => words.reduce((best, place) => Math.max(best, near[place] ?? 0), 0));
    const made: AskedWord = { near, covered: nearest(texts), known: nearest(all), titled: nearest(titles), weight: rarity(word), tells: !asking.has(word), thing: !asking.has(word) && named.has(askedStem(word, language)) };
    if (kept.size >= wordsKept) kept.clear();
    kept.set(word, made);
    return made;
  };
  return { passages, unanswered: notAnswered, read: (words) => [...new Set(words)].map(read) };
}
