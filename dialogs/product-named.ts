import type { Product } from "../src/core/dialog.ts";
import type { Language } from "../src/core/turn.ts";
import { has, nameOf, sameWord, saysWithout, type ProductName } from "./product-name.ts";
import { asksOfContents, determiners, heldIn, inside, languageOf, said, type Said } from "./question-text.ts";
import { buildsQuestion, isKeptIn, isMadeFor, isMadeInto, isQuality, saysOfIt, type QuestionTopic } from "./question-words.ts";

/** `named`: the words name these and nothing else, several where they fit equally. `near`: they share a name with what is asked, and it may be another thing. */
export type ProductsNamed = { kind: "named" | "near"; products: Product[] } | { kind: "none" };

const possessives = new Set("my our your his her their mi mis nuestro nuestra su sus un una a an".split(" "));
const bindsAfter: Record<Language, ReadonlySet<string>> = {
  es: new Set(["de", "del", "con", "sin", "en", "a", "al", "para", "por", "tipo", "sabor"]),
  en: new Set(["with", "without", "of", "from", "in", "for"]),
};
const bindsBefore: Record<Language, ReadonlySet<string>> = { es: new Set(["de", "del", "con", "sin", "para", "en"]), en: new Set(["of", "for", "from", "with", "in"]) };
/** In a question about cooking these join what is served together, and make no other thing of it. */
const joinsWhenCooking = new Set(["para", "for"]);
/** Between a thing and what is said of it. */
const isSo = new Set("is are be come comes taste tastes smell smells look looks es son esta estan viene vienen llega llegan sabe saben huele huelen".split(" "));
/** Who writes this tells of themselves. */
const ofMyself: Record<Language, ReadonlySet<string>> = { en: new Set("i im my we our".split(" ")), es: new Set("yo me mi mis soy somos estoy tengo tenemos nos nuestra nuestro".split(" ")) };
const isIt = new Set(["is", "are", "es", "son"]);

type Question = { words: readonly Said[]; topic: QuestionTopic; language: Language; /** Places of what a thing is asked to contain, not of what is asked about. */ asked: ReadonlySet<number> };

const clauseOf = ({ words }: Question, at: number): number => words[at]?.clause ?? -1;
const wordAt = ({ words }: Question, at: number, beside: number): string | null => (words[at] && words[at].clause === words[beside]?.clause ? words[at].word : null);
const builds = (question: Question, word: string): boolean => buildsQuestion(word, question.topic, question.language) || /^\d/.test(word);
const unknown = (question: Question, word: string, name: ProductName): boolean => !builds(question, word) && !has(name.words, word);

type Fit = "named" | "narrowed" | "of-another";

/** The words at a product's name that make it another thing: before it in English, after it in Spanish, or bound to it with "of" or "with"; after it in English it tells a kind of that ("rice pudding"). */
function fitOf(question: Question, at: number, name: ProductName, grammar: Language): Fit {
  const { words, topic } = question;
  if (ofAnother(question, at, name, grammar)) return "of-another";
  const all = words.map(({ word }) => word);
  const other = (word: string): boolean => unknown(question, word, name) || (has(name.lacks, word) && !saysWithout(all));
  const attached = (from: number, step: 1 | -1): { stop: number; other: boolean } => {
    let place = from;
    if (grammar === "en" && step === -1 && isMadeFor(wordAt(question, place, at) ?? "")) return { stop: place, other: true };
    for (let word = wordAt(question, place, at); word !== null && !builds(question, word); place += step, word = wordAt(question, place, at)) if (other(word)) return { stop: place, other: true };
    return { stop: place, other: false };
  };
  const after = attached(at + 1, 1);
  // "Chicken stock" is broth; a shop has things in stock.
  const next = wordAt(question, at + 1, at) ?? "";
  if (grammar === "en" && (next === "stock" || isMadeInto(next))) return "of-another";
  if (after.other && !saidOfIt(question, at, after.stop, grammar)) return grammar === "en" ? "of-another" : "narrowed";
  const before = attached(at - 1, -1);
  if (before.other && !saidBefore(question, at, before.stop, grammar) && (grammar === "en" || topic !== "cooking-advice")) return "narrowed";
  if (!after.other && boundTo(question, at, after.stop, name, grammar, other)) return "narrowed";
  return differentNumber(words, at, name) ? "narrowed" : "named";
}

/** "How do I fillet hake?": what follows "I" or "how to" is done to it. "¿Es picante el hummus?" says it of it. */
function saidBefore(question: Question, at: number, place: number, grammar: Language): boolean {
  if (grammar === "es") return saysOfIt(wordAt(question, place, at) ?? "");
  const [second, first] = [wordAt(question, place - 2, at), wordAt(question, place - 1, at)];
  return /^(?:i|you|we)$/.test(first ?? "") || (first === "to" && /^(?:how|want|need|like|have|best|way)$/.test(second ?? ""));
}

function differentNumber(words: readonly Said[], at: number, name: ProductName): boolean {
  const next = words.slice(at + 1, at + 3).find(({ word, clause }) => clause === words[at]?.clause && /^\d/.test(word));
  return next !== undefined && name.numbers.length > 0 && !name.numbers.includes(next.word);
}

/** "Is the hummus vegan?" says something of it; so does what ends a question that begins with "is". */
function saidOfIt(question: Question, at: number, stop: number, grammar: Language): boolean {
  const word = wordAt(question, stop, at) ?? "";
  if (grammar === "en" && (isQuality(word) || (saysOfIt(word) && wordAt(question, stop + 1, at) === "free"))) return true;
  return asksIfItIs(question, at) && question.words[stop + 1] === undefined;
}

function asksIfItIs(question: Question, at: number): boolean {
  const clause = question.words.filter((one) => one.clause === clauseOf(question, at));
  return isIt.has(clause[0]?.word ?? "") && clause[1]?.word !== "there";
}

/** What "de", "con" or "with" binds to the name: a kind, unless it only builds the question ("de oferta", "for my son") or all that is asked ("are the eggs from Spain?"). */
function boundTo(question: Question, at: number, binder: number, name: ProductName, grammar: Language, other: (word: string) => boolean): boolean {
  const binding = wordAt(question, binder, at) ?? "";
  if (!bindsAfter[grammar].has(binding)) return false;
  let place = binder + 1;
  if (question.topic === "cooking-advice" && joinsWhenCooking.has(binding)) return false;
  if ((binding === "for" || binding === "para") && possessives.has(wordAt(question, place, at) ?? "")) return false;
  while (determiners.has(wordAt(question, place, at) ?? "")) place += 1;
  const word = wordAt(question, place, at);
  if (word === null) return false;
  if ((isMadeFor(word) && place === binder + 1) || isKeptIn(word)) return true;
  if (builds(question, word)) return false;
  if (other(word)) return !(asksIfItIs(question, at) && question.words[place + 1] === undefined);
  const negated = binding === "sin" || binding === "without";
  if (has(name.lacks, word) !== negated && (has(name.lacks, word) || negated)) return true;
  const next = wordAt(question, place + 1, at);
  return next !== null && !builds(question, next) && other(next);
}

/** "Caldo de pollo", "sauce for hake": the name only says a kind of another thing. */
function ofAnother(question: Question, at: number, name: ProductName, grammar: Language): boolean {
  let place = at - 1;
  for (let word = wordAt(question, place, at); word !== null && (determiners.has(word) || has(name.words, word)); word = wordAt(question, place, at)) place -= 1;
  const binder = wordAt(question, place, at) ?? "";
  if (!bindsBefore[grammar].has(binder) || (question.topic === "cooking-advice" && joinsWhenCooking.has(binder))) return false;
  const thing = wordAt(question, place - 1, at);
  if (isDone(question, place - 1)) return false;
  if (inside.has(binder) && question.asked.has(place - 1)) return false;
  return thing !== null && unknown(question, thing, name);
}

/** Who or whom a verb follows: "me dices", "I fancy". */
const beforeVerb: Record<Language, ReadonlySet<string>> = { es: new Set("me te se le les nos os".split(" ")), en: new Set("i you we they".split(" ")) };
/** Whether the word is what somebody does, and no goods. */
const isDone = (question: Question, at: number): boolean => beforeVerb[question.language].has(wordAt(question, at - 1, at) ?? "");

type Mention = { product: Product; at: number; fit: Fit; said: number };

function mentions(question: Question, products: Product[]): Mention[] {
  return products.flatMap((product) => {
    const name = nameOf(product);
    const { es, en } = name.head;
    const count = name.words.filter((word) => question.words.some((one) => sameWord(one.word, word))).length;
    return question.words.flatMap(({ word }, at): Mention[] => {
      if (question.asked.has(at)) return [];
      const own = name.head[question.language];
      const [isEs, isEn] = [es !== null && sameWord(es, word), en !== null && sameWord(en, word)];
      const alone = !isEs && !isEn && has(name.alone, word) && !question.words.some((one) => (es !== null && sameWord(es, one.word)) || (en !== null && sameWord(en, one.word)));
      // "Pan" is bread in Spanish only.
      if (!alone && !(own !== null && sameWord(own, word)) && !((isEs || isEn) && word.length > 3)) return [];
      const grammar: Language = isEs === isEn ? question.language : isEs ? "es" : "en";
      return [{ product, at, fit: fitOf(question, at, name, grammar), said: count }];
    });
  });
}

/** Of those that the words fit, the ones they fit best: a name said whole, else the most of its words. */
function best(found: Mention[], question: Question): Product[] {
  const whole = found.filter(({ product }) => nameOf(product).words.every((word) => question.words.some((one) => sameWord(one.word, word)) || nameOf(product).head.es === word || nameOf(product).head.en === word));
  const places = [...new Set(found.map(({ at }) => at))];
  const chosen = places.flatMap((at) => {
    const here = found.filter((one) => one.at === at);
    const most = Math.max(...here.map((one) => one.said));
    const fit = here.filter((one) => one.said === most);
    const all = fit.filter((one) => whole.includes(one));
    return all.length > 0 ? all : fit;
  });
  return [...new Set(chosen.map(({ product }) => product))];
}

/** What is cooked together is no other thing; what else a question about a product's allergens or stock speaks of may be, unless it is who asks or is said of the product. */
function speaksOfElse(question: Question, named: Mention[], products: Product[]): boolean {
  const { words, asked, topic } = question;
  const names = products.map(nameOf);
  if (named.some((mention) => asksForOne(question, mention))) return true;
  const of = (clause: number): Said[] => words.filter((one) => one.clause === clause);
  return words.some(({ word, clause }, at) => {
    if (asked.has(at) || builds(question, word) || names.some((name) => has(name.words, word))) return false;
    const here = named.filter((mention) => words[mention.at]?.clause === clause);
    if (tellsKind(question, at, here.length > 0)) return true;
    if (isDone(question, at) || besideTheMatter(question, at, named)) return false;
    const clauseWords = of(clause).map((one) => one.word);
    if (here.length === 0 && ofMyself[question.language].has(clauseWords[0] ?? "") && !wishes.test(wordAt(question, at - 1, at) ?? "")) return false;
    if (isQuality(word)) return !ofPeople.test(word) && !clauseWords.some((one) => isSo.has(one) || suits.has(one));
    if (saysOfIt(word)) return topic === "stock" && !asksOfContents(word) && !here.some((mention) => mention.at < at && isSo.has(afterName(question, mention)));
    return !here.some((mention) => mention.at < at && ((topic === "stock" && isSo.has(afterName(question, mention))) || (asksIfItIs(question, mention.at) && words[at + 1] === undefined)));
  });
}

const wishes = /^(?:quiero|queria|quisiera|busco|prefiero|necesito|sea|refiero|hablo|want|need|prefer|looking|mean|must|should)$/;
/** Another sentence that names no goods tells why somebody asks, unless it wishes for a kind ("la quiero de avena") or is nothing but one ("De avena."). */
function besideTheMatter({ words, topic, language }: Question, at: number, named: Mention[]): boolean {
  const sentence = words[at]?.sentence;
  if (named.some((mention) => words[mention.at]?.sentence === sentence)) return false;
  const here = words.filter((one) => one.sentence === sentence).map(({ word }) => word);
  return !here.some((word) => wishes.test(word)) && here.filter((word) => !buildsQuestion(word, topic, language)).length > 1 && !ofKind.has(here[0] ?? "");
}

/** The word that follows a name and what else of it is said. */
function afterName(question: Question, { at, product }: Mention): string {
  let place = at + 1;
  while (has(nameOf(product).words, wordAt(question, place, at) ?? "")) place += 1;
  return wordAt(question, place, at) ?? "";
}

const ofPeople = /^(?:coeliac|celiac|diabeti|pregnant|embarazada)/;
const suits = new Set("suitable safe ok apto apta aptos aptas".split(" "));
const whichOf = /^(?:what|which|que|cual|cuales)$/;
/** "What bread can a coeliac eat?" asks for one that suits, not of the one there is. */
const asksForOne = ({ words, asked }: Question, { at, product }: Mention): boolean =>
  whichOf.test(words[at - 1]?.word ?? "") && words.some(({ word, clause }, place) => clause === words[at]?.clause && (saysOfIt(word) || asked.has(place)) && !has(nameOf(product).words, word));

const ofKind = new Set("de del con of from with".split(" "));
/** "De soja", "the oat one", "la vegana": a kind told apart from the thing's name. */
function tellsKind(question: Question, at: number, withName: boolean): boolean {
  const [before, word, after] = [wordAt(question, at - 1, at) ?? "", wordAt(question, at, at) ?? "", wordAt(question, at + 1, at) ?? ""];
  if (/^(?:ones?|kinds?|types?|sorts?|versions?|variety)$/.test(after)) return true;
  if (ofKind.has(before) && withName && isIt.has(wordAt(question, at - 2, at) ?? "")) return false;
  if (ofKind.has(before)) return saysOfIt(word) || /^(?:el|la|los|las)$/.test(wordAt(question, at - 2, at) ?? "");
  return !withName && isQuality(word) && /^(?:el|la|los|las|the)$/.test(before);
}

/** The words of a question that neither build it nor name these products: what else it may be about, in the order written. */
export function otherThings(text: string, topic: QuestionTopic, read: Language, products: Product[]): string[] {
  const words = said(text);
  const language = languageOf(words, topic, read);
  const names = products.map(nameOf);
  const held = heldIn(words, topic, language, () => false, false);
  return words.flatMap(({ word }, at) => (buildsQuestion(word, topic, language) || /^\d/.test(word) || word.length < 2 || held.has(at) || names.some((name) => has(name.words, word)) ? [] : [word]));
}

/**
 * Which of the products that the shop's system found the words name.
 *
 * A word shared with a name is no name: "oat milk" is not the lactose-free one, and what is said of the one must not be said of the other. Works from the
 * products' own names and the words that questions are built of, so that a word nobody listed counts as making it another thing.
 */
export function productsNamed(text: string, products: Product[], topic: QuestionTopic, read: Language): ProductsNamed {
  const words = said(text);
  const language = languageOf(words, topic, read);
  const heads = products.flatMap((product) => Object.values(nameOf(product).head)).filter((head) => head !== null);
  const asked = heldIn(words, topic, language, (word) => has(heads, word));
  const question: Question = { words, topic, language, asked };
  const found = mentions(question, products);
  const named = found.filter(({ fit }) => fit === "named");
  if (named.length > 0) {
    const fit = best(named, question);
    const alsoNarrowed = found.some((one) => one.fit === "narrowed" && fit.includes(one.product));
    return { kind: alsoNarrowed || (topic !== "cooking-advice" && speaksOfElse(question, named, fit)) ? "near" : "named", products: fit };
  }
  const near = found.filter(({ fit }) => fit === "narrowed");
  const candidates = near.length > 0 ? near : found;
  if (candidates.length > 0) return { kind: "near", products: best(candidates, question) };
  const others = words.some(({ word }, at) => !asked.has(at) && !builds(question, word) && !saysOfIt(word) && !products.some((product) => has(nameOf(product).words, word)));
  const sharing = products.filter((product) => words.some(({ word }, at) => (!asked.has(at) || has(nameOf(product).lacks, word)) && !builds(question, word) && has(nameOf(product).words, word)));
  return others || sharing.length === 0 ? { kind: "none" } : { kind: "near", products: sharing };
}
