import type { Language } from "../../core/turn.ts";
import { typical } from "../../core/emotion.ts";
import { emotions } from "../../core/understanding.ts";
import type { Emotion, EmotionReading } from "../../core/understanding.ts";
import { chance } from "../linear/logistic.ts";
import type { GeneralSentiment } from "../general-sentiment.ts";
import type { Lexicon } from "../lexicon.ts";
import { wordSet } from "../words.ts";
import type { Word } from "../words.ts";
import type { WordVectors } from "../word-vectors.ts";
import { readByLexicon } from "./by-lexicon.ts";
import type { LexicalReading } from "./by-lexicon.ts";
import { emotionFeatures } from "./features.ts";
import type { EmotionFeatures } from "./features.ts";
import { marginsOf } from "./margins.ts";
import { chancesOf, chosenOf, columnOf, polarity, serviceShare, sigmoid } from "./model.ts";
import type { EmotionModel, Judgement } from "./model.ts";
import { namedFeeling } from "./named-feeling.ts";
import { scoresOf } from "./scores.ts";
import type { EmotionScores } from "./scores.ts";

/** What the features of a text are made with. */
export type EmotionReaders = { lexicons: Record<Language, Lexicon>; general: GeneralSentiment; vectors: WordVectors };

/** A turn as read so far. `asks`: the patterns of human-request.ts find a request for a person in it. */
export type TurnParts = { text: string; words: Word[]; clauses: Word[][]; language: Language; asks: boolean };

/** `person`: 0 to 1, how likely the text asks for a person now. */
export type TurnReading = { emotion: EmotionReading; person: number };

/** Below this, more than half of the readings are wrong: it reads as neutral, and the confidence says that nothing is known. */
const floor = 0.3;
/** A text that reads as neither pleasant nor unpleasant stays this near zero, whatever its words lean to. */
const neutralReach = 0.09;
/** Confusion is a little unpleasant and no complaint. */
const confusedValence = -0.2;
/** A text with a pleasant or unpleasant feeling is at least this far from zero. */
const feltFrom = 0.15;
/** Readings beyond the surest that was measured keep their order just below it. */
const stillOrdered = 0.1;
/** Evidence: pieces that by themselves make the emotion this much likelier, in log-odds, and no more than fit a line. */
const tellsFrom = 0.25;
const evidenceKept = 6;
/** Words that join others: they may weigh in the model, but nobody sees a feeling in them. */
const joints = wordSet("a al con de del e el en la las lo los me mi o para pero por que se su te tu u un una y ya an and as at but by for from i in is it my of on or so the this to was with you your");

/**
 * How one turn reads, by the trained model over words, their meaning and the domain lexicons (docs/models/emotion.md).
 *
 * @returns valence and arousal in [-1, 1], the emotion with the frequency with which such a reading is right, and the words it rests on as written
 */
export function readEmotion(parts: TurnParts, model: EmotionModel, readers: EmotionReaders): TurnReading {
  const { language, asks } = parts;
  const { lexical, read, margins, chances } = judgeTurn(parts, model, readers);
  const scores = read.columns;
  const score = (judgement: Judgement): number => scores[columnOf(judgement)] ?? 0;
  const { sharpness, bias, most } = model.confidence[language];
  const best = chosenOf(chances);
  const fitted = sigmoid(sharpness * logit(chances[best] ?? 0) + bias);
  const confidence = Math.min(fitted, most - stillOrdered * (1 - fitted));
  const sure = confidence >= floor;
  const arousal = rounded(blended("arousal", chances, score("arousal"), lexical));
  const valence = blended("valence", chances, score("valence"), lexical);
  const heard = emotions[best] ?? "neutral";
  const named = namedFeeling(parts.words, readers.lexicons[language]);
  // Of feelings that are alike unpleasant the model may take another; whoever names theirs knows.
  const felt = named !== null && polarity[named] < 0 && polarity[heard] < 0 ? named : loudened(heard, arousal, lexical);
  const emotion = sure && !onlyNegated(lexical) ? felt : "neutral";
  return {
    person: rounded(chance(model.person, personSignals(margins.asks, asks))),
    emotion: {
      emotion, valence: rounded(valenceOf(emotion, valence, neutralLean(chances, serviceShare(scores), lexical))), arousal, confidence: rounded(confidence),
      evidence: emotion === "neutral" ? [] : evidenceOf(read, emotions.indexOf(emotion), lexical),
      dissatisfaction: rounded(sigmoid(score("dissatisfied"))), needsPerson: rounded(sigmoid(score("handover"))),
    },
  };
}

/** What tells a request for a person: how far the text is on the side of asking, and whether the patterns find a request. */
export const personSignals = (margin: number, asks: boolean): number[] => [margin, Number(asks)];

/** What the lexicons and both models make of a turn; `chances` of the eight emotions, in their order, before they are calibrated. */
export function judgeTurn(parts: TurnParts, model: EmotionModel, readers: EmotionReaders): { lexical: LexicalReading; read: EmotionScores; margins: ReturnType<typeof marginsOf>; chances: number[] } {
  const lexical = lexicalOf(parts, readers);
  const read = scoresOf(model, parts.text, parts.language, lexical, parts.asks, readers.vectors);
  const margins = marginsOf(model.margins, parts.words, parts.language);
  return { lexical, read, margins, chances: chancesOf(read.columns, model.rates[parts.language], margins.emotions, lexical) };
}

/** What the model learns from a turn. */
export const featuresOf = (parts: Omit<TurnParts, "words">, readers: EmotionReaders): EmotionFeatures =>
  emotionFeatures(parts.text, parts.language, lexicalOf(parts, readers), parts.asks, readers.vectors);

const lexicalOf = ({ text, clauses, language }: Omit<TurnParts, "words">, { lexicons, general }: EmotionReaders): LexicalReading =>
  readByLexicon({ text, clauses, language, lexicon: lexicons[language], general });

/** "I was not sad": all its feeling is denied, and there is little else in it. Words by themselves, the model would hear the feeling. */
const onlyNegated = ({ votes, covered }: LexicalReading): boolean => covered >= 0.5 && votes.every((vote, i) => (emotions[i] === "neutral" ? vote > 0 : vote === 0));

/** Frustration that is shouted, and that the lexicons hear as anger, is anger: as unpleasant, and more agitated. */
const loudened = (emotion: Emotion, arousal: number, lexical: LexicalReading): Emotion => (emotion === "frustrated" && lexical.emotion === "angry" && arousal >= 0.7 ? "angry" : emotion);

/** How much the lexicons' own figures count where they found something, and how much more where that is all of the turn. */
const lexiconShare = 0.3;
const lexiconShareAlone = 0.5;

/** The mean of what is fitted to people's figures and what the emotions' chances let expect (each alone correlates .03 less), with the lexicons' in it. */
function blended(of: "valence" | "arousal", chances: number[], fitted: number, lexical: LexicalReading): number {
  const expected = emotions.reduce((sum, emotion, i) => sum + (chances[i] ?? 0) * typical[emotion][of], 0);
  const read = (clamp(fitted) + expected) / 2;
  const share = lexical.votes.some((vote) => vote > 0) ? lexiconShare + lexiconShareAlone * lexical.covered : 0;
  return (1 - share) * read + share * lexical[of];
}

/** The valence of the turn, kept on the side of the emotion it is given. */
function valenceOf(emotion: Emotion, valence: number, neutral: number): number {
  if (emotion === "confused") return Math.max(confusedValence, Math.min(neutralReach, valence));
  const side = polarity[emotion];
  return side === 0 ? neutral : side * Math.max(feltFrom, side * valence);
}

/** Where a neutral turn leans: a customer's as the lexicons' words in it do, a post, or a turn in which they know nothing, as its emotions' chances do. */
function neutralLean(chances: number[], share: number, { valence, votes }: LexicalReading): number {
  let pleasant = 1e-6;
  let unpleasant = 1e-6;
  emotions.forEach((emotion, i) => {
    if (polarity[emotion] > 0) pleasant += chances[i] ?? 0;
    if (polarity[emotion] < 0) unpleasant += chances[i] ?? 0;
  });
  const told = valence === 0 && votes.every((vote) => vote === 0) ? Math.max(0, (share - 0.5) / 0.5) : share;
  const lean = neutralReach * (told * Math.tanh(valence) + (1 - told) * Math.tanh(Math.log(pleasant / unpleasant)));
  return Math.round(lean * 1000) / 1000;
}

function evidenceOf({ pieces, toldBy }: EmotionScores, column: number, lexical: LexicalReading): string[] {
  const told = toldBy(column);
  const inLexicon = polarity[lexical.emotion] === polarity[emotions[column] ?? "neutral"] ? lexical.evidence : [];
  const words = pieces
    .map((piece, i) => ({ piece, weight: told[i] ?? 0 }))
    .filter(({ piece, weight }) => weight >= tellsFrom && !inLexicon.some((phrase) => phrase.includes(piece)))
    .sort((a, b) => b.weight - a.weight)
    .map(({ piece }) => piece);
  const all = [...new Set([...inLexicon, ...words])];
  const telling = all.filter((one) => !joints.has(one.toLowerCase()));
  return (telling.length > 0 ? telling : all).slice(0, evidenceKept);
}

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const logit = (chance: number): number => Math.log(Math.max(1e-6, chance) / Math.max(1e-6, 1 - chance));
