import type { Emotion } from "./understanding.ts";

/** The one emotional standard of people and bots. What they mean is in docs/glossary.md. */
export const behaviours = ["support", "explain", "anticipate", "educate", "rapport", "personal"] as const;
export type Behaviour = (typeof behaviours)[number];

/** The words of a reply that show a behaviour; none where it has none. */
export type BehaviourWords = Record<Behaviour, string[]>;
/** Finds the behaviours of a reply, a person's or the bot's, by the same rules. */
export type ReadBehaviours = (text: string, language: "es" | "en") => BehaviourWords;

/** What one who feels so needs to hear, the first thing first: the feeling before the fact, and the reason before advice. */
const needed: Record<Emotion, readonly Behaviour[]> = {
  angry: ["support", "explain", "anticipate"],
  frustrated: ["support", "explain", "anticipate"],
  anxious: ["support", "explain", "anticipate"],
  sad: ["support", "rapport", "personal"],
  confused: ["explain", "educate"],
  neutral: ["rapport", "explain", "anticipate"],
  satisfied: ["educate", "rapport"],
  excited: ["rapport", "personal"],
};

/** Before it is known what somebody wants there is nothing to give reasons for, or to teach. */
const aboutMatter: ReadonlySet<Behaviour> = new Set(["explain", "educate"]);

/**
 * What is missing now: what the customer's feeling asks for and the replies so far have not shown.
 *
 * @param shown how often the replies since the person came have shown each
 * @param matterKnown whether the customer has said what it is about
 */
export const missingBehaviours = (emotion: Emotion, shown: Record<Behaviour, number>, matterKnown: boolean): Behaviour[] =>
  needed[emotion].filter((one) => shown[one] === 0 && (matterKnown || !aboutMatter.has(one)));

export const noBehaviours = (): Record<Behaviour, number> => ({ support: 0, explain: 0, anticipate: 0, educate: 0, rapport: 0, personal: 0 });
