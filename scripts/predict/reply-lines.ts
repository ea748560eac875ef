import { z } from "zod";
import { maxTextLength } from "../../src/core/turn.ts";
import { linesOf } from "./json-lines.ts";

const text = z.string().transform((value) => value.slice(0, maxTextLength).normalize("NFC"));
const turn = z.object({ speaker: z.enum(["customer", "agent", "system"]), text });
const trainLine = z.object({ dialogue_id: z.union([z.string(), z.number()]), turns: z.array(turn.extend({ action: z.string().min(1).optional().catch(undefined) })) });
const poolLine = z.object({ i: z.number().int().nonnegative(), text });
const evalLine = z.object({ id: z.union([z.string(), z.number()]), context: z.array(turn), candidates: z.array(z.number().int().nonnegative()) });
const goldLine = evalLine.extend({ gold: z.number().int().nonnegative(), gold_action: z.string().min(1).optional() });

export type ReplyTrainLine = z.infer<typeof trainLine>;
export type ReplyPoolLine = z.infer<typeof poolLine>;
export type ReplyEvalLine = z.infer<typeof evalLine>;
export type ReplyGoldLine = z.infer<typeof goldLine>;

const turnWanted = '{"speaker": "customer", "agent" or "system", "text": "..."}';

/** Past dialogues, in file order. */
export const readReplyTrainLines = (file: string): Promise<ReplyTrainLine[]> => linesOf(file, trainLine, `{"dialogue_id": "...", "turns": [${turnWanted}, ...]}`);
export const readReplyPoolLines = (file: string): Promise<ReplyPoolLine[]> => linesOf(file, poolLine, '{"i": 0, "text": "..."}');
export const readReplyEvalLines = (file: string): Promise<ReplyEvalLine[]> => linesOf(file, evalLine, `{"id": "...", "context": [${turnWanted}, ...], "candidates": [0, ...]}`);
/** Evaluation lines that say which candidate was the true reply, and which template it was picked from where that is known. */
export const readReplyGoldLines = (file: string): Promise<ReplyGoldLine[]> => linesOf(file, goldLine, `{"id": "...", "context": [${turnWanted}, ...], "candidates": [0, ...], "gold": 0, "gold_action"?: "..."}`);
