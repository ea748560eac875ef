import type { Language } from "../src/core/turn.ts";
import { kept } from "./kept.ts";
import { has, type ProductName } from "./product-name.ts";
import { buildsQuestion, saysOfIt, type QuestionTopic } from "./question-words.ts";

/** A folded word, and which of the parts between the text's marks, and of its sentences, it stands in. */
export type Said = { word: string; clause: number; sentence: number };

/** Words of a question by its clauses; what stays of "it's" and "don't" after the apostrophe tells nothing. */
export const said = kept((text): readonly Said[] => {
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let clauses = 0;
  return folded.split(/[.;!?¿¡\n]+/).flatMap((part, sentence) => part.split(/[,:()]+/).flatMap((clause) => {
    clauses += 1;
    return (clause.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^[sdm]$/.test(word)).map((word) => ({ word, clause: clauses, sentence }));
  }));
});

type Told = { topic: QuestionTopic; read: Language; language: Language };
/** Asked of the same words again and again in a turn. */
const languages = new WeakMap<readonly Said[], Told>();

/** The language that most of the words build a question in; the reading of a short line may be wrong, and the conversation's language is not always the line's. */
export function languageOf(words: readonly Said[], topic: QuestionTopic, read: Language): Language {
  const before = languages.get(words);
  if (before?.topic === topic && before.read === read) return before.language;
  const built = (language: Language): number => words.reduce((count, { word }) => count + Number(buildsQuestion(word, topic, language)), 0);
  const other: Language = read === "es" ? "en" : "es";
  const language = built(other) > built(read) ? other : read;
  languages.set(words, { topic, read, language });
  return language;
}

export const determiners = new Set("a an the this that these those some any no your our my his her their its u el la los las un una unos unas su sus tu tus mi mis vuestro vuestra vuestros vuestras nuestro nuestra este esta estos estas ese esa esos esas algun alguna algunos algunas".split(" "));
const holds = new Set("contain contains contained containing include includes lleva llevan llevar lleve contiene contienen contener incluye incluyen".split(" "));
/** A product has what is in it, and a shop what it sells. */
const mayHold = new Set("have has had got tiene tienen tener trae traen".split(" "));
const oneHas = new Set(["has", "tiene", "trae"]);
const without = new Set(["sin", "without"]);
const harms = new Set("allergic intolerant tolerate alergico alergica alergicos alergicas alergia alergias intolerante intolerantes intolerancia tolera tolero traces trace trazas traza rastros".split(" "));
const harmedBy = new Set(["allergy", "allergies", "intolerance"]);
const pronouns = new Set(["it", "them", "this", "that"]);
export const inside = new Set(["in", "en"]);
/** "Is there egg in it?", "¿hay huevo en la salsa?" */
const isThere = new Set("there any hay algun algo".split(" "));

/**
 * Where the thing is asked for what it holds: "does it have NUTS", "allergic to NUTS", "a NUT allergy", "is there EGG in it".
 *
 * @param things whether a word is what a product the shop has is called by
 * @param lacked whether what it is to be without counts ("anything without EGG")
 */
export function heldIn(words: readonly Said[], topic: QuestionTopic, language: Language, things: (word: string) => boolean, lacked = true): ReadonlySet<number> {
  const held = new Set<number>();
  const plain = (word: string): boolean => buildsQuestion(word, topic, language);
  const inClause = (clause: number, from: number, step: 1 | -1, stop: (word: string) => boolean): number[] => {
    const places: number[] = [];
    for (let place = from; words[place]?.clause === clause && !stop(words[place]?.word ?? ""); place += step) places.push(place);
    return places;
  };
  const never = (): boolean => false;
  words.forEach(({ word, clause }, at) => {
    const add = (places: number[]): void => places.forEach((place) => held.add(place));
    if (harms.has(word)) add(inClause(clause, at + 1, 1, never));
    else if (harmedBy.has(word)) add(inClause(clause, at - 1, -1, plain));
    else if (lacked && without.has(word)) {
      const lackedThere = inClause(clause, at + 1, 1, (next) => plain(next) && !determiners.has(next));
      // "¿Son sin gluten las lentejas?": the article begins another.
      const another = lackedThere.findIndex((place, nth) => nth > 0 && determiners.has(words[place]?.word ?? ""));
      add(another < 0 ? lackedThere : lackedThere.slice(0, another));
    } else if (lacked && word === "free" && words[at + 1]?.word !== "range") add(inClause(clause, at - 1, -1, plain).slice(0, 1));
    else if (inside.has(word) && topic !== "cooking-advice" && !inClause(clause, at - 1, -1, never).some((place) => inside.has(words[place]?.word ?? ""))) {
      const [before, after] = [inClause(clause, at - 1, -1, never), inClause(clause, at + 1, 1, never)];
      const [there, its] = [before.some((place) => isThere.has(words[place]?.word ?? "")), determiners.has(words[at + 1]?.word ?? "")];
      // "Any tuna in oil?" asks for tuna; "any nuts in the hummus?" whatever it is read as, and "egg in the quiche?" where allergens are the topic, for what is in it.
      const inIt = topic === "allergens" ? there || its : there && its;
      const said = after.some((place) => holds.has(words[place]?.word ?? "") || mayHold.has(words[place]?.word ?? ""));
      if (inIt && !said && after.some((place) => !plain(words[place]?.word ?? ""))) add(before);
      else if (there && pronouns.has(words[at + 1]?.word ?? "")) add(before.slice(0, before.findIndex((place) => isThere.has(words[place]?.word ?? ""))));
    } else if (holds.has(word) || mayHold.has(word)) {
      const subject = inClause(clause, at - 1, -1, never).some((place) => !plain(words[place]?.word ?? "") && !saysOfIt(words[place]?.word ?? ""));
      const after = inClause(clause, at + 1, 1, (next) => inside.has(next));
      // "¿Lleva huevo la mayonesa?", "¿tiene gluten seitán?": what stands with its article, or after what is held, is what is asked about, whether the shop knows it or not.
      const thing = (one: string): boolean => things(one) || (one !== "" && !plain(one) && !saysOfIt(one));
      const turned = after.findIndex((place, nth) => {
        const [before, here, next] = [words[place - 1]?.word ?? "", words[place]?.word ?? "", words[place + 1]?.word ?? ""];
        return (determiners.has(here) && thing(next)) || (nth > 0 && (holds.has(word) || oneHas.has(word)) && thing(here) && saysOfIt(before) && !things(before));
      });
      // "¿Cuánta sal llevan las croquetas?", "how much garlic does the gazpacho have?": an amount is asked of what is in it.
      const here = words.flatMap((one, place) => (one.clause === clause ? [place] : []));
      const [from, count] = amountAsked(here.map((place) => words[place]?.word ?? ""));
      if (count > 0) add(here.slice(from, from + count));
      else if (subject) add(after);
      else if (turned >= 0) add(after.slice(0, turned));
      else if (holds.has(word) || (oneHas.has(word) && topic === "allergens")) add(after);
    }
  });
  return held;
}

/** From where and how many words after "how much" or "cuánta" say of what, up to the verb; none where no amount is asked so. */
function amountAsked([first = "", second = "", ...rest]: string[]): [from: number, count: number] {
  if (/^cuant[ao]s?$/.test(first)) return [1, [second, ...rest].findIndex((word) => holds.has(word) || mayHold.has(word))];
  return first === "how" && /^(?:much|many)$/.test(second) ? [2, rest.findIndex((word) => word === "do" || word === "does")] : [0, 0];
}

const isIn = new Set("lleva llevan includes gluten lactose lactosa dairy lacteos nuts vegan vegano vegana vegetarian vegetariano vegetariana coeliac celiac celiaco celiaca celiacos pregnant embarazada embarazadas intolerant intolerante intolerantes".split(" "));

/** Whether a word asks what is in something, rather than being goods that may be in it. */
export const asksOfContents = (word: string): boolean => isIn.has(word);

/** Whether a question asks what is in a product, by words that its name does not have. */
export const asksWhatIsIn = (text: string, name: ProductName): boolean => said(text).some(({ word }) => (isIn.has(word) || harms.has(word) || harmedBy.has(word)) && !has(name.words, word));
