import type { Language } from "../src/core/turn.ts";
import { plainWords } from "./customer-words.ts";
import { has, sameWord, type ProductName } from "./product-name.ts";
import { heldIn, languageOf, said } from "./question-text.ts";
import { buildsQuestion, type QuestionTopic } from "./question-words.ts";

/**
 * Words for the fourteen allergens that must be declared, what they are made of and who must keep off them.
 *
 * @see Regulation (EU) 1169/2011, annex II
 */
const declared = new Set(`
  gluten wheat rye barley oat oats spelt kamut semolina flour trigo centeno cebada avena espelta semola harina celiac coeliac celiaco celiaca celiacos celiacas coeliacs celiacs
  crustacean crustaceans shellfish prawn prawns shrimp crab crustaceo crustaceos marisco mariscos gamba gambas cangrejo egg eggs huevo huevos fish pescado pescados
  peanut peanuts cacahuete cacahuetes cacahuate cacahuates mani soy soya soybean soybeans soja
  milk dairy lactose lactosa leche lacteo lacteos cow cows vaca cabra oveja butter mantequilla cream nata cheese queso whey suero
  nut nuts tree almond almonds hazelnut hazelnuts walnut walnuts cashew cashews pecan pecans pistachio pistachios macadamia nuez nueces almendra almendras avellana avellanas anacardo anacardos pistacho pistachos fruto frutos seco secos cascara
  celery apio mustard mostaza sesame sesamo tahini tahina sulphite sulphites sulfite sulfites sulphur dioxide sulfito sulfitos dioxido azufre lupin lupins altramuz altramuces
  mollusc molluscs mollusk mollusks squid mussel mussels clam clams molusco moluscos calamar calamares mejillon mejillones almeja almejas pulpo octopus`.split(/\s+/));

/** Whether a word is for one of the allergens that a product's sheet tells. */
export const isDeclared = (word: string): boolean => declared.has(word);

/** For whom, by which faith or diet, and raw or not: no cooking advice tells that either. */
const suits = /^(?:halal|haram|kosher|vegan|vegetarian|embaraz|pregnan|lactancia|breastfe|diabet|beb[ei]|bab(?:y|ies)|toddler|raw$|crud[ao]s?$|pasteuri)/;
/** What else is asked of food and stands on no sheet. Salt, sugar, fat and heat are a matter of cooking too. */
const composed = /^(?:cerdo|pork|porcin|gelatin|tocino|lard$|manteca|alcohol|nitri|sal$|salt|sodi|azucar|sugar|edulcor|sweetener|ecologic|organic|bio$|biologic|calor[iy]|kcal|carb|hidratos|grasas?$|fats?$|protein|fibra|fib(?:re|er)|keto|aditiv|additiv|conservant|preservat|colorant|colou?ring|artificial|glutamat|msg$|palma?$|picant|pican?$|spic(?:y|iness)|transgenic|gmo|cafein|caffein|nutri|colesterol|cholesterol|origen|origin$|procede)/;
const origin = /\b(?:de donde (?:es|son|vienen?|proceden?)|where (?:is|are|do|does) .{1,40}\b(?:from|made|grown|caught)|(?:is|are) .{1,40} from (?!the\b|your\b|here\b)\w+$|(?:es|son) .{0,40}\bde (?:aqui|espana|valencia|marruecos|peru|china|italia|francia|portugal)|importad[oa]s?|imported|locally|fabricante|manufacturer)\b/;

/**
 * Whether a question asks of a product what its sheet does not tell (halal, salt, origin, palm oil): its allergens alone would sound like an answer to it.
 *
 * The fourteen allergens are a closed list, so that what is asked to be in it and stands on none counts, whether anybody listed it or not.
 */
export function asksUntold(text: string, topic: QuestionTopic, read: Language, name: ProductName): boolean {
  const words = said(text);
  const told = words.some(({ word }) => isDeclared(word) && !has(name.words, word));
  if (words.some(({ word }) => !has(name.words, word) && (suits.test(word) ? !(told && /^(?:beb|bab|toddler)/.test(word)) : topic !== "cooking-advice" && composed.test(word)))) return true;
  if (topic === "cooking-advice") return false;
  if (origin.test(plainWords(text))) return true;
  const language = languageOf(words, topic, read);
  const held = heldIn(words, topic, language, (word) => has(name.words, word), false);
  // "Is the ham smoked?": what it is asked to be.
  const itIs = new Set(words.filter(({ word }, at) => /^(?:is|are|es|son)$/.test(word) && words[at - 1]?.clause !== words[at]?.clause && words[at + 1]?.word !== "there").map(({ clause }) => clause));
  const named = new Set(words.filter(({ word }) => has(name.words, word)).map(({ clause }) => clause));
  return words.some(({ word, clause }, at) => (held.has(at) || (itIs.has(clause) && named.has(clause))) && word.length > 2 && !/^\d/.test(word) && !buildsQuestion(word, topic, language) && !has(name.words, word) && ![...declared].some((one) => sameWord(one, word)));
}

/** "¿Las croquetas tienen leche?" asks what is in them, however like a question of stock it reads. */
export function asksIfHeld(text: string, read: Language, name: ProductName): boolean {
  const words = said(text);
  const held = heldIn(words, "stock", languageOf(words, "stock", read), (word) => has(name.words, word), false);
  return words.some(({ word }, at) => held.has(at) && isDeclared(word) && !has(name.words, word));
}
