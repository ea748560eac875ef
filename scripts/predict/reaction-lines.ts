import { z } from "zod";
import { linesOf } from "./json-lines.ts";

const state = z.object({ emotion: z.string().min(1), language: z.string().min(1) });
const trainLine = z.object({ state, template: z.string().min(1), author: z.union([z.string(), z.number()]).transform(String), calmed: z.union([z.literal(0), z.literal(1), z.boolean()]).transform(Boolean) });
const evalLine = z.object({ id: z.union([z.string(), z.number()]), state, candidates: z.array(z.string().min(1)) });

export type ReactionTrainLine = z.infer<typeof trainLine>;
export type ReactionEvalLine = z.infer<typeof evalLine>;

/** Observations in file order, oldest first. */
export const readReactionTrainLines = (file: string): Promise<ReactionTrainLine[]> =>
  linesOf(file, trainLine, '{"state": {"emotion": "...", "language": "..."}, "template": "...", "author": "...", "calmed": 0 or 1}');

/** What to rank, in file order. */
export const readReactionEvalLines = (file: string): Promise<ReactionEvalLine[]> =>
  linesOf(file, evalLine, '{"id": "...", "state": {"emotion": "...", "language": "..."}, "candidates": ["...", ...]}');
