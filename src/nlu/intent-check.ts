import type { Language } from "../core/turn.ts";
import { judgeHeldOut } from "./intent-calibration.ts";
import { fitIntents, prepareExamples } from "./intent-training.ts";
import type { IntentExample } from "./intent-training.ts";
import { stemOf } from "./linear/stems.ts";
import type { WordVectors } from "./word-vectors.ts";
import { wordsOf } from "./words.ts";

/** Utterances that say the same and belong to different intents. `same` is letter by letter after folding, else word by word in any order. */
export type SharedUtterance = { same: boolean; utterances: { text: string; intent: string }[] };

/** An intent in one language: how many utterances it has, and how many of them a model that has not seen them gives to it. */
export type IntentStrength = { intent: string; language: Language; utterances: number; recall: number; weak: "few-utterances" | "low-recall" | null };

/** Utterances of one intent read as another, with one of them. */
export type Confusion = { intent: string; read: string; times: number; example: string };

export type IntentCheck = { shared: SharedUtterance[]; strengths: IntentStrength[]; confusions: Confusion[] };

/** With fewer utterances, held-out recall in a language is a matter of luck. */
const enoughUtterances = 12;
/** Below this an intent is missed about every second time where its wording is new. */
const enoughRecall = 0.6;
/** Once is chance. */
const timesThatMatter = 2;

/** Utterances two intents share, intents weak in a language, and what is taken for what, by cross-validation. */
export function checkIntents(examples: readonly IntentExample[], vectors: WordVectors | null): IntentCheck {
  const heldOut = judgeHeldOut(prepareExamples(examples), (some, walks) => fitIntents(some, vectors, walks), false);
  const tally = new Map<string, IntentStrength & { right: number }>();
  const confused = new Map<string, Confusion>();
  for (const { row, right, intent, read, kind } of heldOut) {
    const example = examples[row];
    if (example === undefined || kind === "out-of-scope") continue;
    const key = `${intent} ${example.language}`;
    const own = tally.get(key) ?? { intent, language: example.language, utterances: 0, recall: 0, weak: null, right: 0 };
    tally.set(key, { ...own, utterances: own.utterances + 1, right: own.right + (right ? 1 : 0) });
    if (right) continue;
    const cell = confused.get(`${intent} ${read}`) ?? { intent, read, times: 0, example: example.text };
    confused.set(`${intent} ${read}`, { ...cell, times: cell.times + 1 });
  }
  const strengths = [...tally.values()].map(({ right, ...strength }): IntentStrength => {
    const recall = right / strength.utterances;
    return { ...strength, recall, weak: strength.utterances < enoughUtterances ? "few-utterances" : recall < enoughRecall ? "low-recall" : null };
  });
  return {
    shared: sharedUtterances(examples),
    strengths: strengths.toSorted((a, b) => a.intent.localeCompare(b.intent) || a.language.localeCompare(b.language)),
    confusions: [...confused.values()].filter(({ times }) => times >= timesThatMatter).sort((a, b) => b.times - a.times || a.intent.localeCompare(b.intent)),
  };
}

export function sharedUtterances(examples: readonly IntentExample[]): SharedUtterance[] {
  const exact = grouped(examples, ({ text }) => wordsOf(text).map(({ folded }) => folded).join(" "));
  const known = new Set(exact.flatMap(({ utterances }) => utterances.map(({ text }) => text)));
  const near = grouped(examples, ({ text, language }) => {
    const stems = new Set(wordsOf(text).map(({ folded }) => stemOf(folded, language)));
    // Of one stem, "order" and "orders" may well be two intents.
    return stems.size < 2 ? "" : [...stems].sort().join(" ");
  }).filter(({ utterances }) => !utterances.every(({ text }) => known.has(text)));
  return [...exact.map(({ utterances }) => ({ same: true, utterances })), ...near.map(({ utterances }) => ({ same: false, utterances }))];
}

/** Groups of utterances with one key and more than one intent, in the order they are met. */
function grouped(examples: readonly IntentExample[], keyOf: (example: IntentExample) => string): { utterances: { text: string; intent: string }[] }[] {
  const byKey = new Map<string, { text: string; intent: string }[]>();
  for (const example of examples) {
    const key = keyOf(example);
    if (key === "") continue;
    byKey.set(key, [...(byKey.get(key) ?? []), { text: example.text, intent: example.intent }]);
  }
  return [...byKey.values()].filter((group) => new Set(group.map(({ intent }) => intent)).size > 1).map((utterances) => ({ utterances }));
}

/** The check as lines a person reads. */
export function printedCheck({ shared, strengths, confusions }: IntentCheck): string {
  const lines = shared.length === 0 ? ["No utterance is shared by two intents."] : ["Shared by two intents (move each to one of them):"];
  for (const { same, utterances } of shared) lines.push(`  ${same ? "same" : "same words"}: ${utterances.map(({ text, intent }) => `"${text}" (${intent})`).join(", ")}`);
  const weak = strengths.filter((strength) => strength.weak !== null);
  lines.push("", weak.length === 0 ? "No intent is weak in a language." : "Weak (write more utterances, in other words than those there are):");
  for (const { intent, language, utterances, recall, weak: why } of weak) {
    lines.push(`  ${intent} (${language}): ${utterances} utterances, ${Math.round(recall * 100)} in 100 recognised unseen${why === "few-utterances" ? `, at least ${enoughUtterances} are needed` : ""}`);
  }
  for (const language of ["es", "en"] as const) {
    const own = strengths.filter((strength) => strength.language === language);
    const all = own.reduce((sum, { utterances }) => sum + utterances, 0);
    const right = own.reduce((sum, { utterances, recall }) => sum + utterances * recall, 0);
    if (all > 0) lines.push("", `Recognised unseen (${language}): ${Math.round((100 * right) / all)} in 100 of ${all} utterances.`);
  }
  lines.push("", confusions.length === 0 ? "Nothing is confused more than once." : "Confused, most often first:");
  for (const { intent, read, times, example } of confusions) lines.push(`  ${times} × ${intent} read as ${read}, such as "${example}"`);
  return lines.join("\n");
}
