import type { Language } from "./turn.ts";

export const emotions = ["neutral", "satisfied", "excited", "confused", "anxious", "sad", "frustrated", "angry"] as const;
export type Emotion = (typeof emotions)[number];

/** What one customer turn says about how the customer feels. */
export type EmotionReading = {
  emotion: Emotion;
  /** Unpleasant -1 to pleasant 1. */
  valence: number;
  /** Calm -1 to agitated 1. */
  arousal: number;
  /** 0 to 1: how often a reading like this is right. */
  confidence: number;
  /** The words of the turn the reading rests on, as written; may be empty. */
  evidence: string[];
  /** 0 to 1: how likely the customer is dissatisfied with the service in this turn. */
  dissatisfaction: number;
  /** 0 to 1: how likely it is, by this turn's words alone, that a person should take over now. */
  needsPerson: number;
};

export type RankedIntent = { intent: string; confidence: number };

export type Entity =
  | { kind: "order"; value: string; text: string }
  /** In capitals, as references are written: "F-2025-0312". */
  | { kind: "invoice"; value: string; text: string }
  | { kind: "postcode"; value: string; text: string }
  /** ISO 8601 calendar date. */
  | { kind: "date"; value: string; text: string }
  /** 24-hour clock, HH:MM. */
  | { kind: "time"; value: string; text: string }
  /** ISO 4217, or "pesos" where the customer does not say whose. */
  | { kind: "amount"; value: number; currency: string; text: string }
  | { kind: "product"; value: string; text: string }
  | { kind: "email"; value: string; text: string }
  | { kind: "phone"; value: string; text: string };

/** `food`: harm from what we sold that is no emergency by itself: somebody felt ill of it, something was in it, it holds what it should be free of. */
export type Danger = "self-harm" | "threat" | "medical" | "fraud" | "food";

/** Whether a short answer says yes, no, or neither. */
export type Assent = "yes" | "no" | null;

/** What we made of one turn. Stored with the model's version; a replay never reads a text again. */
export type Understanding = {
  /** Version of the models and lexicons that read this turn. */
  model: string;
  language: Language;
  /** True when the text is clearly in a language we do not speak. */
  foreign: boolean;
  /** Best first; empty where nothing was recognised. */
  intents: RankedIntent[];
  /** True where the best intent is sure enough to act on. */
  intentSure: boolean;
  entities: Entity[];
  assent: Assent;
  /** The customer asks for a person, in any wording. */
  wantsHuman: boolean;
  /** The turn says that the answer before it was wrong or no help; missing in what was read before this was looked at. */
  rejectsAnswer?: boolean;
  /** The turn tells how the customer feels about being served, perhaps whom they want to talk to, and nothing of the matter; missing in what was read before this was looked at. */
  onlyFeeling?: boolean;
  danger: Danger | null;
  /** Null when the customer has opted out of tone analysis, or the turn has no text. */
  emotion: EmotionReading | null;
};

export type TextToRead = {
  text: string;
  /** Language of the conversation so far; short lines keep it. Null on a first turn. */
  previousLanguage: Language | null;
  locale: Language | null;
  /** False when the customer opted out: no emotion is read. */
  readTone: boolean;
  /** Epoch milliseconds, for "tomorrow" and the like. */
  at: number;
};

/** Reads one text. Pure once its data is loaded; never throws on any string. */
export type Understand = (input: TextToRead) => Understanding;
