import type { Language } from "../../src/core/turn.ts";
import type { EmotionFeatures } from "../../src/nlu/emotion/features.ts";
import type { EmotionExample } from "../../src/nlu/emotion/training.ts";
import type { MarginExample } from "../../src/nlu/emotion/margins-training.ts";
import { featuresOf } from "../../src/nlu/emotion/read-emotion.ts";
import type { EmotionReaders, TurnParts } from "../../src/nlu/emotion/read-emotion.ts";
import { asksForPerson } from "../../src/nlu/human-request.ts";
import { clausesOf, wordsOf } from "../../src/nlu/words.ts";
import type { LabelledText, RequestText } from "./labelled-texts.ts";
import { allowedEmotions, pricedAt, trainedOn } from "./public-texts.ts";
import type { PublicText } from "./public-texts.ts";

/** A text of our own counts this much against one of Reddit: it is the world the model is for, and there are fewer of them. */
const ownWeight = 8;
/** What the other world teaches each: most words mean the same in both. */
const publicInService = 0.5;
const ownInGeneral = 1;
/** What an error about one of our own counts where the posts' emotions are trained for good: customers use the same words at other rates. */
const ownInPosts = 0.2;
const ownPostInPosts = 1;
/** A post to a company is a customer's; whose the others are, nobody has said. */
const addressed = /@user/;
/** There are six times as many posts as customer texts, and a text that could be either is a customer's. */
const ownInWorld = 20;
/** In a set, a label's weight falls with the root of how often it is used: rare emotions count without drowning the others. */
const balance = 0.5;

/** The demo catalogue's utterances. The calm ones only say what is wanted, and teach that a topic is no feeling. */
export type PlainText = { text: string; language: Language; calm: boolean; asksForPerson: boolean };
const plainWeight = 2;

export type TextSets = { own: LabelledText[]; requests: RequestText[]; plain: PlainText[]; publicSets: Map<string, PublicText[]> };

/** A text as the running model takes it. */
export function turnOf(text: string, language: Language): TurnParts {
  const words = wordsOf(text);
  const clauses = clausesOf(text, words);
  return { text, words, clauses, language, asks: asksForPerson(clauses) };
}

/** Features of a text as the running model sees them. */
export const trainingFeatures = (text: string, language: Language, readers: EmotionReaders): EmotionFeatures => featuresOf(turnOf(text, language), readers);

/** All sets as examples, in a fixed order; each set, and each kind of our own texts in each language, is a source of its own. */
export function emotionExamples({ own, requests, plain, publicSets }: TextSets, readers: EmotionReaders): { examples: EmotionExample[]; sources: string[] } {
  const bySource = new Map<string, Omit<EmotionExample, "source">[]>();
  const grouped = (source: string, examples: Omit<EmotionExample, "source">[]): void => { bySource.set(source, balanced(examples)); };
  for (const [set, texts] of publicSets) {
    grouped(set, texts.map(({ text, lang, labels }) => ({
      features: trainingFeatures(text, lang, readers), emotions: allowedEmotions(labels),
      weights: { service: publicInService * (trainedOn[set] ?? 1), general: trainedOn[set] ?? 1, judgements: 1, world: 1 }, inPosts: pricedAt[set] ?? 1,
      judgements: { service: Number(labels.handoff !== undefined) },
    })).filter(({ emotions, judgements }) => emotions.length > 0 || judgements.service === 1));
  }
  for (const language of ["es", "en"] as const) {
    for (const kind of ["turn", "dialogue", "post"] as const) {
      const texts = own.filter((text) => text.language === language && text.kind === kind);
      grouped(`own ${kind} ${language}`, texts.flatMap(({ turns }) => turns.flatMap((turn) => (turn.speaker === "customer" ? [{
        features: trainingFeatures(turn.text, language, readers), emotions: [turn.emotion],
        weights: { service: ownWeight, general: kind === "post" ? ownWeight : ownInGeneral, judgements: ownWeight, world: ownInWorld }, inPosts: kind === "post" ? ownPostInPosts : ownInPosts,
        judgements: {
          ...(kind === "post" && !addressed.test(turn.text) ? {} : { service: 1 }),
          dissatisfied: Number(turn.dissatisfied), valence: turn.valence, arousal: turn.arousal,
          ...(turn.handover === null ? {} : { handover: Number(turn.handover) }),
        },
      }] : []))));
    }
  }
  for (const language of ["es", "en"] as const) {
    bySource.set(`requests ${language}`, requests.filter((one) => one.language === language).map(({ text }) => ({
      features: trainingFeatures(text, language, readers), emotions: [], judgements: { service: 1 }, inPosts: 0, weights: { service: 0, general: 0, judgements: ownWeight, world: ownInWorld },
    })));
  }
  for (const language of ["es", "en"] as const) {
    const spokenOf = requests.filter(({ plain: unfelt }) => unfelt).map((one) => ({ ...one, calm: true }));
    const examples = [...plain, ...spokenOf].filter((one) => one.calm && one.language === language).map(({ text }) => ({ features: trainingFeatures(text, language, readers), emotions: ["neutral" as const], judgements: { service: 1, dissatisfied: 0, valence: 0, arousal: 0 }, weights: { service: plainWeight, general: 0, judgements: plainWeight, world: plainWeight }, inPosts: 0 }));
    bySource.set(`own turn ${language}`, [...(bySource.get(`own turn ${language}`) ?? []), ...examples]);
  }
  const sources = [...bySource.keys()];
  return { sources, examples: sources.flatMap((name, source) => (bySource.get(name) ?? []).map((example) => ({ ...example, source }))) };
}

function balanced(examples: Omit<EmotionExample, "source">[]): Omit<EmotionExample, "source">[] {
  const counts = new Map<string, number>();
  for (const { emotions } of examples) counts.set(emotions.join(), (counts.get(emotions.join()) ?? 0) + 1);
  return examples.map((example) => {
    const rarity = (examples.length / counts.size / (counts.get(example.emotions.join()) ?? 1)) ** balance;
    const { service, general, judgements, world } = example.weights;
    return { ...example, weights: { service: service * rarity, general: general * rarity, judgements: judgements * rarity, world } };
  });
}

/** What the second opinion learns from: customers' texts alone. */
export function marginExamples({ own, requests, plain, publicSets }: TextSets): MarginExample[] {
  return [
    ...own.flatMap(({ language, turns }) => turns.flatMap((turn) => (turn.speaker === "customer" ? [{ text: turn.text, language, emotion: turn.emotion, asks: turn.asksForPerson }] : []))),
    ...requests.map(({ text, language, asksForPerson, plain: unfelt }) => ({ text, language, emotion: unfelt ? ("neutral" as const) : null, asks: asksForPerson })),
    ...plain.map(({ text, language, asksForPerson }) => ({ text, language, emotion: null, asks: asksForPerson })),
    ...[...publicSets.values()].flat().flatMap(({ text, lang, labels }) => (labels.handoff === undefined ? [] : [{ text, language: lang, emotion: null, asks: labels.handoff === 1 }])),
  ];
}
