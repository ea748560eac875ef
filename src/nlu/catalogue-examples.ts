import type { Catalogue } from "./catalogue-types.ts";
import type { IntentExample } from "./intent-training.ts";

/** The catalogue's utterances as training examples, in a fixed order. An intent's title counts: it is a button that says it. */
export function catalogueExamples({ intents }: Catalogue): IntentExample[] {
  const sorted = [...intents.values()].sort((a, b) => (a.intent < b.intent ? -1 : 1));
  return sorted.flatMap(({ intent, title, utterances }) =>
    (["es", "en"] as const).flatMap((language) =>
      [title[language], ...utterances[language]].map((text) => ({ text, intent, language }))));
}
