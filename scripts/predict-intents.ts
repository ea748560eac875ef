import { join } from "node:path";
import { parseArgs } from "node:util";
import { classify } from "../src/nlu/intent-model.ts";
import { trainIntents } from "../src/nlu/intent-training.ts";
import { readLanguage } from "../src/nlu/language.ts";
import { loadWordVectors } from "../src/nlu/word-vectors.ts";
import { wordsOf } from "../src/nlu/words.ts";
import { readTestLines, readTrainLines } from "./predict/intent-lines.ts";
import { command } from "./predict/command.ts";
import { InputError, writeLines } from "./predict/json-lines.ts";

/** `npm run -s predict:intents -- --train TRAIN --test TEST --out OUT`: trains the project's classifier on TRAIN and reads TEST with it. */
const usage = "usage: npm run -s predict:intents -- --train TRAIN.jsonl[.gz] --test TEST.jsonl[.gz] --out OUT.jsonl[.gz]";

function files(): { train: string; test: string; out: string } {
  const { train, test, out } = parseArgs({ options: { train: { type: "string" }, test: { type: "string" }, out: { type: "string" } } }).values;
  if (train && test && out) return { train, test, out };
  throw new InputError(usage);
}

await command(usage, async () => {
  const { train, test, out } = files();
  const vectors = await loadWordVectors(join(import.meta.dirname, "../src/nlu/models/vectors.json"));
  const model = trainIntents(await readTrainLines(train), "predict", vectors);
  const lines = (await readTestLines(test)).map(({ id, text, lang }) => {
    const words = wordsOf(text);
    const { ranked, accept } = classify(model, words, lang ?? readLanguage(text, words, null, null).language);
    const best = ranked[0];
    return { id, intent: best?.intent ?? "", confidence: Math.round((best?.confidence ?? 0) * 1e6) / 1e6, accept };
  });
  await writeLines(out, lines);
});
