import type { Language } from "./turn.ts";

const settingNames = [
  "distressValence", "distressArousal", "empathyValence", "declineTurns", "topicConfidence", "maxClarifications", "maxRepeats", "maxRejections", "maxSameReplies",
  "maxFailures", "maxFaults", "personWanted",
  "maxBoostMinutes", "empathyBoost", "distressBoost", "declineBoost", "personWantedBoost", "vipBoost", "repeatContactBoost", "repeatContactDays",
] as const;
export type SettingName = (typeof settingNames)[number];

/** One number for both languages, or one for each where people write differently. */
export type SettingValue = number | Record<Language, number>;

/** The numbers of the escalation policy that ops may change. Asking for a person and safety are not among them: they always work. */
export type EscalationSettings = Record<SettingName, SettingValue>;

/** The settings as they count for a conversation in one language. */
export type SettingsInLanguage = Record<SettingName, number>;

export type SettingField = {
  name: SettingName;
  unit: "valence" | "arousal" | "turns" | "chance" | "minutes" | "days";
  min: number;
  max: number;
  default: number;
  why: string;
};

export const settingFields: SettingField[] = [
  {
    name: "topicConfidence", unit: "chance", min: 0, max: 1, default: 0.5,
    why: "More likely than not is enough, since the classifier names only what it is sure of; higher, and rare topics stay with the assistant.",
  },
  {
    name: "empathyValence", unit: "valence", min: -1, max: 0, default: -0.3,
    why: "Sadness and worry are quiet: valence alone decides, at any arousal, and earlier than for anger.",
  },
  {
    name: "distressValence", unit: "valence", min: -1, max: 0, default: -0.55,
    why: "A clearly angry turn reads below -0.6; a wait or a fault that is only told stays above -0.5.",
  },
  {
    name: "distressArousal", unit: "arousal", min: -1, max: 1, default: 0.3,
    why: "Anger shows as agitation; a calm negative fact (\"it arrived broken\") stays below 0.3.",
  },
  {
    name: "declineTurns", unit: "turns", min: 2, max: 10, default: 3,
    why: "Three unpleasant turns in a row and still worsening: the assistant is not helping.",
  },
  {
    name: "maxClarifications", unit: "turns", min: 1, max: 5, default: 2,
    why: "Clarification has two stages; a third question would be a loop.",
  },
  {
    name: "maxRepeats", unit: "turns", min: 1, max: 5, default: 2,
    why: "Asking once more may be a slip; who asks the same a third time was not answered.",
  },
  {
    name: "maxRejections", unit: "turns", min: 1, max: 5, default: 2,
    why: "One answer can miss; when the next one is turned down too, the assistant has nothing better.",
  },
  {
    name: "maxSameReplies", unit: "turns", min: 2, max: 6, default: 3,
    why: "A question asked again once is patience; the same words three times are a machine that goes in circles.",
  },
  {
    name: "maxFailures", unit: "turns", min: 1, max: 5, default: 2,
    why: "Two dead ends in a row (not found, not possible) are the assistant's failure, not the customer's.",
  },
  {
    name: "maxFaults", unit: "turns", min: 1, max: 5, default: 2,
    why: "The shop's system may be back a minute later; the second time in a row the customer should not be the one who tries.",
  },
  {
    name: "personWanted", unit: "chance", min: 0.1, max: 1, default: 0.35,
    why: "On labelled dialogues the best balance of handing over too much and too little lies here; at 0.5 one in five who needed a person gets none.",
  },
  {
    name: "maxBoostMinutes", unit: "minutes", min: 0, max: 60, default: 10,
    why: "The most a ticket may be moved up, whatever it is worth: a calm customer never waits for more than these minutes of others. 0 makes the line first come, first served.",
  },
  {
    name: "empathyBoost", unit: "minutes", min: 0, max: 60, default: 5,
    why: "Who is sad or worried should not sit alone with it; five minutes are about one conversation less to wait for.",
  },
  {
    name: "distressBoost", unit: "minutes", min: 0, max: 60, default: 5,
    why: "Anger grows while it waits; five minutes are about one conversation less to wait for.",
  },
  {
    name: "declineBoost", unit: "minutes", min: 0, max: 60, default: 2,
    why: "The assistant has already cost them several turns; two minutes give those back.",
  },
  {
    name: "personWantedBoost", unit: "minutes", min: 0, max: 60, default: 2,
    why: "All signs together are weaker evidence than one clear feeling, so they weigh less.",
  },
  {
    name: "vipBoost", unit: "minutes", min: 0, max: 60, default: 3,
    why: "The shop's word that a customer matters moves up less than a feeling does: value never goes before need.",
  },
  {
    name: "repeatContactBoost", unit: "minutes", min: 0, max: 60, default: 3,
    why: "Who has to come back was not helped the first time; part of the wait was already paid then.",
  },
  {
    name: "repeatContactDays", unit: "days", min: 1, max: 30, default: 7,
    why: "Within a week it is most likely the same matter; a delivery takes as long.",
  },
];

/** The defaults, the same in both languages: on the labelled dialogues no number did clearly better when split. */
export const defaultSettings: SettingsInLanguage = Object.fromEntries(settingFields.map((field) => [field.name, field.default])) as SettingsInLanguage;

/** The numbers that count for a conversation in that language. Settings are never changed in place, so each is worked out once. */
export function settingsIn(settings: EscalationSettings, language: Language): SettingsInLanguage {
  const known = workedOut.get(settings) ?? { es: pick(settings, "es"), en: pick(settings, "en") };
  workedOut.set(settings, known);
  return known[language];
}

const workedOut = new WeakMap<EscalationSettings, Record<Language, SettingsInLanguage>>();

const pick = (settings: EscalationSettings, language: Language): SettingsInLanguage =>
  Object.fromEntries(settingNames.map((name) => {
    const value = settings[name];
    return [name, typeof value === "number" ? value : value[language]];
  })) as SettingsInLanguage;

/** The settings in force and their version, stamped on each decision. */
export type PolicyInForce = { version: number; settings: EscalationSettings };

/** What is in force until somebody changes it. */
export const defaultPolicy = {
  version: 1, settings: defaultSettings, author: "Relevo", at: Date.UTC(2026, 10, 22), why: "The defaults, each with its reason beside it.",
} satisfies PolicyInForce & { author: string; at: number; why: string };
