import type { Language } from "../../api/contract.ts";
import { deskTexts } from "../texts/desk-texts.ts";
import { speak } from "../texts/speak.ts";
import type { Tried } from "./story.ts";

/** One thing the assistant tried, in words. */
export function triedWords(tried: Tried, title: (intent: string) => string, language: Language): string {
  const say = speak(deskTexts, language);
  switch (tried.what) {
    case "answer":
      return say("tried.answer", { intent: title(tried.intent) });
    case "start":
      return say("tried.start", { intent: title(tried.intent) });
    case "failed":
      return say("tried.failed", { intent: title(tried.intent) });
    case "clarify":
      return say(tried.n === 1 ? "tried.clarify.once" : "tried.clarify", { n: tried.n });
  }
}
