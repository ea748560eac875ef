import { createDemoOrders } from "../../src/adapters/orders/demo-orders.ts";
import type { Orders } from "../../src/app/ports.ts";
import { bestArticle } from "../../src/app/best-article.ts";
import type { BackendCall, BackendResult, Dialog, DialogMemory, DialogOutcome, KnowledgeCall } from "../../src/core/dialog.ts";
import type { AskKnowledge } from "../../src/core/knowledge.ts";
import type { Customer, Language } from "../../src/core/turn.ts";
import { createReader, sunday } from "../nlu/reader.ts";

export const stranger: Customer = { id: "dl_1", name: null, signedIn: false };
export const lucia: Customer = { id: "lucia", name: "Lucía", signedIn: true };

type Said = { keys: string[]; values: Record<string, string | number>; quickReplies: string[]; done: boolean; failed: boolean; calls: (BackendCall | KnowledgeCall)[] };

/** Talks to one dialog with the real reader and the demo shop; each line answers with what was said and called. */
export async function createTalk(dialog: Dialog, { customer = stranger, language = "es", orders = createDemoOrders(() => sunday), seed = {}, ask = () => [] }: { customer?: Customer; language?: Language; orders?: Orders; seed?: DialogMemory; ask?: AskKnowledge } = {}): Promise<(text: string) => Promise<Said>> {
  const read = await createReader();
  let memory: DialogMemory = seed;
  let turn = 0;
  const answer = (question: string): BackendResult => {
    const found = bestArticle(ask, question, language);
    return found ? { ok: true, call: "ask-knowledge", answer: found } : { ok: false, why: "not-found" };
  };
  return async (text) => {
    turn += 1;
    const calls: Said["calls"] = [];
    const input = { customer, language, today: "2026-11-22" };
    let outcome: DialogOutcome = dialog.step({ ...input, memory, wake: { kind: "turn", text, understanding: read(text, language) } });
    while (outcome.kind === "call") {
      calls.push(outcome.call);
      const { call } = outcome;
      const result = call.call === "ask-knowledge" ? answer(call.question) : await orders.perform(call, { customerId: customer.signedIn ? customer.id : null, idempotencyKey: `${turn}.${calls.length}` });
      outcome = dialog.step({ ...input, memory: outcome.memory, wake: { kind: "result", result } });
    }
    memory = outcome.memory;
    return { keys: outcome.say.map(({ key }) => key), values: Object.assign({}, ...outcome.say.map(({ values }) => values)), quickReplies: outcome.quickReplies, done: outcome.done, failed: outcome.failed, calls };
  };
}

/** A backend that always answers this. */
export const answering = (result: Awaited<ReturnType<Orders["perform"]>>): Orders => ({ perform: async () => result });
