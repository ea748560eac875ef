import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { catalogueExamples } from "../../src/nlu/catalogue-examples.ts";
import { storeIntentModel } from "../../src/nlu/intent-storage.ts";
import type { StoredIntentModel } from "../../src/nlu/intent-storage.ts";
import { trainIntents } from "../../src/nlu/intent-training.ts";
import { loadWordVectors } from "../../src/nlu/word-vectors.ts";

/** Trains the demo's intents from `intents/` and the word vectors, as they are in the checkout at `root`. The same input gives the same model. */
export async function trainCatalogue(root: string): Promise<{ model: StoredIntentModel; utterances: number }> {
  const examples = catalogueExamples(await loadCatalogue(join(root, "intents")));
  const vectors = await loadWordVectors(join(root, "src/nlu/models/vectors.json"));
  return { model: storeIntentModel(trainIntents(examples, await catalogueVersion(root), vectors)), utterances: examples.length };
}

/** What the shipped model must have been trained from: eight characters that change with any utterance or word vector. */
export async function catalogueVersion(root: string): Promise<string> {
  const examples = catalogueExamples(await loadCatalogue(join(root, "intents")));
  const vectors = await readFile(join(root, "src/nlu/models/vectors.json"));
  return createHash("sha256").update(JSON.stringify(examples)).update(vectors).digest("hex").slice(0, 8);
}
