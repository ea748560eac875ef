import type { Dialog, DialogInput, DialogOutcome } from "../core/dialog.ts";
import type { Orders } from "./ports.ts";

/** A step may ask the shop a few things in a row; more than this is a dialog that does not end. */
const callsAtMost = 5;

/**
 * Steps a dialog until it has something to say, making the calls it asks for in between.
 *
 * @returns what is said, and whether the shop's system was away on the way there
 * @param key idempotency key of the turn: a change repeated with it is made once
 */
export async function runDialog(
  dialog: Dialog, input: DialogInput, orders: Orders, key: string,
): Promise<Extract<DialogOutcome, { kind: "say" }> & { unavailable: boolean }> {
  let outcome = dialog.step(input);
  let unavailable = false;
  for (let calls = 0; outcome.kind === "call"; calls += 1) {
    if (calls >= callsAtMost) throw new Error(`Dialog ${dialog.name} asks the shop without end`);
    const { customer } = input;
    const result = await orders.perform(outcome.call, { customerId: customer.signedIn ? customer.id : null, idempotencyKey: `${key}.${calls}` });
    unavailable ||= !result.ok && result.why === "unavailable";
    outcome = dialog.step({ ...input, memory: outcome.memory, wake: { kind: "result", result } });
  }
  return { ...outcome, unavailable };
}
