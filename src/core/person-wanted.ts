import type { EmotionalState } from "./emotion.ts";

/** What the weight of a conversation rests on. */
export type PatienceFacts = { emotion: EmotionalState; clarifications: number; failures: number; faults: number };

const mean = (values: number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);
const logit = (chance: number): number => Math.log(Math.max(0.01, chance) / Math.max(0.01, 1 - chance));

/** The signals, in the order of the weights below: this turn's words, how the last two turns went, the whole, and what the assistant failed at. */
export function patienceSignals({ emotion, clarifications, failures, faults }: PatienceFacts): number[] {
  const { dissatisfactions, needsPerson, valence, arousal } = emotion;
  return [logit(needsPerson), logit(dissatisfactions.at(-1) ?? 0), mean(dissatisfactions.slice(-2)), mean(dissatisfactions), valence, arousal, Math.min(3, clarifications + failures + faults)];
}

/** Fitted by scripts/train/patience.ts on the labelled dialogues: the turn at which a person should take over against all other turns. */
const weights = [0.93, 0.03, 0.5, -1.16, -2.46, 0.32, 2.12];
const bias = -0.88;

/**
 * How much a person is wanted, by how the conversation feels and goes; requests, topics and dangers have rules of their own.
 *
 * One angry turn hardly tells that a conversation fails; the mean over its turns does better and the last two turns do best, so all three count.
 *
 * @returns 0 to 1, how likely this is the moment at which a person should take over
 */
export function personWanted(facts: PatienceFacts): number {
  const sum = patienceSignals(facts).reduce((total, signal, i) => total + signal * (weights[i] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}
