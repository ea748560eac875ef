import type { BackendResult, Dialog, DialogInput, DialogMemory, DialogOutcome, OrderLine } from "../src/core/dialog.ts";
import type { Understanding } from "../src/core/understanding.ts";
import type { Language } from "../src/core/turn.ts";
import { mentioned } from "./customer-words.ts";
import { identifyOrder, orderFound } from "./identify-order.ts";
import { lineNamed } from "./line-named.ts";
import { ask, askAgain, fail, finish, line, remembered } from "./outcomes.ts";
import { shownMoney } from "./shown.ts";

/** Refunds an item that arrived damaged: which order, which item, a summary, a clear yes, and only then the refund. */
export const damagedItem: Dialog = {
  name: "damaged-item",
  intents: ["damaged-item"],
  step(input: DialogInput): DialogOutcome {
    if (input.wake.kind === "result") return answered(input, input.wake.result);
    const { text, understanding } = input.wake;
    const { outcome, memory } = identifyOrder(input, input.memory);
    // The first line often names the item ("los tomates del 1043 han llegado podridos"): keep it until the order's lines are known.
    const opening = remembered(memory, "opening") ?? text.slice(0, 200);
    if (outcome !== null) return { ...outcome, memory: { ...outcome.memory, opening } };
    return nextQuestion(input, text, understanding, { ...memory, opening });
  },
};

/** A dialog's memory holds plain values, so an order's lines travel as JSON. */
function linesOf(memory: DialogMemory): OrderLine[] {
  const lines: OrderLine[] = JSON.parse(remembered(memory, "lines") ?? "[]");
  return lines;
}

function listed(lines: OrderLine[], language: Language): string {
  return lines.map(({ product }, i) => `${i + 1}. ${product[language]}`).join("; ");
}

function nextQuestion(input: DialogInput, text: string, understanding: Understanding, memory: DialogMemory): DialogOutcome {
  const number = remembered(memory, "number") ?? "";
  const lines = linesOf(memory);
  const product = remembered(memory, "product");
  const confirming = memory["asked"] === "confirm" && product !== null;
  const named = mentioned(understanding, "order").length > 0 ? null : lineNamed(text, lines, !confirming);
  if (named !== null && named.product.es !== product) return confirm(input, named, memory);
  if (confirming) {
    if (understanding.assent === "yes") {
      return { kind: "call", call: { call: "refund-item", number, postcode: remembered(memory, "postcode"), product }, memory: { ...memory, asked: "result" } };
    }
    const which = line("damaged-item.ask-product", { number, products: listed(lines, input.language) });
    if (understanding.assent === "no") return ask("product", [which], ["reply.stop"], { ...memory, product: null });
    return askAgain("confirm", [line("dialog.confirm-again")], ["reply.yes", "reply.no"], memory, "damaged-item.give-up");
  }
  return askAgain("product", [line("damaged-item.ask-product-again", { products: listed(lines, input.language) })], ["reply.stop"], memory, "damaged-item.give-up");
}

function confirm(input: DialogInput, { product, quantity, price }: OrderLine, memory: DialogMemory): DialogOutcome {
  const number = remembered(memory, "number") ?? "";
  const amount = shownMoney(quantity * price, remembered(memory, "currency") ?? "EUR", input.language);
  const say = [line("damaged-item.confirm", { number, product: product[input.language], quantity, amount })];
  return ask("confirm", say, ["reply.yes", "reply.no"], { ...memory, product: product.es, misses: 0 });
}

function answered(input: DialogInput, result: BackendResult): DialogOutcome {
  const { memory, language } = input;
  if (memory["asked"] !== "result") {
    const found = orderFound(result, memory);
    if ("outcome" in found) return found.outcome;
    const { number, status, lines, currency } = found.order;
    if (status !== "delivered" && status !== "on-its-way") return finish([line("damaged-item.not-delivered", { number })], ["followup.order-status"], found.memory);
    const known = { ...found.memory, lines: JSON.stringify(lines), currency };
    const named = lineNamed(remembered(memory, "opening") ?? "", lines, false);
    if (named !== null) return confirm(input, named, known);
    return ask("product", [line("damaged-item.ask-product", { number, products: listed(lines, input.language) })], ["reply.stop"], known);
  }
  if (result.ok && result.call === "refund-item") {
    const product = remembered(memory, "product") ?? "";
    const refunded = linesOf(memory).find((one) => one.product.es === product);
    const values = {
      product: refunded?.product[language] ?? product, days: result.daysToArrive,
      amount: shownMoney(result.amount, result.order.currency, language),
    };
    return finish([line("damaged-item.refunded", values)], ["followup.order-status", "followup.nothing-else"], memory);
  }
  if (!result.ok && result.why !== "unavailable") return fail("damaged-item.refused", memory);
  return fail("backend.unsure", memory);
}
