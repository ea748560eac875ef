import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createGeneralSentiment } from "./general-sentiment.ts";
import type { IntentModel } from "./intent-model.ts";
import { readIntentModel, storedIntentModel } from "./intent-storage.ts";
import { compileLexicon } from "./lexicon.ts";
import { englishLexicon } from "./lexicon-en.ts";
import { spanishLexicon } from "./lexicon-es.ts";
import { loadEmotionModel } from "./emotion/model.ts";
import type { EmotionModel } from "./emotion/model.ts";
import type { EmotionReaders } from "./emotion/read-emotion.ts";
import { loadWordVectors } from "./word-vectors.ts";

/** All that reading a text needs, loaded once and never changed. */
export type Models = { version: string; intents: IntentModel; emotion: EmotionModel; readers: EmotionReaders };

/**
 * Loads the models.
 *
 * @param dir the folder `src/nlu/models`
 * @throws Error naming the remedy when a model is missing or not one of ours
 */
export async function loadModels(dir: string): Promise<Models> {
  const file = join(dir, "intents.json");
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`${file} cannot be read: run npm run train`, { cause });
  });
  const stored = storedIntentModel.safeParse(JSON.parse(text));
  if (!stored.success) throw new Error(`${file} is not an intent model of this version: run npm run train`, { cause: stored.error });
  const readers = await loadReaders(dir);
  const emotion = await loadEmotionModel(join(dir, "emotion.json"), readers.vectors);
  const words = createHash("sha256").update(JSON.stringify([spanishLexicon, englishLexicon])).digest("hex").slice(0, 8);
  return {
    version: `intents-${stored.data.version}+emotion-${emotion.version}+lexicon-${words}`,
    intents: readIntentModel(stored.data, readers.vectors), emotion, readers,
  };
}

/** What the features of a text are made with: the same in training as in life. */
export async function loadReaders(dir: string): Promise<EmotionReaders> {
  const lexicons = { es: compileLexicon(spanishLexicon), en: compileLexicon(englishLexicon) };
  return { lexicons, general: createGeneralSentiment(lexicons), vectors: await loadWordVectors(join(dir, "vectors.json")) };
}
