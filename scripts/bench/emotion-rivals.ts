import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Language } from "../../src/core/turn.ts";
import { emotions } from "../../src/core/understanding.ts";
import type { Emotion } from "../../src/core/understanding.ts";
import { clausesOf, wordsOf } from "../../src/nlu/words.ts";
import { asksForPerson } from "../../src/nlu/human-request.ts";
import { readEmotion } from "../../src/nlu/emotion/read-emotion.ts";
import type { Models } from "../../src/nlu/models.ts";

export type Sentiment = "neg" | "neu" | "pos";
export type Read = { emotion: Emotion; sentiment: Sentiment; valence: number; dissatisfaction: number };
/** A way to read how a text feels; null for a language it does not know. */
export type EmotionRival = { name: string; read: (text: string, language: Language) => Read | null };

const side: Record<Emotion, Sentiment> = { neutral: "neu", confused: "neu", satisfied: "pos", excited: "pos", anxious: "neg", sad: "neg", frustrated: "neg", angry: "neg" };
export const sentimentOf = (emotion: Emotion): Sentiment => side[emotion];

export const ourReader = (models: Models): EmotionRival => ({
  name: "Relevo",
  read: (text, language) => {
    const words = wordsOf(text);
    const clauses = clausesOf(text, words);
    const { emotion } = readEmotion({ text, words, clauses, language, asks: asksForPerson(clauses) }, models.emotion, models.readers);
    return { emotion: emotion.emotion, sentiment: side[emotion.emotion], valence: emotion.valence, dissatisfaction: emotion.dissatisfaction };
  },
});

/** A word list tells only polarity: what is unpleasant counts as frustrated, what is pleasant as satisfied. */
function polar(score: number, edge: number): Read {
  const sentiment: Sentiment = score > edge ? "pos" : score < -edge ? "neg" : "neu";
  const emotion = sentiment === "pos" ? "satisfied" : sentiment === "neg" ? "frustrated" : "neutral";
  return { sentiment, emotion: emotions.find((one) => one === emotion) ?? "neutral", valence: score, dissatisfaction: -score };
}

const load = createRequire(import.meta.url);

/** `sentiment` as it comes: English alone. */
export function plainSentiment(): EmotionRival {
  const Sentiment: new () => { analyze: (text: string) => { comparative: number } } = load("sentiment");
  const reader = new Sentiment();
  return { name: "sentiment", read: (text, language) => (language === "en" ? polar(reader.analyze(text).comparative, 0) : null) };
}

/** natural's own analyser with AFINN, stems and the tokens of a blank-separated text. */
export function naturalAfinn(): EmotionRival {
  type Stemmer = { stem: (token: string) => string };
  type Analyzer = { getSentiment: (words: string[]) => number };
  const SentimentAnalyzer: new (language: string, stemmer: Stemmer, vocabulary: string) => Analyzer = load("natural/lib/natural/sentiment/index.js").SentimentAnalyzer;
  const { PorterStemmer, PorterStemmerEs }: { PorterStemmer: Stemmer; PorterStemmerEs: Stemmer } = load("natural/lib/natural/stemmers/index.js");
  const analyzers = { en: new SentimentAnalyzer("English", PorterStemmer, "afinn"), es: new SentimentAnalyzer("Spanish", PorterStemmerEs, "afinn") };
  return { name: "natural AFINN", read: (text, language) => polar(analyzers[language].getSentiment(wordsOf(text).map(({ text: word }) => word.toLowerCase())) || 0, 0) };
}

/** VADER (Hutto and Gilbert, 2014) with its customary edges of 0.05; English alone. Null where the package is not in `dir`. */
export function vader(dir: string): EmotionRival | null {
  if (!existsSync(join(dir, "node_modules/vader-sentiment"))) return null;
  const { SentimentIntensityAnalyzer }: { SentimentIntensityAnalyzer: { polarity_scores: (text: string) => { compound: number } } } = createRequire(join(dir, "x.js"))("vader-sentiment");
  return { name: "vader", read: (text, language) => (language === "en" ? polar(SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05) : null) };
}
