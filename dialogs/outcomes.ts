import type { DialogMemory, DialogOutcome, QuickReply, Say } from "../src/core/dialog.ts";

type Values = Record<string, string | number>;

/** Answers that bring nothing usable before a dialog stops asking. Two: the second question already says what is missing and where to find it. */
const unusableAnswers = 2;

export const line = (key: string, values: Values = {}): Say => ({ key, values });

/** The job is done, or has an honest end; the conversation is free for something else. */
export function finish(say: Say[], quickReplies: QuickReply[], memory: DialogMemory): DialogOutcome {
  return { kind: "say", say, quickReplies, memory, done: true, failed: false };
}

/** Asks for one thing and keeps the dialog open. `asked` says what the next turn answers. */
export function ask(asked: string, say: Say[], quickReplies: QuickReply[], memory: DialogMemory): DialogOutcome {
  return { kind: "say", say, quickReplies, memory: { ...memory, asked }, done: false, failed: false };
}

/** The dialog cannot go on; a person is one press away. */
export function fail(key: string, memory: DialogMemory, values: Values = {}): DialogOutcome {
  return { kind: "say", say: [line(key, values)], quickReplies: ["control.ask-for-person"], memory, done: true, failed: true };
}

/** Asks again after an answer that brought nothing usable, and gives up honestly after the second. */
export function askAgain(asked: string, say: Say[], quickReplies: QuickReply[], memory: DialogMemory, giveUp: string): DialogOutcome {
  const misses = Number(memory["misses"] ?? 0) + 1;
  if (misses >= unusableAnswers) return fail(giveUp, { ...memory, misses });
  return { kind: "say", say, quickReplies, memory: { ...memory, asked, misses }, done: false, failed: true };
}

/** A remembered text, or null. */
export function remembered(memory: DialogMemory, key: string): string | null {
  const value = memory[key];
  return typeof value === "string" && value !== "" ? value : null;
}
