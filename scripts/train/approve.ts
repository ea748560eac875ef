import { createInterface } from "node:readline/promises";
import { wordsOf } from "../../src/nlu/words.ts";

/** Asks a person; null where nobody sits at the terminal. */
export type Ask = ((question: string) => Promise<string>) | null;

export const terminal: Ask = process.stdin.isTTY && process.stdout.isTTY
  ? async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  }
  : null;

/** Whether a person approves: said beforehand, or answered "yes" or "sí" now. Anything else is no. */
export async function isApproved(beforehand: boolean, ask: Ask, question: string): Promise<boolean> {
  if (beforehand || ask === null) return beforehand;
  const words = wordsOf(await ask(question)).map(({ folded }) => folded);
  return words.length === 1 && (words[0] === "yes" || words[0] === "si");
}
