/** One reply and whether it calmed the customer, as the learner of reactions sees it. */
export type Observation = {
  /** The customer's state before the reply: emotion and language as one key, `stateKey`. */
  state: string;
  /** The reply's template: its words without names, numbers, dates and amounts. */
  template: string;
  /** Who wrote it, as a key that says no name; needed only so that one author's share can be capped. */
  author: string;
  calmed: boolean;
  /** 0 to 1: what is left of an old observation by the decay of `practiceWeight`; 1 where nothing decays. */
  weight: number;
};

/** Emotion and language of a customer, as one key. */
export const stateKey = ({ emotion, language }: { emotion: string; language: string }): string => `${emotion}/${language}`;

/**
 * What an observation still counts: practice changes, and so do products and people.
 *
 * @param age of the observation, in any unit, 0 or more
 * @param halfLife in the same unit, after which it counts half; null lets nothing decay
 */
export const practiceWeight = (age: number, halfLife: number | null): number => (halfLife === null ? 1 : 0.5 ** (Math.max(0, age) / halfLife));
