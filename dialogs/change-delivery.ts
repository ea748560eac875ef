import type { BackendResult, Dialog, DialogInput, DialogMemory, DialogOutcome, Order } from "../src/core/dialog.ts";
import type { Understanding } from "../src/core/understanding.ts";
import { identifyOrder, orderFound } from "./identify-order.ts";
import { ask, askAgain, fail, finish, line, remembered } from "./outcomes.ts";
import { daysNamed } from "./refused-days.ts";
import { daysAfter, shownDate } from "./shown.ts";

/** The shop keeps a prepared order at most two weeks, because of its fresh goods. */
const latestInDays = 14;

/** Puts a delivery on another day: which order, which day, a clear yes, and only then the change. */
export const changeDelivery: Dialog = {
  name: "change-delivery",
  intents: ["change-delivery"],
  step(input: DialogInput): DialogOutcome {
    if (input.wake.kind === "result") return answered(input, input.wake.result);
    const { text, understanding } = input.wake;
    const { outcome, memory } = identifyOrder(input, input.memory);
    // An order's own number can look like no date, but a date given early must survive the look-up.
    const days = daysNamed(text, understanding, remembered(memory, "date"));
    const date = days.wanted.at(-1);
    const refused = date === undefined && days.refused.length > 0;
    const withDate = date !== undefined ? { ...memory, date } : refused ? { ...memory, date: null } : memory;
    if (outcome !== null) return keep(outcome, withDate);
    // Which day does not suit is an answer, though not yet the one that is needed.
    if (refused) return ask("date", [line("change-delivery.ask-other-date", { number: remembered(memory, "number") ?? "" })], ["reply.stop"], withDate);
    return nextQuestion(input, understanding, withDate, date !== undefined);
  },
};

/** The same outcome, with the day that the customer has already named. */
function keep(outcome: DialogOutcome, memory: DialogMemory): DialogOutcome {
  return { ...outcome, memory: { ...outcome.memory, date: memory["date"] ?? null } };
}

function nextQuestion(input: DialogInput, understanding: Understanding, memory: DialogMemory, dateGiven: boolean): DialogOutcome {
  const number = remembered(memory, "number") ?? "";
  const date = remembered(memory, "date");
  if (dateGiven && date !== null) return confirm(input, memory, date);
  if (memory["asked"] === "confirm" && date !== null) {
    if (understanding.assent === "yes") {
      const call = { call: "change-delivery", number, postcode: remembered(memory, "postcode"), date } as const;
      return { kind: "call", call, memory: { ...memory, asked: "result" } };
    }
    if (understanding.assent === "no") return ask("date", [line("change-delivery.ask-other-date", { number })], ["reply.stop"], { ...memory, date: null });
    const say = [line("dialog.confirm-again"), line("change-delivery.confirm", { number, date: shownDate(date, input.language) })];
    return askAgain("confirm", say, ["reply.yes", "reply.no"], memory, "change-delivery.give-up");
  }
  return askAgain("date", [line("change-delivery.ask-date-again")], ["reply.stop"], memory, "change-delivery.give-up");
}

/** A day the shop can do is read back for a yes; another is refused with the reason. */
function confirm(input: DialogInput, memory: DialogMemory, date: string): DialogOutcome {
  const number = remembered(memory, "number") ?? "";
  const first = daysAfter(input.today, 1);
  const last = daysAfter(input.today, latestInDays);
  const values = { number, first: shownDate(first, input.language), last: shownDate(last, input.language) };
  if (date < first || date > last) {
    return askAgain("date", [line("change-delivery.out-of-range", values)], ["reply.stop"], { ...memory, date: null }, "change-delivery.give-up");
  }
  return ask("confirm", [line("change-delivery.confirm", { number, date: shownDate(date, input.language) })], ["reply.yes", "reply.no"], { ...memory, misses: 0 });
}

function answered(input: DialogInput, result: BackendResult): DialogOutcome {
  const { memory, language } = input;
  if (memory["asked"] !== "result") {
    const found = orderFound(result, memory);
    return "outcome" in found ? found.outcome : orderIsKnown(input, found.order, found.memory);
  }
  if (result.ok && result.call === "change-delivery") {
    const { number, expectedOn } = result.order;
    return finish([line("change-delivery.changed", { number, date: shownDate(expectedOn, language) })], ["followup.order-status", "followup.nothing-else"], memory);
  }
  const number = remembered(memory, "number") ?? "";
  if (!result.ok && result.why !== "unavailable") return fail("change-delivery.refused", memory, { number });
  return fail("backend.unsure", memory);
}

function orderIsKnown(input: DialogInput, order: Order, memory: DialogMemory): DialogOutcome {
  const { number } = order;
  switch (order.status) {
    case "delivered":
      return finish([line("change-delivery.already-delivered", { number })], ["followup.damaged-item"], memory);
    case "cancelled":
      return finish([line("change-delivery.cancelled", { number })], [], memory);
    case "preparing":
    case "on-its-way": {
      const date = remembered(memory, "date");
      if (date !== null) return confirm(input, memory, date);
      return ask("date", [line("change-delivery.ask-date", { number, date: shownDate(order.expectedOn, input.language) })], ["reply.stop"], memory);
    }
  }
}
