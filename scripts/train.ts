import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadCatalogue } from "../src/nlu/catalogue.ts";
import { catalogueExamples } from "../src/nlu/catalogue-examples.ts";
import { trainIntents } from "../src/nlu/intent-training.ts";

// Trains the intent classifier from intents/ into src/nlu/models/intents.json. The same utterances give the same bytes.

const root = join(import.meta.dirname, "..");
const started = performance.now();
const examples = catalogueExamples(await loadCatalogue(join(root, "intents")));
const version = createHash("sha256").update(JSON.stringify(examples)).digest("hex").slice(0, 8);
const model = trainIntents(examples, version);
await mkdir(join(root, "src/nlu/models"), { recursive: true });
await writeFile(join(root, "src/nlu/models/intents.json"), `${JSON.stringify(model)}\n`);
console.log(`intents ${version}: ${examples.length} utterances, ${model.labels.length} intents, ${model.features.length} features, sure from ${model.sureFrom}, sharpness ${model.sharpness}, ${Math.round(performance.now() - started)} ms`);
