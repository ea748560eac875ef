import type { EscalationReason, Language } from "../../api/contract.ts";
import { commonTexts } from "../texts/common-texts.ts";
import { speak } from "../texts/speak.ts";
import { decimal, percent } from "./formats.ts";

/** Titles of intents, from intents/*.yaml; see intent-titles.ts. */
export type IntentTitles = Record<string, Record<Language, string>>;

export function intentTitle(intent: string, titles: IntentTitles, language: Language): string {
  return titles[intent]?.[language] ?? intent.replaceAll("-", " ");
}

/** The rule in two or three words, for a row or a bar. */
export function ruleWords(rule: string, language: Language): string {
  const key = `rule.${rule}`;
  return key in commonTexts ? speak(commonTexts, language)(key as keyof typeof commonTexts) : rule;
}

/** Why a conversation came to a person: a sentence with each value and the threshold it was held against. */
export function reasonWords(reason: EscalationReason, titles: IntentTitles, language: Language): string {
  const say = speak(commonTexts, language);
  const number = (value: number): string => decimal(value, language);
  switch (reason.rule) {
    case "safety":
      return say("why.safety", { danger: say(`danger.${reason.danger}`) });
    case "asked-for-human":
      return say("why.asked-for-human");
    case "people-topic":
      return say("why.people-topic", { intent: intentTitle(reason.intent, titles, language), percent: percent(reason.confidence, language) });
    case "needs-empathy":
      return say("why.needs-empathy", {
        emotion: say(`emotion.${reason.emotion}`), valence: number(reason.valence), threshold: number(reason.thresholds.empathyValence),
      });
    case "distress":
      return say("why.distress", {
        valence: number(reason.valence), valenceLimit: number(reason.thresholds.distressValence),
        arousal: number(reason.arousal), arousalLimit: number(reason.thresholds.distressArousal),
      });
    case "decline":
      return say("why.decline", { turns: reason.turns, limit: reason.thresholds.declineTurns, valence: number(reason.valence) });
    case "person-wanted":
      return say("why.person-wanted", { emotion: say(`emotion.${reason.emotion}`), percent: percent(reason.wanted, language), limit: percent(reason.thresholds.personWanted, language) });
    case "bot-failure":
      return say("why.bot-failure", { faults: reason.faults, limit: reason.thresholds.maxFaults });
    case "stuck":
      if (reason.sign === "asked-again" || reason.sign === "answer-rejected" || reason.sign === "loop") {
        return say(`why.stuck.${reason.sign}`, { count: reason.count, limit: reason.thresholds.limit });
      }
      return say("why.stuck", {
        clarifications: reason.clarifications, clarificationLimit: reason.thresholds.maxClarifications,
        failures: reason.failures, failureLimit: reason.thresholds.maxFailures,
      });
  }
}
