import { join } from "node:path";
import { readDialogue } from "../../src/app/read-dialogue.ts";
import type { DialogueParts } from "../../src/app/read-dialogue.ts";
import { defaultSettings } from "../../src/core/policy-settings.ts";
import type { Language } from "../../src/core/turn.ts";
import { emotions } from "../../src/core/understanding.ts";
import { readBotTurn } from "../../src/nlu/bot-turn.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { topicsOf } from "../../src/nlu/catalogue-views.ts";
import { createUnderstand, loadModels } from "../../src/nlu/understand.ts";
import { readLabelledTexts } from "../train/labelled-texts.ts";
import type { LabelledText, LabelledTurn } from "../train/labelled-texts.ts";
import { judged } from "../train/patience.ts";
import type { JudgedDialogue } from "../train/patience.ts";
import { readPublicTexts } from "../train/public-texts.ts";
import type { PublicText } from "../train/public-texts.ts";
import { areaUnder, correlation, f1, macroF1, withInterval } from "./emotion-figures.ts";
import { naturalAfinn, ourReader, plainSentiment, vader } from "./emotion-rivals.ts";
import type { EmotionRival, Read } from "./emotion-rivals.ts";
import type { Share } from "./intent-figures.ts";

export type EmotionFigure = { set: string; measure: string; goal: number | null; by: Record<string, Share> };
export type EmotionBench = { figures: EmotionFigure[]; reliability: { language: Language; bins: { confidence: number; right: number; n: number }[] }[]; missing: string[] };

type Plan = { set: string; split: "train" | "dev"; measure: "sentiment" | "polarity" | "eight"; goal: number };
/** Sets that nothing is trained on are read whole; of the others only their dev. */
const plans: Plan[] = [
  { set: "airline_en", split: "train", measure: "sentiment", goal: 0.68 },
  { set: "umsab_en", split: "dev", measure: "sentiment", goal: 0.63 },
  { set: "umsab_es", split: "dev", measure: "sentiment", goal: 0.57 },
  { set: "emoevent_es", split: "train", measure: "sentiment", goal: 0.6 },
  { set: "goemotions_en", split: "dev", measure: "eight", goal: 0.64 },
  { set: "xed_es", split: "dev", measure: "polarity", goal: 0.75 },
  { set: "brighter_es", split: "dev", measure: "polarity", goal: 0.87 },
];
const languages = ["es", "en"] as const;
const sides = ["neg", "neu", "pos"] as const;

/**
 * Measures how emotion, requests for a person and the moment of handing over are read: on public sets, and on our own labelled texts that are held out.
 *
 * @param dataDir the folder that holds `emotion/`
 * @param rivalsDir where the other packages are installed
 */
export async function benchEmotion(dataDir: string, rivalsDir: string, progress: (text: string) => void): Promise<EmotionBench> {
  const root = join(import.meta.dirname, "../..");
  const models = await loadModels(join(root, "src/nlu/models"));
  const theirs = vader(rivalsDir);
  const rivals = [ourReader(models), plainSentiment(), naturalAfinn(), ...(theirs === null ? [] : [theirs])];
  const figures: EmotionFigure[] = [];
  for (const plan of plans) {
    progress(plan.set);
    figures.push(publicFigure(plan, await readPublicTexts(dataDir, plan.set, plan.split), rivals));
  }
  const understand = createUnderstand(models);
  const handoffs = await readPublicTexts(dataDir, "nlupp_en", "dev");
  figures.push(own("nlupp_en", "asks for a person, F1", 0.9, handoffs.map(({ text, lang, labels }) => [labels.handoff === 1, asks(text, lang)] as const), (pairs) => f1(pairs, true)));
  function asks(text: string, language: Language): boolean {
    return understand({ text, previousLanguage: language, locale: language, readTone: true, at: 0 }).wantsHuman;
  }
  const { texts, requests } = await readLabelledTexts(join(root, "intents/feelings"));
  const parts: DialogueParts = { understand, topics: topicsOf(await loadCatalogue(join(root, "intents"))), settings: defaultSettings, readBotTurn };
  const reliability: EmotionBench["reliability"] = [];
  for (const language of languages) {
    progress(`our own held-out texts, ${language}`);
    const held = texts.filter((text) => text.heldOut && text.language === language && text.kind !== "post");
    figures.push(...turnFigures(customerTurns(held), language, rivals));
    const people = requests.filter((one) => one.heldOut && one.language === language).map(({ text, asksForPerson }) => [asksForPerson, asks(text, language)] as const);
    figures.push(own(`own requests ${language}`, "asks for a person, F1", 0.88, people, (pairs) => f1(pairs, true)));
    figures.push(...dialogueFigures(held.filter(({ kind }) => kind === "dialogue").map((dialogue) => judged(dialogue, parts)), language));
    reliability.push({ language, bins: reliable(held, parts) });
  }
  return { figures, reliability, missing: theirs === null ? ["vader-sentiment is not installed"] : [] };
}

const own = <Row>(set: string, measure: string, goal: number | null, rows: readonly Row[], figure: (rows: readonly Row[]) => number): EmotionFigure =>
  ({ set, measure, goal, by: { Relevo: withInterval(rows, figure) } });

const customerTurns = (texts: readonly LabelledText[]): LabelledTurn[] => texts.flatMap(({ turns }) => turns.filter((turn) => turn.speaker === "customer"));

/** A figure of every rival that reads the language. */
function everyones<Row>(rows: readonly Row[], rivals: readonly EmotionRival[], read: (row: Row, rival: EmotionRival) => Read | null, figure: (pairs: readonly { row: Row; read: Read }[]) => number): Record<string, Share> {
  return Object.fromEntries(rivals.flatMap((rival) => {
    const pairs = rows.flatMap((row) => { const found = read(row, rival); return found === null ? [] : [{ row, read: found }]; });
    return pairs.length === 0 ? [] : [[rival.name, withInterval(pairs, figure)]];
  }));
}

function publicFigure({ set, measure, goal }: Plan, texts: readonly PublicText[], rivals: readonly EmotionRival[]): EmotionFigure {
  const rows = texts.filter(({ labels }) => (measure === "eight" ? labels.emotion8 : labels.sentiment) !== undefined);
  const by = everyones(rows, rivals, ({ text, lang }, rival) => rival.read(text, lang), (pairs) => {
    if (measure === "eight") return macroF1(pairs.map(({ row, read }) => [row.labels.emotion8, read.emotion] as const), emotions);
    if (measure === "sentiment") return macroF1(pairs.map(({ row, read }) => [row.labels.sentiment, read.sentiment] as const), sides);
    return macroF1(pairs.map(({ row, read }) => [row.labels.sentiment, read.valence < 0 ? "neg" : "pos"] as const), ["neg", "pos"]);
  });
  return { set, measure: measure === "eight" ? "eight emotions, macro-F1" : measure === "sentiment" ? "three sentiments, macro-F1" : "polarity, macro-F1", goal, by };
}

function turnFigures(turns: readonly LabelledTurn[], language: Language, rivals: readonly EmotionRival[]): EmotionFigure[] {
  const read = ({ text }: LabelledTurn, rival: EmotionRival): Read | null => rival.read(text, language);
  const figure = (measure: string, goal: number, of: (pairs: readonly { row: LabelledTurn; read: Read }[]) => number): EmotionFigure => ({ set: `own turns ${language}`, measure, goal, by: everyones(turns, rivals, read, of) });
  return [
    figure("eight emotions, macro-F1", 0.5, (pairs) => macroF1(pairs.map(({ row, read: said }) => [row.emotion, said.emotion] as const), emotions)),
    figure("valence, correlation", 0.65, (pairs) => correlation(pairs.map(({ row, read: said }) => [row.valence, said.valence] as const))),
    figure("dissatisfied, AUC", 0.85, (pairs) => areaUnder(pairs.map(({ row, read: said }) => [row.dissatisfied, said.dissatisfaction] as const))),
  ];
}

/** On or within one turn of the right moment. */
const tolerance = 1;

function dialogueFigures(dialogues: readonly JudgedDialogue[], language: Language): EmotionFigure[] {
  const moments = dialogues.map(({ turns, readings }) => ({ right: turns.findIndex(({ handover }) => handover === true), taken: readings.findIndex(({ reason }) => reason !== null) }));
  const due = moments.filter(({ right }) => right >= 0);
  return [
    own(`own dialogues ${language}`, "handed over, F1", 0.8, moments, (rows) => f1(rows.map(({ right, taken }) => [right >= 0, taken >= 0] as const), true)),
    own(`own dialogues ${language}`, "handed over within a turn of the right one", 0.75, due, (rows) => rows.filter(({ right, taken }) => taken >= 0 && Math.abs(right - taken) <= tolerance).length / rows.length),
  ];
}

/** How often readings of a confidence are right, by tenths. */
function reliable(texts: readonly LabelledText[], parts: DialogueParts): { confidence: number; right: number; n: number }[] {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0, n: 0 }));
  for (const { turns, language } of texts) {
    const customer = turns.filter((turn) => turn.speaker === "customer");
    readDialogue(turns.map(({ speaker, text }) => ({ speaker, text, language })), 0, parts).forEach(({ understanding: { emotion } }, i) => {
      const bin = emotion === null ? undefined : bins[Math.min(9, Math.floor(emotion.confidence * 10))];
      if (bin === undefined || emotion === null) return;
      bin.n += 1;
      bin.confidence += emotion.confidence;
      bin.right += Number(customer[i]?.emotion === emotion.emotion);
    });
  }
  return bins.filter(({ n }) => n > 0).map(({ confidence, right, n }) => ({ confidence: confidence / n, right: right / n, n }));
}
