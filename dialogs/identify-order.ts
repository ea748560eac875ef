import type { BackendResult, DialogInput, DialogMemory, DialogOutcome, Order } from "../src/core/dialog.ts";
import { ask, askAgain, fail, finish, line, remembered } from "./outcomes.ts";
import { mentioned, plainWords, stops } from "./customer-words.ts";

const anotherOrder = ["otro pedido", "another order", "different order", "pedido distinto", "other order"];

/**
 * Takes what this turn says about which order is meant, and asks only for what is still missing.
 *
 * An order is looked up for a signed-in customer (the latest, or by number) or by number and postcode together.
 * The memory keeps `number` and `postcode`, which a later turn may correct, and may be given them from an earlier dialog.
 *
 * @returns what to say or call, or null when `memory.verified` names the order and nothing about it has changed
 */
export function identifyOrder(input: DialogInput, memory: DialogMemory): { outcome: DialogOutcome | null; memory: DialogMemory } {
  if (input.wake.kind === "result") return { outcome: null, memory };
  const { text, understanding } = input.wake;
  if (stops(text)) return { outcome: finish([line("dialog.stopped")], [], memory), memory };

  const number = mentioned(understanding, "order").at(-1) ?? null;
  const postcode = mentioned(understanding, "postcode").at(-1) ?? null;
  const said = number !== null || postcode !== null;
  const now: DialogMemory = { ...memory, ...(number ? { number } : {}), ...(postcode ? { postcode } : {}) };
  if (number !== null && number !== memory["verified"]) now["verified"] = null;
  if (remembered(now, "verified") !== null) return { outcome: null, memory: now };
  return { outcome: nextQuestion(input, memory, now, said, plainWords(text)), memory: now };
}

function nextQuestion(input: DialogInput, before: DialogMemory, memory: DialogMemory, said: boolean, text: string): DialogOutcome {
  const asked = remembered(before, "asked");
  const number = remembered(memory, "number");
  const postcode = remembered(memory, "postcode");
  if (number === null) {
    const wantsAnother = anotherOrder.some((words) => text.includes(words));
    if (input.customer.signedIn && asked === null && !wantsAnother) return { kind: "call", call: { call: "latest-order" }, memory };
    if (asked === null) return ask("number", [line("order.ask-number")], ["reply.stop"], memory);
    // A postcode before the number is progress, not an unusable answer.
    if (said && asked === "number") return ask("number", [line("order.ask-number")], ["reply.stop"], memory);
    return askAgain("number", [line("order.ask-number-again")], ["reply.stop"], memory, "order.give-up");
  }
  if (postcode === null && !input.customer.signedIn) {
    if (asked !== "postcode") return ask("postcode", [line("order.ask-postcode", { number })], ["reply.stop"], memory);
    return askAgain("postcode", [line("order.ask-postcode-again", { number })], ["reply.stop"], memory, "order.not-verified");
  }
  if (asked === "order" && !said) return askAgain("order", [line("order.ask-number-again")], ["reply.stop"], memory, "order.give-up");
  return { kind: "call", call: { call: "find-order", number, postcode }, memory };
}

/** What the look-up brought: the order with the memory that vouches for it, or what to say instead. */
export function orderFound(result: BackendResult, memory: DialogMemory): { order: Order; memory: DialogMemory } | { outcome: DialogOutcome } {
  if (result.ok) {
    if (result.call !== "find-order" && result.call !== "latest-order") return { outcome: fail("backend.unavailable", memory) };
    const { order } = result;
    return { order, memory: { ...memory, number: order.number, verified: order.number, asked: null, misses: 0 } };
  }
  switch (result.why) {
    case "unavailable":
      return { outcome: fail("backend.unavailable", memory) };
    case "not-found":
    case "not-allowed":
    case "refused": {
      const number = remembered(memory, "number");
      if (number === null) return { outcome: ask("number", [line("order.none-yet")], ["reply.stop"], memory) };
      return { outcome: askAgain("order", [line("order.not-found", { number })], ["reply.stop"], memory, "order.give-up") };
    }
  }
}
