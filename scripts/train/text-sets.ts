import { join } from "node:path";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { catalogueExamples } from "../../src/nlu/catalogue-examples.ts";
import type { TextSets } from "./emotion-examples.ts";
import { readLabelledTexts } from "./labelled-texts.ts";
import { readPublicTexts, trainedOn } from "./public-texts.ts";
import type { PublicText } from "./public-texts.ts";
import { correctedTurns, readTaken } from "./taken-corrections.ts";
import type { TakenCorrection } from "./taken-corrections.ts";

/** Intents whose utterances are more than a plain wish. */
const felt: ReadonlySet<string> = new Set(["complaint", "bereavement", "thanks"]);

/** The intent whose utterances ask for a person. */
const asking = "talk-to-person";

/**
 * All that the emotion model is trained from: our own labelled texts, the catalogue's utterances, and the public sets under `dataDir`.
 *
 * @param taken people's corrections, which join our own texts; those in `intents/` unless others are tried
 * @throws Error when a set is missing or malformed
 */
export async function readTextSets(root: string, dataDir: string, taken?: readonly TakenCorrection[]): Promise<TextSets> {
  const { texts, requests } = await readLabelledTexts(join(root, "intents/feelings"));
  const catalogue = await loadCatalogue(join(root, "intents"));
  const plain = [
    ...catalogueExamples(catalogue).map(({ text, language, intent }) => ({ text, language, calm: !felt.has(intent), asksForPerson: intent === asking })),
    ...[...catalogue.texts].filter(([key]) => /^(?:control|reply)\./.test(key)).flatMap(([key, texts]) =>
      (["es", "en"] as const).map((language) => ({ text: texts[language], language, calm: true, asksForPerson: key === "control.ask-for-person" }))),
  ];
  const own = [...texts, ...correctedTurns(taken ?? (await readTaken(root)))];
  const publicSets = new Map<string, PublicText[]>();
  for (const set of Object.keys(trainedOn)) publicSets.set(set, await readPublicTexts(dataDir, set, "train"));
  return { own, requests, plain, publicSets };
}
