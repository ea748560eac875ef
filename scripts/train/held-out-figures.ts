import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse } from "yaml";
import type { Language } from "../../src/core/turn.ts";
import { emotions } from "../../src/core/understanding.ts";
import { classify } from "../../src/nlu/intent-model.ts";
import type { IntentModel } from "../../src/nlu/intent-model.ts";
import type { Models } from "../../src/nlu/models.ts";
import { createUnderstand } from "../../src/nlu/understand.ts";
import { wordsOf } from "../../src/nlu/words.ts";
import { correlation, macroF1 } from "../bench/emotion-figures.ts";
import type { LabelledText } from "./labelled-texts.ts";

/** `hits`: which texts were read right, in a fixed order, where the figure is their share. */
export type Figure = { name: string; n: number; value: number; hits: boolean[] | null };
/** `lost` and `won`: texts read right before and no longer, and the other way round; null where the figure is no share. */
export type FigureChange = { name: string; n: number; before: number; after: number; flips: { lost: number; won: number } | null; verdict: "worse" | "worse-by-chance" | "same-or-better" };
export type Paraphrase = { text: string; intent: string; language: Language };

const languages: readonly Language[] = ["es", "en"];
const outOfScope = "oos";
/** Decided by patterns and the person detector, and not by the intents' model. */
const decidedElsewhere = "talk-to-person";
/** Less than this is rounding, and no loss. */
const lossFrom = 0.0005;
/** Training anew shuffles its texts anew, and some flip either way: McNemar's test (1947), 95 in 100. */
const chanceReach = 1.96;

/** The paraphrases under `test/nlu/paraphrases`, which nothing is trained on; none where a copy has no tests. */
export async function readParaphrases(root: string): Promise<Paraphrase[]> {
  const dir = join(root, "test/nlu/paraphrases");
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const lists = await Promise.all(names.filter((name) => name.endsWith(".yaml")).sort().map(async (name) => {
    const texts = parse(await readFile(join(dir, name), "utf8")) as Record<Language, string[]>;
    return languages.flatMap((language) => texts[language].map((text) => ({ text, language, intent: basename(name, ".yaml") })));
  }));
  return lists.flat().filter(({ intent }) => intent !== decidedElsewhere);
}

/** Per language: the share of wishes read as what they are, and of strangers not acted on. */
export function intentFigures(model: IntentModel, paraphrases: readonly Paraphrase[]): Figure[] {
  return languages.flatMap((language) => [true, false].flatMap((inScope) => {
    const texts = paraphrases.filter((one) => one.language === language && (one.intent !== outOfScope) === inScope);
    if (texts.length === 0) return [];
    const hits = texts.map(({ text, intent }) => {
      const { ranked, accept } = classify(model, wordsOf(text), language);
      return inScope ? ranked[0]?.intent === intent : !accept;
    });
    return [{ name: `${inScope ? "intents right" : "out of scope, not acted on"}, ${language}`, n: texts.length, value: hits.filter(Boolean).length / texts.length, hits }];
  }));
}

/** Per language: macro-F1 of the eight emotions and correlation of valence, on the labelled turns held out. */
export function emotionFigures(models: Models, texts: readonly LabelledText[]): Figure[] {
  const understand = createUnderstand(models);
  return languages.flatMap((language) => {
    const read = texts.filter((text) => text.language === language && text.heldOut).flatMap(({ turns }) => turns.flatMap((turn) => {
      if (turn.speaker !== "customer") return [];
      const { emotion: reading } = understand({ text: turn.text, previousLanguage: language, locale: language, readTone: true, at: 0 });
      return reading ? [{ turn, reading }] : [];
    }));
    if (read.length === 0) return [];
    return [
      { name: `emotions, macro-F1, ${language}`, n: read.length, value: macroF1(read.map(({ turn, reading }) => [turn.emotion, reading.emotion] as const), emotions), hits: null },
      { name: `valence, correlation, ${language}`, n: read.length, value: correlation(read.map(({ turn, reading }) => [turn.valence, reading.valence] as const)), hits: null },
    ];
  });
}

/** The same figures of two models side by side. */
export function compareFigures(before: readonly Figure[], after: readonly Figure[]): FigureChange[] {
  return after.flatMap(({ name, n, value, hits }): FigureChange[] => {
    const earlier = before.find((one) => one.name === name);
    if (earlier === undefined) return [];
    const flips = hits === null || earlier.hits === null ? null : flipsOf(earlier.hits, hits);
    const lower = value < earlier.value - lossFrom;
    const byChance = flips !== null && flips.lost - flips.won <= chanceReach * Math.sqrt(flips.lost + flips.won);
    return [{ name, n, before: earlier.value, after: value, flips, verdict: !lower ? "same-or-better" : byChance ? "worse-by-chance" : "worse" }];
  });
}

function flipsOf(before: readonly boolean[], after: readonly boolean[]): { lost: number; won: number } {
  return { lost: before.filter((hit, i) => hit && after[i] === false).length, won: after.filter((hit, i) => hit && before[i] === false).length };
}

export function printedFigures(changes: readonly FigureChange[]): string[] {
  if (changes.length === 0) return ["No held-out texts here to measure on."];
  const width = Math.max(...changes.map(({ name }) => name.length));
  return ["On texts nothing is trained on:", `  ${"".padEnd(width)}      n  before   after`, ...changes.map((change) =>
    `  ${change.name.padEnd(width)}  ${String(change.n).padStart(5)}   ${change.before.toFixed(3)}   ${change.after.toFixed(3)}${verdictOf(change)}`)];
}

function verdictOf({ verdict, flips }: FigureChange): string {
  const flipped = flips === null ? "" : ` (${flips.lost} lost, ${flips.won} won)`;
  switch (verdict) {
    case "worse": return `   worse${flipped}`;
    case "worse-by-chance": return `   worse, no more than chance${flipped}`;
    case "same-or-better": return "";
  }
}
