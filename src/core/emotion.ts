import type { Emotion, EmotionReading } from "./understanding.ts";

export type Trend = "improving" | "steady" | "worsening";

/** How the customer is doing, smoothed over turns. */
export type EmotionalState = {
  emotion: Emotion;
  valence: number;
  arousal: number;
  trend: Trend;
  confidence: number;
  /** Words of the latest turn that said anything. */
  evidence: string[];
  /** Customer turns in a row that read as unpleasant. */
  unpleasantInARow: number;
  /** Valence of the last readings, oldest first, at most 6. */
  history: number[];
  /** Dissatisfaction of the same readings. */
  dissatisfactions: number[];
  /** Of the newest reading. */
  needsPerson: number;
};

export const calmState: EmotionalState = {
  emotion: "neutral", valence: 0, arousal: 0, trend: "steady", confidence: 0, evidence: [], unpleasantInARow: 0, history: [],
  dissatisfactions: [], needsPerson: 0,
};

/** Weight of the newest reading. Half: two calm turns undo one angry one to a quarter, so a single flare neither decides nor is lost. */
const newestWeight = 0.5;

/** Readings kept for the trend; six turns are about the length of one complaint. */
const historyLength = 6;

/** Less than this between a turn and the mean of the earlier ones is noise of the reading. */
const trendStep = 0.15;

/** A smoothed valence below this is still unpleasant: a neutral turn does not yet take the name of the feeling away. */
const stillUnpleasant = -0.25;

/** A turn is unpleasant from here down; what lies nearer to zero is a lean of plain words. */
const unpleasantFrom = -0.15;

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));

/**
 * Folds one reading into the state of the conversation.
 *
 * @param reading valence and arousal in [-1, 1]
 * @returns the new state; exponential smoothing, trend from the newest reading against the mean of the earlier ones
 */
export function feel(state: EmotionalState, reading: EmotionReading): EmotionalState {
  const first = state.history.length === 0;
  const blend = (before: number, now: number): number => clamp(first ? now : before + newestWeight * (now - before));
  const valence = blend(state.valence, reading.valence);
  const earlier = state.history.reduce((sum, value) => sum + value, 0) / Math.max(1, state.history.length);
  const step = first ? 0 : reading.valence - earlier;
  return {
    emotion: reading.emotion === "neutral" && valence < stillUnpleasant ? state.emotion : reading.emotion,
    valence,
    arousal: blend(state.arousal, reading.arousal),
    trend: step > trendStep ? "improving" : step < -trendStep ? "worsening" : "steady",
    confidence: reading.confidence,
    evidence: reading.evidence.length > 0 ? reading.evidence : state.evidence,
    unpleasantInARow: reading.valence <= unpleasantFrom ? state.unpleasantInARow + 1 : 0,
    history: [...state.history, reading.valence].slice(-historyLength),
    dissatisfactions: [...state.dissatisfactions, reading.dissatisfaction].slice(-historyLength),
    needsPerson: reading.needsPerson,
  };
}

/**
 * Typical valence and arousal of an emotion, for a person's correction, after Russell (1980), "A circumplex model of affect"; and the share of
 * turns with it at which people call the customer dissatisfied, and would take over, rounded, as counted in the labelled texts.
 */
export const typical: Record<Emotion, Omit<EmotionReading, "emotion" | "confidence" | "evidence">> = {
  neutral: { valence: 0, arousal: 0, dissatisfaction: 0, needsPerson: 0.06 },
  satisfied: { valence: 0.6, arousal: -0.1, dissatisfaction: 0, needsPerson: 0 },
  excited: { valence: 0.7, arousal: 0.6, dissatisfaction: 0, needsPerson: 0 },
  confused: { valence: -0.2, arousal: 0.1, dissatisfaction: 0, needsPerson: 0 },
  anxious: { valence: -0.5, arousal: 0.5, dissatisfaction: 0, needsPerson: 0.3 },
  sad: { valence: -0.6, arousal: -0.4, dissatisfaction: 0.1, needsPerson: 0.3 },
  frustrated: { valence: -0.6, arousal: 0.4, dissatisfaction: 0.9, needsPerson: 0.25 },
  angry: { valence: -0.8, arousal: 0.8, dissatisfaction: 1, needsPerson: 0.55 },
};
