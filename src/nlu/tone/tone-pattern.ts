import type { ToneRule } from "./mirror-words.ts";

/**
 * A way of speaking, not one phrase: what its sentence is made of. Read in folded sentences.
 * `unless`: a sentence that holds this says something else with the same words. `denies`: a negation in front turns it round.
 */
export type TonePattern = { kind: ToneRule["kind"]; better: string; find: RegExp; unless: RegExp | null; denies: boolean };

/** Words parted by blanks, as whole words. In a source a blank stands for up to three of them, or a comma. */
export const spoken = (source: string, flags: "gu" | "u" = "gu"): RegExp => new RegExp(`(?<![\\p{L}\\p{N}'])(?:${source.replaceAll(" ", "[\\s,]{1,3}")})(?![\\p{L}\\p{N}])`, flags);

type Also = { unless?: string; denies?: boolean };

/** Makes the patterns of one kind that share one way out. */
export const patternsOf = (kind: TonePattern["kind"], better: string) => (source: string, { unless, denies }: Also = {}): TonePattern =>
  ({ kind, better, find: spoken(source), unless: unless === undefined ? null : spoken(unless, "u"), denies: denies === true });
