import type { Dialog, DialogInput, DialogMemory, DialogOutcome, Product } from "../src/core/dialog.ts";
import { plainWords, stops } from "./customer-words.ts";
import { ask, askAgain, fail, finish, line, remembered } from "./outcomes.ts";
import { shownMoney } from "./shown.ts";

const topics = ["allergens", "stock", "cooking-advice"] as const;
type Topic = (typeof topics)[number];

/** Products named when several fit; more than four is a list nobody reads in a chat. */
const namedAtOnce = 4;
/** A product's name and a question about it are shorter. */
const questionRead = 200;

/** Tells allergens, stock or cooking advice of one product; asks which one when the words fit none or several. */
export const productAdvice: Dialog = {
  name: "product-advice",
  intents: [...topics],
  step(input: DialogInput): DialogOutcome {
    const { wake, memory } = input;
    if (wake.kind === "turn") {
      if (stops(wake.text)) return finish([line("dialog.stopped")], [], memory);
      const wanted = topics.find((topic) => topic === wake.understanding.intents[0]?.intent);
      const topic = wake.understanding.intentSure && wanted !== undefined ? wanted : (topicOf(memory) ?? wanted ?? "stock");
      const text = wake.text.slice(0, questionRead);
      return { kind: "call", call: { call: "find-product", text }, memory: { ...memory, topic, question: mayBeInAnArticle(text, topic, memory) ? text : null } };
    }
    const { result } = wake;
    if (!result.ok) return result.why === "not-found" ? article(memory) ?? earlierProduct(memory) : fail("product.unavailable", memory);
    if (result.call === "ask-knowledge") return finish([line("knowledge.answer", { answer: result.answer.text, source: result.answer.source })], ["followup.nothing-else"], { ...memory, product: null });
    if (result.call !== "find-product") return fail("product.unavailable", memory);
    return answer(input, result.products);
  },
};

function topicOf(memory: DialogMemory): Topic | null {
  return topics.find((topic) => topic === remembered(memory, "topic")) ?? null;
}

/** What points at one product without naming it: "¿lleva gluten?", "how do I cook it?"; accents and letter case aside. */
const pointsAtOne = /\b(?:it|its|this|these|them|does|contains?|es[eo]|estos?|llevan?|tiene|contienen?|lo (?!que |mejor |mas ))\b|\w[aei]rl[oa]s?\b/;

/** What is asked of no product in particular may stand in an article. A name given when asked for one is only looked for there where cooking it is the question: no article tells what is in it. */
function mayBeInAnArticle(text: string, topic: Topic, memory: DialogMemory): boolean {
  return memory["asked"] === undefined ? !pointsAtOne.test(plainWords(text)) : topic === "cooking-advice";
}

/** The shop's articles are asked once, and before what was talked about earlier: who names something means that. */
function article(memory: DialogMemory): DialogOutcome | null {
  const question = remembered(memory, "question");
  return question === null ? null : { kind: "call", call: { call: "ask-knowledge", question }, memory: { ...memory, question: null } };
}

/** "¿Cómo lo cocino?" names no product: the one talked about before is meant, when the memory has one. */
function earlierProduct(memory: DialogMemory): DialogOutcome {
  const product = remembered(memory, "product");
  if (product === null || memory["asked"] !== undefined) return which(memory);
  return { kind: "call", call: { call: "find-product", text: product }, memory: { ...memory, product: null } };
}

function which(memory: DialogMemory): DialogOutcome {
  if (memory["asked"] !== "product") return ask("product", [line("product.ask-which")], ["reply.stop"], memory);
  return askAgain("product", [line("product.not-found")], ["reply.stop"], memory, "product.give-up");
}

function answer({ memory, language }: DialogInput, products: Product[]): DialogOutcome {
  const [first, second] = products;
  if (first === undefined) return which(memory);
  if (second !== undefined) {
    const names = products.slice(0, namedAtOnce).map(({ name }) => name[language]).join("; ");
    if (memory["asked"] === "one-of") return askAgain("one-of", [line("product.one-of", { names })], ["reply.stop"], memory, "product.give-up");
    return ask("one-of", [line("product.one-of", { names })], ["reply.stop"], memory);
  }
  const product = first.name[language];
  const known: DialogMemory = { ...memory, product };
  switch (topicOf(memory) ?? "stock") {
    case "allergens":
      return finish([line("allergens.product", { product, allergens: first.allergens[language] })], ["followup.cooking", "followup.nothing-else"], known);
    case "cooking-advice":
      return finish([line("cooking-advice.product", { product, advice: first.advice[language] })], ["followup.allergens", "followup.nothing-else"], known);
    case "stock": {
      const price = shownMoney(first.price, "EUR", language);
      const key = first.inStock ? "stock.available" : "stock.sold-out";
      return finish([line(key, { product, price })], ["followup.cooking", "followup.allergens"], known);
    }
  }
}
