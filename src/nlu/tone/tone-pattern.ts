import type { ToneRule } from "./mirror-words.ts";

/**
 * A way of speaking, not one phrase: what its sentence is made of. Read in folded sentences.
 * `unless`: a sentence that holds this says something else with the same words. `denies`: a negation in front turns it round.
 */
export type TonePattern = { kind: ToneRule["kind"]; better: string; find: RegExp; unless: RegExp | null; denies: boolean };

/** Words parted by blanks, as whole words of a folded text. In a source a blank stands for up to three of them, or a comma. */
export const spoken = (source: string, flags: "gu" | "u" = "gu"): RegExp => new RegExp(`(?<![a-z0-9'])(?:${source.replaceAll(" ", "[\\s,]{1,3}")})(?![a-z0-9])`, flags);

/** All patterns as one: a text it does not find anything in is read once and not once for each. */
export const anyOf = (patterns: readonly TonePattern[]): RegExp => new RegExp(patterns.map(({ find }) => find.source).join("|"), "gu");

type Also = { unless?: string; denies?: boolean };

/** Makes the patterns of one kind that share one way out. */
export const patternsOf = (kind: TonePattern["kind"], better: string) => (source: string, { unless, denies }: Also = {}): TonePattern =>
  ({ kind, better, find: spoken(source), unless: unless === undefined ? null : spoken(unless, "u"), denies: denies === true });
