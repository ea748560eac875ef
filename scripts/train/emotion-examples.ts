import type { Language } from "../../src/core/turn.ts";
import type { EmotionFeatures } from "../../src/nlu/emotion/features.ts";
import type { EmotionExample } from "../../src/nlu/emotion/training.ts";
import { featuresOf } from "../../src/nlu/emotion/read-emotion.ts";
import type { EmotionReaders } from "../../src/nlu/emotion/read-emotion.ts";
import { asksForPerson } from "../../src/nlu/human-request.ts";
import { clausesOf, wordsOf } from "../../src/nlu/words.ts";
import type { LabelledText, RequestText } from "./labelled-texts.ts";
import { allowedEmotions, trainedOn } from "./public-texts.ts";
import type { PublicText } from "./public-texts.ts";

/** A text of our own counts this much against one of Reddit: it is the world the model is for, and there are fewer of them. */
const ownWeight = +(process.env.OW ?? 4);
/** In a set, a label's weight falls with the root of how often it is used: rare emotions count without drowning the others. */
const balance = +(process.env.BAL ?? 0.5);

/** Texts that only say what is wanted: the demo catalogue's utterances. They teach that a topic is no feeling. */
export type PlainText = { text: string; language: Language };
const plainWeight = +(process.env.PW ?? 1);

export type TextSets = { own: LabelledText[]; requests: RequestText[]; plain: PlainText[]; publicSets: Map<string, PublicText[]> };

/** Features of a text as the running model sees them. */
export function trainingFeatures(text: string, language: Language, readers: EmotionReaders): EmotionFeatures {
  const clauses = clausesOf(text, wordsOf(text));
  return featuresOf({ text, clauses, language, asks: asksForPerson(clauses) }, readers).features;
}

/** All sets as examples, in a fixed order; each set, and each kind of our own texts in each language, is a source of its own. */
export function emotionExamples({ own, requests, plain, publicSets }: TextSets, readers: EmotionReaders): { examples: EmotionExample[]; sources: string[] } {
  const bySource = new Map<string, Omit<EmotionExample, "source">[]>();
  const grouped = (source: string, examples: Omit<EmotionExample, "source">[]): void => { bySource.set(source, balanced(examples)); };
  for (const [set, texts] of publicSets) {
    grouped(set, texts.map(({ text, lang, labels }) => ({
      features: trainingFeatures(text, lang, readers), emotions: allowedEmotions(labels), weight: trainedOn[set] ?? 1,
      judgements: labels.handoff === undefined ? {} : { person: labels.handoff },
    })).filter(({ emotions, judgements }) => emotions.length > 0 || judgements.person !== undefined));
  }
  for (const language of ["es", "en"] as const) {
    for (const kind of ["turn", "dialogue", "post"] as const) {
      const texts = own.filter((text) => text.language === language && text.kind === kind);
      grouped(`own ${kind} ${language}`, texts.flatMap(({ turns }) => turns.flatMap((turn) => (turn.speaker === "customer" ? [{
        features: trainingFeatures(turn.text, language, readers), emotions: [turn.emotion], weight: ownWeight,
        judgements: {
          dissatisfied: Number(turn.dissatisfied), person: Number(turn.asksForPerson), valence: turn.valence, arousal: turn.arousal,
          ...(turn.handover === null ? {} : { handover: Number(turn.handover) }),
        },
      }] : []))));
    }
  }
  for (const language of ["es", "en"] as const) {
    bySource.set(`requests ${language}`, requests.filter((one) => one.language === language).map(({ text, asksForPerson }) => ({
      features: trainingFeatures(text, language, readers), emotions: [], judgements: { person: Number(asksForPerson) }, weight: ownWeight,
    })));
  }
  for (const language of ["es", "en"] as const) {
    const examples = plain.filter((one) => one.language === language).map(({ text }) => ({ features: trainingFeatures(text, language, readers), emotions: ["neutral" as const], judgements: { dissatisfied: 0, valence: 0, arousal: 0 }, weight: plainWeight }));
    bySource.set(`own turn ${language}`, [...(bySource.get(`own turn ${language}`) ?? []), ...examples]);
  }
  const sources = [...bySource.keys()];
  return { sources, examples: sources.flatMap((name, source) => (bySource.get(name) ?? []).map((example) => ({ ...example, source }))) };
}

function balanced(examples: Omit<EmotionExample, "source">[]): Omit<EmotionExample, "source">[] {
  const counts = new Map<string, number>();
  for (const { emotions } of examples) counts.set(emotions.join(), (counts.get(emotions.join()) ?? 0) + 1);
  return examples.map((example) => ({ ...example, weight: example.weight * (examples.length / counts.size / (counts.get(example.emotions.join()) ?? 1)) ** balance }));
}
