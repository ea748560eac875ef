import type { IntentTitles } from "./reason-words.ts";

/** Put in by the build from intents/*.yaml, so that a title is written once and agents read the words the shop uses. */
declare const __INTENT_TITLES__: IntentTitles | undefined;

export const intentTitles: IntentTitles = typeof __INTENT_TITLES__ === "undefined" ? {} : __INTENT_TITLES__;
