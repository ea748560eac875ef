import type { Dialog, DialogInput, DialogOutcome, Order, Say } from "../src/core/dialog.ts";
import { identifyOrder, orderFound } from "./identify-order.ts";
import { fail, finish, line } from "./outcomes.ts";
import { shownDate } from "./shown.ts";

/** Says where an order is, why it is late when it is, and what can be done about it. */
export const orderStatus: Dialog = {
  name: "order-status",
  intents: ["order-status"],
  step(input: DialogInput): DialogOutcome {
    if (input.wake.kind === "turn") {
      const { outcome, memory } = identifyOrder({ ...input, memory: { ...input.memory, verified: null } }, { ...input.memory, verified: null });
      return outcome ?? fail("backend.unavailable", memory);
    }
    const found = orderFound(input.wake.result, input.memory);
    if ("outcome" in found) return found.outcome;
    return finish([whereItIs(found.order, input)], nextSteps(found.order), found.memory);
  },
};

function whereItIs(order: Order, { language, today }: DialogInput): Say {
  const { number } = order;
  const date = shownDate(order.expectedOn, language);
  switch (order.status) {
    case "delivered":
      return line("order-status.delivered", { number, date });
    case "cancelled":
      return line("order-status.cancelled", { number });
    case "preparing":
    case "on-its-way": {
      if (order.delay !== null) {
        const state = order.status === "preparing" ? "order-status.delayed-preparing" : "order-status.delayed";
        return line(state, { number, date, reason: order.delay[language] });
      }
      if (order.expectedOn === today) return line("order-status.today", { number });
      return line(order.status === "preparing" ? "order-status.preparing" : "order-status.on-its-way", { number, date });
    }
  }
}

function nextSteps(order: Order): string[] {
  switch (order.status) {
    case "delivered":
      return ["followup.damaged-item", "followup.order-status"];
    case "cancelled":
      return ["followup.refund", "followup.order-status"];
    case "preparing":
    case "on-its-way":
      return ["followup.change-delivery", "followup.order-status"];
  }
}
