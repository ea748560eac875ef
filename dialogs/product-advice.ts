import type { Dialog, DialogInput, DialogMemory, DialogOutcome, Product } from "../src/core/dialog.ts";
import type { KnowledgeAnswer } from "../src/core/knowledge.ts";
import { plainWords, stops } from "./customer-words.ts";
import { ask, askAgain, fail, finish, line, remembered } from "./outcomes.ts";
import { articleNames, asksOfKeeping, asksToStore, isForArticles, keepingWords, tellsToStore, whatItIs } from "./product-article.ts";
import { asksPrice, doubts, goesOnWithProduct, namesContents, onlyNames, refusesIt, withThing } from "./product-follow-up.ts";
import { nameOf } from "./product-name.ts";
import { otherThings, productsNamed } from "./product-named.ts";
import { asksOfContents, asksWhatIsIn } from "./question-text.ts";
import { asksIfHeld, asksUntold } from "./question-untold.ts";
import { isQuality, saysOfIt, type QuestionTopic } from "./question-words.ts";
import { shownMoney } from "./shown.ts";

const topics: readonly QuestionTopic[] = ["allergens", "stock", "cooking-advice"];

/** Products named when several fit; more than four is a list nobody reads in a chat. */
const namedAtOnce = 4;
/** A product's name and a question about it are shorter. */
const questionRead = 200;

/**
 * Tells allergens, stock or cooking advice of one product, where the customer's words name it; where they may mean another thing, says so and asks.
 *
 * The memory keeps the question (`text`), what it asks about beside products (`things`), and what was offered: `near`, names of products, or `offered`, a question for an article.
 */
export const productAdvice: Dialog = {
  name: "product-advice",
  intents: [...topics],
  goesOn: (text, understanding, memory) => goesOnWithProduct(text, understanding, memory, topics),
  step(input: DialogInput): DialogOutcome {
    const { wake, memory } = input;
    if (wake.kind === "turn") return turn(input, wake);
    const { result } = wake;
    if (!result.ok) {
      if (result.why !== "not-found") return fail("product.unavailable", memory);
      return remembered(memory, "reading") === null ? nothingFound(memory) : noArticle(memory);
    }
    if (result.call === "ask-knowledge") return article(result.answer, memory);
    if (result.call !== "find-product") return fail("product.unavailable", memory);
    return found(input, result.products);
  },
};

const topicOf = (memory: DialogMemory): QuestionTopic => topics.find((topic) => topic === remembered(memory, "topic")) ?? "stock";

/** What the words say outright, whatever else the message is like. */
function topicSaid(text: string): QuestionTopic | null {
  const plain = plainWords(text);
  if (/\b(?:allergens?|alergenos?|contains?|contienen?|traces?|trazas?)\b/.test(plain)) return "allergens";
  return asksPrice(plain) ? "stock" : null;
}

/** Starts with a yes, and names nothing: "sí, pero ¿lleva gluten?" is about what was offered. */
const startsWithYes = /^(?:si|vale|claro|exacto|eso es|ese mismo|esa misma|yes|yeah|yep|ok|okay|sure|right|that one|that s the one|exactly)\b/;

function turn({ memory, language }: DialogInput, { text: written, understanding }: Extract<DialogInput["wake"], { kind: "turn" }>): DialogOutcome {
  if (stops(written)) return finish([line("dialog.stopped")], [], memory);
  const before = memory["asked"] === undefined ? remembered(memory, "product") : null;
  if (before !== null && doubts(written)) return { kind: "call", call: { call: "find-product", text: before }, memory: { ...memory, meant: before, doubted: true } };
  const refused = refusesIt(written) ? remembered(memory, "product") : null;
  // A part of the question before is replaced: by another thing, or by another matter asked of the same.
  const replaces = before !== null && onlyNames(written);
  const thing = refused ?? (replaces ? before : null);
  const text = (thing === null ? written : withThing(written, thing, language)).slice(0, questionRead);
  const wanted = topics.find((topic) => topic === understanding.intents[0]?.intent);
  const known = remembered(memory, "topic") === null ? null : topicOf(memory);
  const keeping = asksOfKeeping(text) || (memory["asked"] !== undefined && memory["keeping"] === true);
  if (before !== null && namesContents(text, known !== "stock")) return { kind: "call", call: { call: "find-product", text: before }, memory: { ...memory, topic: "allergens", text, meant: before, keeping: false, doubted: false } };
  const sure = understanding.intentSure && thing === null ? wanted : undefined;
  const topic = keeping ? "cooking-advice" : topicSaid(text) ?? sure ?? known ?? wanted ?? "stock";
  const things = otherThings(text, topic, language, []);
  // "Yes, but does it have gluten?" names no other thing.
  const nothingElse = things.every((thing) => asksOfContents(thing) && !isQuality(thing));
  const plain = plainWords(text);
  // "¿Y las de bacalao?" begins like a hasty yes, and "¿y el precio?" is none.
  const yes = nothingElse && !/^(?:y|and)\b/.test(plain) && (understanding.assent === "yes" || startsWithYes.test(plain));
  const no = understanding.assent === "no" && nothingElse;
  const now: DialogMemory = { ...memory, topic, near: null, offered: null, doubted: false, refused, ...(refused === null ? {} : { product: null }) };
  if (refused !== null && things.length === 0) return whichOther(now);
  const near = remembered(memory, "near");
  if (memory["asked"] === "near" && near !== null && (yes || no)) {
    if (no) return whichOther(now);
    return { kind: "call", call: { call: "find-product", text: near }, memory: { ...now, text: `${remembered(memory, "text") ?? ""} ${text}`.slice(-questionRead), meant: near } };
  }
  const offered = remembered(memory, "offered");
  if (memory["asked"] === "article" && offered !== null && (yes || no)) {
    return no ? whichOther(now) : { kind: "call", call: { call: "ask-knowledge", question: offered }, memory: { ...now, reading: "wanted" } };
  }
  const question = keeping ? `${text} ${keepingWords[language]}` : mayBeInAnArticle(text, topic, memory) ? text : null;
  return { kind: "call", call: { call: "find-product", text }, memory: { ...now, text, question, keeping, things: things.join(" "), meant: null, about: null, reading: null, otherwise: replaces && understanding.intentSure && wanted === undefined } };
}

const whichOther = (memory: DialogMemory): DialogOutcome => ask("product", [line("product.which-other")], ["control.ask-for-person", "reply.stop"], memory);

/** What points at one product without naming it: "¿lleva gluten?", "how do I cook it?"; accents and letter case aside. */
const pointsAtOne = /\b(?:it|its|this|these|them|does|contains?|es[eo]|estos?|llevan?|tiene|contienen?|lo (?!que |mejor |mas ))\b|\w[aei]rl[oa]s?\b/;

/** What is asked of no product in particular may stand in an article. A name given when asked for one is only looked for there where cooking it is the question: no article tells what is in it. */
function mayBeInAnArticle(text: string, topic: QuestionTopic, memory: DialogMemory): boolean {
  return memory["asked"] === undefined ? !pointsAtOne.test(plainWords(text)) : topic === "cooking-advice";
}

function found(input: DialogInput, products: Product[]): DialogOutcome {
  const { memory, language } = input;
  const meant = remembered(memory, "meant");
  if (meant !== null) {
    const product = products.find(({ name }) => name[language] === meant || name.es === meant || name.en === meant);
    return product ? answer(input, product) : which(memory);
  }
  const text = remembered(memory, "text") ?? "";
  // What was just turned down is no offer.
  const refused = remembered(memory, "refused");
  const named = productsNamed(text, products.filter(({ name }) => name[language] !== refused), topicOf(memory), language);
  if (named.kind === "none") return nothingFound(memory);
  const [first, second] = named.products;
  if (first === undefined) return nothingFound(memory);
  const names = named.products.slice(0, namedAtOnce).map(({ name }) => name[language]).join("; ");
  // Who chooses from a list just shown may say only what tells the one from the others.
  const chosen = memory["asked"] === "one-of" && otherThings(text, topicOf(memory), language, named.products).length === 0;
  if (named.kind === "near" && !chosen) return inAnArticle({ ...memory, near: names, several: second !== undefined, things: otherThings(text, topicOf(memory), language, named.products).join(" "), about: named.products.map(whatItIs).join(" ") });
  if (second === undefined) return answer(input, first);
  const say = [line("product.one-of", { names })];
  return memory["asked"] === "one-of" ? askAgain("one-of", say, ["reply.stop"], memory, "product.give-up") : ask("one-of", say, ["reply.stop"], memory);
}

/** The shop's articles are asked once, and before what was talked about earlier: who names something means that. */
function inAnArticle(memory: DialogMemory): DialogOutcome {
  const question = remembered(memory, "question");
  if (question === null || !isForArticles(memory)) return noArticle(memory);
  return { kind: "call", call: { call: "ask-knowledge", question }, memory: { ...memory, question: null, put: question, reading: "tried" } };
}

function article(answer: KnowledgeAnswer, memory: DialogMemory): DialogOutcome {
  const wanted = memory["reading"] === "wanted";
  if (wanted || articleNames(answer, memory)) return finish([line("knowledge.answer", { answer: answer.text, source: answer.source })], ["followup.nothing-else"], { ...memory, product: null });
  const question = remembered(memory, "put");
  const keeping = memory["keeping"] === true;
  if (topicOf(memory) !== "cooking-advice" || question === null || (!keeping && remembered(memory, "near") !== null)) return noArticle(memory);
  const key = keeping ? "product.keeping-article" : "product.near-article";
  return ask("article", [line(key, { source: answer.source })], ["reply.yes", "control.ask-for-person", "reply.stop"], { ...memory, offered: question, reading: null });
}

/** "How long does it keep?" is about no article before it is known what "it" is. */
function nothingFound(memory: DialogMemory): DialogOutcome {
  return memory["keeping"] === true && remembered(memory, "things") === null ? noArticle(memory) : inAnArticle(memory);
}

/** No article is about it: what is near, what was talked about before, or the question which product is meant. */
function noArticle(before: DialogMemory): DialogOutcome {
  const memory: DialogMemory = { ...before, reading: null, about: null };
  // Who names something else no longer means what was talked about before.
  const elsewhere: DialogMemory = { ...memory, product: null };
  const near = remembered(memory, "near");
  if (memory["keeping"] === true && (near !== null || remembered(memory, "things") !== null || remembered(before, "about") !== null)) return fail("product.keeping-unknown", memory);
  if (near !== null) return nearest(near, elsewhere);
  const product = remembered(memory, "product");
  if (product !== null && memory["asked"] === undefined && meansEarlier(memory)) return { kind: "call", call: { call: "find-product", text: product }, memory: { ...memory, product: null, meant: product } };
  if (remembered(memory, "things") !== null && memory["asked"] === undefined) {
    const unknown = ask("product", [line("product.unknown")], ["control.ask-for-person", "reply.stop"], elsewhere);
    return unknown.kind === "say" && memory["otherwise"] === true ? { ...unknown, failed: true } : unknown;
  }
  return which(memory);
}

/** "¿Cómo lo cocino?" names nothing: the one talked about before is meant. Who says what else is meant is only told of cooking the earlier one where it is pointed at. */
function meansEarlier(memory: DialogMemory): boolean {
  const text = plainWords(remembered(memory, "text") ?? "");
  const things = (remembered(memory, "things") ?? "").split(" ").filter((thing) => thing !== "");
  switch (topicOf(memory)) {
    case "allergens":
      return things.every(saysOfIt) && (things.length === 0 || pointsAtOne.test(text));
    case "stock":
      return things.length === 0;
    case "cooking-advice":
      return things.length === 0 || /\b(?:it|this|these|them|lo|los|las|est[eao]s?|es[eao]s?)\b|\w[aei]rl[oa]s?\b/.test(text);
  }
}

function nearest(names: string, memory: DialogMemory): DialogOutcome {
  const several = memory["several"] === true;
  const [asked, key] = several ? ["one-of", "product.near-several"] : ["near", "product.near"];
  const replies = several ? ["control.ask-for-person", "reply.stop"] : ["reply.yes", "reply.no", "control.ask-for-person"];
  const say = [line(key, { names })];
  return memory["asked"] === asked ? askAgain(asked, say, replies, memory, "product.give-up") : ask(asked, say, replies, memory);
}

/** "Where can I park?" is no name to be written shorter. */
const isQuestion = /[?¿]|^(?:where|what|how|when|do|does|is|are|can|d[oó]nde|qu[eé]|c[oó]mo|cu[aá]ndo|hay|puedo|tienen|ten[eé]is)\b/i;

function which(memory: DialogMemory): DialogOutcome {
  if (memory["asked"] === undefined) return ask("product", [line("product.ask-which")], ["reply.stop"], memory);
  const things = (remembered(memory, "things") ?? "").split(" ").filter((thing) => thing !== "");
  const key = !isQuestion.test(remembered(memory, "text") ?? "") ? "product.not-found" : things.every(saysOfIt) ? "product.ask-which" : "product.unknown";
  return askAgain("product", [line(key)], ["control.ask-for-person", "reply.stop"], memory, "product.give-up");
}

function answer({ memory, language }: DialogInput, one: Product): DialogOutcome {
  const product = one.name[language];
  const known: DialogMemory = { ...memory, product };
  const text = remembered(memory, "text") ?? "";
  const stored = topicOf(memory) === "cooking-advice" && asksToStore(text);
  if (memory["keeping"] === true || (stored && !tellsToStore(one.advice[language]))) {
    // "How long does it keep?" names nothing that an article could be found by.
    const question = `${text} ${remembered(memory, "meant") === null ? "" : product} ${keepingWords[language]}`;
    return { kind: "call", call: { call: "ask-knowledge", question }, memory: { ...known, keeping: true, question: null, put: question, things: otherThings(text, topicOf(memory), language, [one]).join(" "), about: whatItIs(one), reading: "tried" } };
  }
  // "Brown lentils, any gluten?" reads like a question of stock; "we have them" would sound like a yes to the gluten.
  const topic = topicOf(memory) === "stock" && (asksWhatIsIn(text, nameOf(one)) || asksIfHeld(text, language, nameOf(one))) ? "allergens" : topicOf(memory);
  if (memory["doubted"] === true) {
    const rests = topic === "allergens" ? line("allergens.rests-on", { product, allergens: one.allergens[language] }) : line("product.rests-on", { product });
    return finish([rests], ["control.ask-for-person", "followup.nothing-else"], known);
  }
  if (asksUntold(text, topic, language, nameOf(one))) return finish([line("allergens.not-told", { product, allergens: one.allergens[language] })], ["control.ask-for-person", "followup.nothing-else"], { ...known, topic: "allergens" });
  switch (topic) {
    case "allergens":
      return finish([line("allergens.product", { product, allergens: one.allergens[language] })], ["followup.cooking", "followup.nothing-else"], known);
    case "cooking-advice":
      return finish([line("cooking-advice.product", { product, advice: one.advice[language] })], ["followup.allergens", "followup.nothing-else"], known);
    case "stock": {
      const price = shownMoney(one.price, "EUR", language);
      const key = one.inStock ? "stock.available" : "stock.sold-out";
      return finish([line(key, { product, price })], ["followup.cooking", "followup.allergens"], known);
    }
  }
}
