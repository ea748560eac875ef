import type { BackendResult, Dialog, DialogInput, DialogOutcome, KnowledgeCall } from "../core/dialog.ts";
import type { AskKnowledge } from "../core/knowledge.ts";
import type { Language } from "../core/turn.ts";
import { bestArticle } from "./best-article.ts";
import type { Orders } from "./ports.ts";

/** Whom a dialog's calls go to. */
export type DialogBackends = { orders: Orders; ask: AskKnowledge };

/** A step may ask the shop a few things in a row; more than this is a dialog that does not end. */
const callsAtMost = 5;

/**
 * Steps a dialog until it has something to say, making the calls it asks for in between.
 *
 * @returns what is said, and whether the shop's system was away on the way there
 * @param key idempotency key of the turn: a change repeated with it is made once
 */
export async function runDialog(
  dialog: Dialog, input: DialogInput, { orders, ask }: DialogBackends, key: string,
): Promise<Extract<DialogOutcome, { kind: "say" }> & { unavailable: boolean }> {
  let outcome = dialog.step(input);
  let unavailable = false;
  for (let calls = 0; outcome.kind === "call"; calls += 1) {
    if (calls >= callsAtMost) throw new Error(`Dialog ${dialog.name} asks the shop without end`);
    const { customer, language } = input;
    const { call } = outcome;
    const result = call.call === "ask-knowledge" ? answered(ask, call, language) : await orders.perform(call, { customerId: customer.signedIn ? customer.id : null, idempotencyKey: `${key}.${calls}` });
    unavailable ||= !result.ok && result.why === "unavailable";
    outcome = dialog.step({ ...input, memory: outcome.memory, wake: { kind: "result", result } });
  }
  return { ...outcome, unavailable };
}

function answered(ask: AskKnowledge, { call, question }: KnowledgeCall, language: Language): BackendResult {
  const answer = bestArticle(ask, question, language);
  return answer ? { ok: true, call, answer } : { ok: false, why: "not-found" };
}
