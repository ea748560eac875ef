import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { trainCatalogue } from "./train/intents.ts";

// Trains the intent classifier from intents/ into src/nlu/models/intents.json. The same utterances give the same bytes.

const root = join(import.meta.dirname, "..");
const started = performance.now();
const { model, utterances } = await trainCatalogue(root);
const text = `${JSON.stringify(model)}\n`;
await writeFile(join(root, "src/nlu/models/intents.json"), text);
console.log(`intents ${model.version}: ${utterances} utterances, ${model.labels.length} intents, acted on from ${model.acceptFrom.toFixed(2)}, ${Math.round(text.length / 1024)} KB, ${Math.round(performance.now() - started)} ms`);
