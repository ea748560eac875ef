import type { BackendResult, Dialog, DialogInput, DialogMemory, DialogOutcome, OrderLine } from "../src/core/dialog.ts";
import type { Understanding } from "../src/core/understanding.ts";
import { mentioned, plainWords } from "./customer-words.ts";
import { identifyOrder, orderFound } from "./identify-order.ts";
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

/** The one line of the order that these words name, by a word of its own or by its place in the list; null when none or several fit. */
export function lineNamed(text: string, lines: OrderLine[], byPlace: boolean): OrderLine | null {
  const words = plainWords(text).split(" ");
  const place = byPlace && words.length === 1 ? Number(words[0]) : Number.NaN;
  if (Number.isInteger(place)) return lines[place - 1] ?? null;
  // Four letters of a word make its root ("tomate", "tomates"); shorter words must be equal.
  const same = (a: string, b: string): boolean => a === b || (a.length >= 4 && b.length >= 4 && (a.startsWith(b) || b.startsWith(a)));
  const score = ({ product }: OrderLine): number =>
    plainWords(product).split(" ").filter((part) => part.length > 2 && words.some((word) => same(word, part))).length;
  const scored = lines.map((orderLine) => ({ orderLine, score: score(orderLine) })).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score === 0 || best.score === second?.score) return null;
  return best.orderLine;
}

function listed(lines: OrderLine[]): string {
  return lines.map(({ product }, i) => `${i + 1}. ${product}`).join("; ");
}

function nextQuestion(input: DialogInput, text: string, understanding: Understanding, memory: DialogMemory): DialogOutcome {
  const number = remembered(memory, "number") ?? "";
  const lines = linesOf(memory);
  const product = remembered(memory, "product");
  const confirming = memory["asked"] === "confirm" && product !== null;
  const named = mentioned(understanding, "order").length > 0 ? null : lineNamed(text, lines, !confirming);
  if (named !== null && named.product !== product) return confirm(input, named, memory);
  if (confirming) {
    if (understanding.assent === "yes") {
      return { kind: "call", call: { call: "refund-item", number, postcode: remembered(memory, "postcode"), product }, memory: { ...memory, asked: "result" } };
    }
    const which = line("damaged-item.ask-product", { number, products: listed(lines) });
    if (understanding.assent === "no") return ask("product", [which], ["reply.stop"], { ...memory, product: null });
    return askAgain("confirm", [line("dialog.confirm-again")], ["reply.yes", "reply.no"], memory, "damaged-item.give-up");
  }
  return askAgain("product", [line("damaged-item.ask-product-again", { products: listed(lines) })], ["reply.stop"], memory, "damaged-item.give-up");
}

function confirm(input: DialogInput, { product, quantity, price }: OrderLine, memory: DialogMemory): DialogOutcome {
  const number = remembered(memory, "number") ?? "";
  const amount = shownMoney(quantity * price, remembered(memory, "currency") ?? "EUR", input.language);
  const say = [line("damaged-item.confirm", { number, product, quantity, amount })];
  return ask("confirm", say, ["reply.yes", "reply.no"], { ...memory, product, misses: 0 });
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
    return ask("product", [line("damaged-item.ask-product", { number, products: listed(lines) })], ["reply.stop"], known);
  }
  if (result.ok && result.call === "refund-item") {
    const values = {
      product: remembered(memory, "product") ?? "", days: result.daysToArrive,
      amount: shownMoney(result.amount, result.order.currency, language),
    };
    return finish([line("damaged-item.refunded", values)], ["followup.order-status", "followup.nothing-else"], memory);
  }
  if (!result.ok && result.why !== "unavailable") return fail("damaged-item.refused", memory);
  return fail("backend.unsure", memory);
}
