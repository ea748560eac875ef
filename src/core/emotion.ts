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
  /** Words of the unpleasant turns of this episode, newest last, at most 8: what set it off is kept when later turns say other things. */
  triggers: string[];
  /** Customer turns that read as unpleasant since one that clearly did not. */
  unpleasantInARow: number;
  /** Valence of the last readings, oldest first, at most 6. */
  history: number[];
  /** Dissatisfaction of the same readings. */
  dissatisfactions: number[];
  /** Of the newest reading. */
  needsPerson: number;
  /** When the newest reading was, epoch milliseconds; null before the first. */
  at: number | null;
};

export const calmState: EmotionalState = {
  emotion: "neutral", valence: 0, arousal: 0, trend: "steady", confidence: 0, evidence: [], unpleasantInARow: 0, history: [],
  triggers: [], dissatisfactions: [], needsPerson: 0, at: null,
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
export const unpleasantFrom = -0.15;

/** A decline is over from here up. Above the other end, so that a reading near either does not switch it on and off. */
const recoveredFrom = -0.05;

/** Trigger words kept; more would be a second transcript. */
const triggersKept = 8;

/** What is felt at a distance of this many milliseconds counts half: an hour, longer than a wait in line and shorter than an errand in town. */
const halfLife = 3_600_000;

/** After six half-lives under two per cent is left: who comes back then starts a new episode, and the first reading counts whole again. */
const episode = 6 * halfLife;

/** What a failure of ours tells about the customer before they say so, and what a job done tells; a third of what a mildly unpleasant turn moves. */
const ownStep = 0.08;

/** Our own failures alone never make a state that calls for a person by its feeling: the rules that count failures do that. */
const ownFloor = -0.2;

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));

/**
 * The state as it is some time after its last reading: what was felt fades, after an episode nothing of it counts.
 *
 * @param at epoch milliseconds
 */
export function faded(state: EmotionalState, at: number): EmotionalState {
  const passed = state.at === null ? 0 : at - state.at;
  if (passed <= 0) return state;
  if (passed >= episode) return { ...calmState, at };
  const left = 0.5 ** (passed / halfLife);
  return { ...state, valence: state.valence * left, arousal: state.arousal * left, at };
}

/** Folds in what the digital colleague did itself: not getting the customer further is unpleasant, a job done is a relief. */
export function feelOutcome(state: EmotionalState, outcome: "failed" | "done"): EmotionalState {
  const { valence } = state;
  const moved = outcome === "failed" ? Math.min(valence, Math.max(ownFloor, valence - ownStep)) : Math.max(valence, Math.min(0, valence + ownStep));
  return moved === valence ? state : { ...state, valence: moved };
}

/**
 * Folds one reading into the state of the conversation.
 *
 * @param reading valence and arousal in [-1, 1]
 * @param at epoch milliseconds of the turn, by which earlier feeling has faded; without it no time has passed
 * @returns the new state; exponential smoothing, trend from the newest reading against the mean of the earlier ones
 */
export function feel(before: EmotionalState, reading: EmotionReading, at: number = before.at ?? 0): EmotionalState {
  const state = faded(before, at);
  const first = state.history.length === 0;
  const blend = (before: number, now: number): number => clamp(first ? now : before + newestWeight * (now - before));
  const valence = blend(state.valence, reading.valence);
  const earlier = state.history.reduce((sum, value) => sum + value, 0) / Math.max(1, state.history.length);
  const step = first ? 0 : reading.valence - earlier;
  const unpleasant = reading.valence <= unpleasantFrom;
  return {
    emotion: reading.emotion === "neutral" && valence < stillUnpleasant ? state.emotion : reading.emotion,
    valence,
    arousal: blend(state.arousal, reading.arousal),
    trend: step > trendStep ? "improving" : step < -trendStep ? "worsening" : "steady",
    confidence: reading.confidence,
    evidence: reading.evidence.length > 0 ? reading.evidence : state.evidence,
    triggers: unpleasant ? [...new Set([...state.triggers, ...reading.evidence])].slice(-triggersKept) : state.triggers,
    unpleasantInARow: unpleasant ? state.unpleasantInARow + 1 : reading.valence >= recoveredFrom ? 0 : state.unpleasantInARow,
    history: [...state.history, reading.valence].slice(-historyLength),
    dissatisfactions: [...state.dissatisfactions, reading.dissatisfaction].slice(-historyLength),
    needsPerson: reading.needsPerson,
    at,
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
