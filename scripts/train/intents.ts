import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { catalogueExamples } from "../../src/nlu/catalogue-examples.ts";
import { storeIntentModel } from "../../src/nlu/intent-storage.ts";
import type { StoredIntentModel } from "../../src/nlu/intent-storage.ts";
import { trainIntents } from "../../src/nlu/intent-training.ts";
import { loadWordVectors } from "../../src/nlu/word-vectors.ts";
import type { IntentExample } from "../../src/nlu/intent-training.ts";
import { correctedUtterances, readTaken } from "./taken-corrections.ts";
import type { TakenCorrection } from "./taken-corrections.ts";

/**
 * Trains the demo's intents from `intents/` and the word vectors, as they are in the checkout at `root`. The same input gives the same model.
 *
 * @param taken corrections to learn from; those in `intents/` unless others are tried
 */
export async function trainCatalogue(root: string, taken?: readonly TakenCorrection[]): Promise<{ model: StoredIntentModel; utterances: number }> {
  const examples = await examplesOf(root, taken ?? (await readTaken(root)));
  const vectors = await loadWordVectors(join(root, "src/nlu/models/vectors.json"));
  return { model: storeIntentModel(trainIntents(examples, await versionOf(root, examples), vectors)), utterances: examples.length };
}

/** What the shipped model must have been trained from: eight characters that change with any utterance or word vector. */
export async function catalogueVersion(root: string): Promise<string> {
  return versionOf(root, await examplesOf(root, await readTaken(root)));
}

/** Corrections come first: what customers really wrote is among the examples a text is compared with, of which the first are kept. */
async function examplesOf(root: string, taken: readonly TakenCorrection[]): Promise<IntentExample[]> {
  const catalogue = await loadCatalogue(join(root, "intents"));
  // An intent may have gone since somebody corrected a turn to it.
  return [...correctedUtterances(taken).filter(({ intent }) => catalogue.intents.has(intent)), ...catalogueExamples(catalogue)];
}

async function versionOf(root: string, examples: readonly IntentExample[]): Promise<string> {
  const vectors = await readFile(join(root, "src/nlu/models/vectors.json"));
  return createHash("sha256").update(JSON.stringify(examples)).update(vectors).digest("hex").slice(0, 8);
}
