/** The numbers of the escalation policy that ops may change. Asking for a person is not among them: it always works. */
export type EscalationSettings = {
  distressValence: number;
  distressArousal: number;
  empathyValence: number;
  declineTurns: number;
  personWanted: number;
  maxClarifications: number;
  maxFailures: number;
};

export type SettingField = {
  name: keyof EscalationSettings;
  unit: "valence" | "arousal" | "turns" | "chance";
  min: number;
  max: number;
  default: number;
  why: string;
};

export const settingFields: SettingField[] = [
  {
    name: "distressValence", unit: "valence", min: -1, max: 0, default: -0.55,
    why: "A clearly angry turn reads below -0.6; a wait or a fault that is only told stays above -0.5.",
  },
  {
    name: "distressArousal", unit: "arousal", min: -1, max: 1, default: 0.3,
    why: "Anger shows as agitation; a calm negative fact (\"it arrived broken\") stays below 0.3.",
  },
  {
    name: "empathyValence", unit: "valence", min: -1, max: 0, default: -0.3,
    why: "Sadness and worry are quiet: valence alone decides, at any arousal, and earlier than for anger.",
  },
  {
    name: "declineTurns", unit: "turns", min: 2, max: 10, default: 3,
    why: "Three unpleasant turns in a row and still worsening: the assistant is not helping.",
  },
  {
    name: "personWanted", unit: "chance", min: 0.1, max: 1, default: 0.35,
    why: "On labelled dialogues the best balance of handing over too much and too little lies here; at 0.5 one in five who needed a person gets none.",
  },
  {
    name: "maxClarifications", unit: "turns", min: 1, max: 5, default: 2,
    why: "Clarification has two stages; a third question would be a loop.",
  },
  {
    name: "maxFailures", unit: "turns", min: 1, max: 5, default: 2,
    why: "Two dead ends in a row (not found, not possible, shop system down) are the assistant's failure, not the customer's.",
  },
];

export const defaultSettings: EscalationSettings = {
  distressValence: -0.55, distressArousal: 0.3, empathyValence: -0.3, declineTurns: 3, personWanted: 0.35, maxClarifications: 2, maxFailures: 2,
};

/** The settings in force and their version, stamped on each decision. */
export type PolicyInForce = { version: number; settings: EscalationSettings };

/** What is in force until somebody changes it. */
export const defaultPolicy = {
  version: 1, settings: defaultSettings, author: "Relevo", at: Date.UTC(2026, 10, 22), why: "The defaults, each with its reason beside it.",
} satisfies PolicyInForce & { author: string; at: number; why: string };
