import type { Emotion } from "./understanding.ts";
import type { Language } from "./turn.ts";

/** What may hurt in a draft, the gravest first. */
export const toneKinds = ["blaming", "dismissive", "cold", "no-explanation", "over-promising", "jargon", "shouting", "too-long", "wrong-register", "wrong-language"] as const;
export type ToneKind = (typeof toneKinds)[number];

/** Where in the draft, what about it, and what to write there instead. */
export type ToneFinding = { start: number; end: number; kind: ToneKind; alternative: string };

/** The customer a draft is for. `heard`: the person has already said that they understand. `formal`: the shop says "usted". */
export type DraftReader = { language: Language; emotion: Emotion; heard: boolean; formal: boolean };

/** Reads an agent's own draft as the customer would. Words only; nothing is inferred of who wrote it. */
export type Mirror = (draft: string, reader: DraftReader) => ToneFinding[];
