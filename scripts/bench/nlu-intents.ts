import { join } from "node:path";
import { classify } from "../../src/nlu/intent-model.ts";
import { storeIntentModel } from "../../src/nlu/intent-storage.ts";
import { trainIntents } from "../../src/nlu/intent-training.ts";
import { loadWordVectors } from "../../src/nlu/word-vectors.ts";
import type { WordVectors } from "../../src/nlu/word-vectors.ts";
import { wordsOf } from "../../src/nlu/words.ts";
import { accuracy, answerable, auroc, reliability } from "./intent-figures.ts";
import type { Answer, Bin, Share } from "./intent-figures.ts";
import { naturalBayes, nodeNlp, ours } from "./intent-rivals.ts";
import type { Rival } from "./intent-rivals.ts";
import { readIntentSet, roundsOf } from "./intent-sets.ts";
import type { IntentRow, Protocol } from "./intent-sets.ts";

type Measure = "accuracy" | "auroc" | "answerable";

/** One figure of one classifier. `goal` is for the hidden test of the set, which differs from what is measured here. */
export type IntentFigure = { set: string; protocol: Protocol; measure: Measure; rival: string; goal: number | null; share: Share };
export type IntentCosts = { trainCpuSeconds: number; predictMicroseconds: number; modelBytes: number };
export type IntentBench = { figures: IntentFigure[]; costs: IntentCosts; reliability: { set: string; language: "es" | "en"; bins: Bin[] }[]; missing: string[] };

type Plan = { set: string; protocol: Protocol; goals: [Measure, number | null][] };

const plans: Plan[] = [
  { set: "banking77", protocol: "full", goals: [["accuracy", 0.925]] },
  { set: "banking77_oos", protocol: "full", goals: [["auroc", 0.91]] },
  { set: "clinc150", protocol: "full", goals: [["accuracy", 0.935], ["auroc", 0.96], ["answerable", 0.76]] },
  { set: "hwu64", protocol: "full", goals: [["accuracy", 0.9]] },
  { set: "mtop_es", protocol: "full", goals: [["accuracy", 0.895]] },
  { set: "nlpjs50_es", protocol: "full", goals: [["accuracy", 0.96]] },
  { set: "natcs_finance", protocol: "full", goals: [["accuracy", 0.95]] },
  { set: "hint3_curekart", protocol: "full", goals: [["accuracy", 0.845]] },
  { set: "hint3_curekart", protocol: "left-out", goals: [["auroc", 0.9]] },
  { set: "hint3_powerplay11", protocol: "full", goals: [["accuracy", 0.64]] },
  { set: "hint3_powerplay11", protocol: "left-out", goals: [["auroc", 0.78]] },
  { set: "hint3_sofmattress", protocol: "full", goals: [["accuracy", null], ["auroc", null]] },
  { set: "clinc150", protocol: "ten-each", goals: [["accuracy", 0.84]] },
  { set: "banking77", protocol: "ten-each", goals: [["accuracy", 0.745]] },
  { set: "mtop_es", protocol: "ten-each", goals: [["accuracy", 0.745]] },
];

/** Strangers count so much that they are as many as in CLINC150's test: 1,000 to 4,500. */
const strangersPerInScope = 1000 / 4500;
const reliabilityOf = new Set(["hwu64", "mtop_es", "clinc150"]);

/**
 * Measures the intent classifier and what anyone would take instead on public data, by the protocols of intent-sets.ts.
 *
 * @param dataDir the folder with `intents_*.jsonl.gz`
 * @param nodeNlpDir where node-nlp is installed, or null
 */
export async function benchIntents(dataDir: string, progress: (text: string) => void, nodeNlpDir: string | null = null): Promise<IntentBench> {
  const vectors = await loadWordVectors(join(import.meta.dirname, "../../src/nlu/models/vectors.json"));
  const theirs = nodeNlp(nodeNlpDir);
  const rivals = [ours(vectors), naturalBayes(), ...(theirs === null ? [] : [theirs])];
  const bench: IntentBench = { figures: [], reliability: [], costs: await costs(dataDir, vectors), missing: theirs === null ? ["node-nlp is not installed"] : [] };
  for (const { set, protocol, goals } of plans) {
    const rows = await readIntentSet(dataDir, set);
    for (const rival of rivals) {
      progress(`${set}, ${protocol}, ${rival.name}`);
      const answers = await allAnswers(rival, rows, protocol);
      for (const [measure, goal] of goals) bench.figures.push({ set, protocol, measure, rival: rival.name, goal, share: figure(measure, answers) });
      if (rival === rivals[0] && protocol === "full" && reliabilityOf.has(set)) bench.reliability.push({ set, language: rows[0]?.lang ?? "en", bins: reliability(answers) });
    }
  }
  return bench;
}

async function allAnswers(rival: Rival, rows: readonly IntentRow[], protocol: Protocol): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const round of roundsOf(rows, protocol)) answers.push(...(await rival.answer(round)));
  return answers;
}

function figure(measure: Measure, answers: readonly Answer[]): Share {
  switch (measure) {
    case "accuracy":
      return accuracy(answers);
    case "auroc":
      return auroc(answers);
    case "answerable": {
      const strangers = answers.filter(({ gold }) => gold === "oos").length;
      return answerable(answers, (strangersPerInScope * (answers.length - strangers)) / strangers);
    }
  }
}

/** What all of CLINC150 costs: processor time of training with calibration, of one prediction, and the stored model. */
async function costs(dataDir: string, vectors: WordVectors): Promise<IntentCosts> {
  const rows = await readIntentSet(dataDir, "clinc150");
  const examples = rows.filter(({ split }) => split === "train").map(({ text, intent, lang }) => ({ text, intent, language: lang }));
  const before = process.cpuUsage();
  const model = trainIntents(examples, "bench", vectors);
  const trained = process.cpuUsage(before);
  const asked = rows.filter(({ split }) => split === "dev");
  const start = process.cpuUsage();
  for (const { text, lang } of asked) classify(model, wordsOf(text), lang);
  const read = process.cpuUsage(start);
  return {
    trainCpuSeconds: (trained.user + trained.system) / 1e6,
    predictMicroseconds: (read.user + read.system) / asked.length,
    modelBytes: JSON.stringify(storeIntentModel(model)).length,
  };
}

const percent = (value: number): string => (Number.isNaN(value) ? "n/a" : value.toFixed(3));

/** The figures as lines of text, one per set, protocol and measure, with every classifier's value and interval. */
export function printedIntents({ figures, costs: { trainCpuSeconds, predictMicroseconds, modelBytes }, reliability: tables, missing }: IntentBench): string {
  const keys = [...new Set(figures.map(({ set, protocol, measure }) => `${set} ${protocol} ${measure}`))];
  const lines = keys.map((key) => {
    const own = figures.filter(({ set, protocol, measure }) => `${set} ${protocol} ${measure}` === key);
    const values = own.map(({ rival, share: { value, low, high } }) => `${rival} ${percent(value)} (${percent(low)} to ${percent(high)})`);
    return `${key}, goal ${own[0]?.goal ?? "none"}, n ${own[0]?.share.n ?? 0}: ${values.join(" · ")}`;
  });
  const cost = `all of CLINC150: ${trainCpuSeconds.toFixed(1)} CPU s to train, ${predictMicroseconds.toFixed(0)} µs a prediction, ${(modelBytes / 1e6).toFixed(1)} MB`;
  const reliable = tables.map(({ set, language, bins }) => `${set} (${language}) confidence/right: ${bins.filter(({ n }) => n > 0).map(({ n, confidence, right }) => `${confidence.toFixed(2)}/${right.toFixed(2)} (${n})`).join(" ")}`);
  return [...lines, cost, ...reliable, ...missing].join("\n");
}
