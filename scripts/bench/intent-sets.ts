import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { shuffled, stratifiedFolds } from "../../src/nlu/linear/shuffle.ts";

const row = z.object({ text: z.string(), intent: z.string(), lang: z.enum(["es", "en"]), split: z.enum(["train", "dev"]), fs: z.array(z.number()).optional() });
export type IntentRow = z.infer<typeof row>;

/** What one run trains on and is asked. A round's test rows with intent `oos` are out of scope. */
export type Round = { train: IntentRow[]; test: IntentRow[] };

/**
 * How a set is measured without its hidden test: `full` trains on train and asks dev, or five folds of train where there is no
 * dev; `ten-each` does so from ten examples an intent, for three fixed draws; `left-out` hides a fifth of the intents of train
 * and asks for them too, in three fixed draws, where the set's dev has no strangers of its own.
 */
export type Protocol = "full" | "ten-each" | "left-out";

const folds = 5;
const draws = [0, 1, 2];
const hiddenShare = 0.2;

/** Rows of a set of public data in `dir`, in file order. */
export async function readIntentSet(dir: string, set: string): Promise<IntentRow[]> {
  const text = gunzipSync(await readFile(join(dir, `intents_${set}.jsonl.gz`))).toString("utf8");
  return text.trim().split("\n").map((line) => row.parse(JSON.parse(line)));
}

export function roundsOf(rows: readonly IntentRow[], protocol: Protocol): Round[] {
  const train = rows.filter(({ split }) => split === "train");
  const dev = rows.filter(({ split }) => split === "dev");
  switch (protocol) {
    case "full":
      return dev.length > 0 ? [{ train, test: dev }] : foldsOf(train);
    case "ten-each":
      return draws.map((draw) => {
        const drawn = (one: IntentRow): boolean => one.fs?.includes(draw) ?? false;
        return { train: train.filter(drawn), test: dev.length > 0 ? dev : train.filter((one) => !drawn(one)) };
      });
    case "left-out":
      return draws.map((draw) => leaveOut(train, dev, draw));
  }
}

function foldsOf(rows: IntentRow[]): Round[] {
  const fold = stratifiedFolds(rows.map(({ intent }) => intent), folds, 77);
  return Array.from({ length: folds }, (_, k) => ({ train: rows.filter((__, i) => fold[i] !== k), test: rows.filter((__, i) => fold[i] === k) }));
}

function leaveOut(train: IntentRow[], dev: IntentRow[], draw: number): Round {
  const intents = [...new Set(train.map(({ intent }) => intent))].filter((intent) => intent !== "oos").sort();
  const hidden = new Set([...shuffled(intents.length, 100 + draw)].slice(0, Math.round(intents.length * hiddenShare)).map((i) => intents[i] ?? ""));
  const fold = stratifiedFolds(train.map(({ intent }) => intent), folds, 77);
  const asked = dev.length > 0 ? dev : train.filter((_, i) => fold[i] === draw);
  const kept = dev.length > 0 ? train : train.filter((_, i) => fold[i] !== draw);
  return { train: kept.filter(({ intent }) => !hidden.has(intent)), test: asked.map((one) => (hidden.has(one.intent) ? { ...one, intent: "oos" } : one)) };
}
