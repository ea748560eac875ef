import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { sentence } from "../../src/nlu/tone/draft-text.ts";
import { sentenceTones } from "../../src/nlu/tone/tone-model.ts";
import type { SentenceTone } from "../../src/nlu/tone/tone-model.ts";
import type { ToneExample } from "../../src/nlu/tone/tone-training.ts";
import { readLabelledTexts } from "./labelled-texts.ts";

/** Sentences of a tone, and whether they are kept out of training: what is said to customers in dialogues that are held out is. */
export type ToneSentence = ToneExample & { heldOut: boolean };

/**
 * Sentences an employee may write: our own of every tone, a heading before those of one; and what bots and people say in our own dialogues and the
 * shop offers as replies, all of which is plain. Without these the model meets mostly what may hurt, and hears it everywhere.
 *
 * @throws Error naming file and heading where a heading is no tone
 */
export async function readToneSentences(root: string): Promise<ToneSentence[]> {
  const own: ToneSentence[] = [];
  for (const language of ["es", "en"] as const) {
    const file = join(root, `src/nlu/training/tone-${language}.txt`);
    let tone: SentenceTone | undefined;
    for (const line of (await readFile(file, "utf8")).split("\n")) {
      if (line.startsWith("# ")) tone = toneOf(line.slice(2), file);
      else if (line !== "" && tone !== undefined) own.push({ text: line, language, tone, heldOut: false });
    }
  }
  const { texts } = await readLabelledTexts(join(root, "intents/feelings"));
  const said = texts.flatMap(({ language, heldOut, turns }) => turns.filter(({ speaker }) => speaker !== "customer").flatMap(({ text }) => sentencesOf(text).map((one): ToneSentence => ({ text: one, language, tone: "plain", heldOut }))));
  const { replies } = await loadCatalogue(join(root, "intents"));
  const offered = replies.flatMap(({ text }) => (["es", "en"] as const).flatMap((language) => sentencesOf(text[language]).map((one): ToneSentence => ({ text: one, language, tone: "plain", heldOut: false }))));
  return [...own, ...said, ...offered];
}

const sentencesOf = (text: string): string[] => Array.from(text.matchAll(sentence), ([one]) => one.trim()).filter((one) => /\p{L}/u.test(one));

function toneOf(heading: string, file: string): SentenceTone {
  const tone = sentenceTones.find((one) => one === heading);
  if (tone === undefined) throw new Error(`${file}: "# ${heading}" is none of ${sentenceTones.join(", ")}`);
  return tone;
}
