import { checkIntents, printedCheck, sharedUtterances } from "../../src/nlu/intent-check.ts";
import type { IntentExample } from "../../src/nlu/intent-training.ts";

const said = (intent: string, language: "es" | "en", ...texts: string[]): IntentExample[] => texts.map((text) => ({ text, intent, language }));

const numbers = ["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince"];
const catalogue = [
  ...said("invoice", "es", ...numbers.map((number) => `la factura del pedido ${number}`)),
  ...said("refund", "es", ...numbers.map((number) => `devuélvanme el dinero de ${number} artículos`)),
  ...said("greeting", "es", "hola", "buenas tardes"),
];

test("finds what two intents share after folding, punctuation and capitals aside", () => {
  expect(sharedUtterances([...said("refund", "es", "¿Me devuelven el dinero?"), ...said("invoice", "es", "me devuelven el dinero")])).toEqual([
    { same: true, utterances: [{ text: "¿Me devuelven el dinero?", intent: "refund" }, { text: "me devuelven el dinero", intent: "invoice" }] },
  ]);
});

test("finds the same words in another order or form", () => {
  const found = sharedUtterances([...said("refund", "en", "I want my order refunded"), ...said("cancel", "en", "my orders I want refunded")]);
  expect(found.map(({ same }) => same)).toEqual([false]);
});

test("lets one intent say a thing twice, and one word have two forms in two intents", () => {
  expect(sharedUtterances([...said("refund", "es", "reembolso", "Reembolso"), ...said("status", "en", "order"), ...said("history", "en", "orders")])).toEqual([]);
});

test("names intents with too few utterances in a language", () => {
  const { strengths } = checkIntents(catalogue, null);
  expect(strengths.filter(({ weak }) => weak !== null)).toEqual([expect.objectContaining({ intent: "greeting", language: "es", utterances: 2, weak: "few-utterances" })]);
});

test("names an intent that is seldom recognised where its wording is new", () => {
  // Said as invoices and refunds are, so that nothing tells it from them.
  const strange = said("odd", "es", ...catalogue.filter((_, i) => i % 2 === 0).map(({ text }) => text));
  const { strengths, confusions } = checkIntents([...catalogue, ...strange], null);
  expect(strengths.find(({ intent }) => intent === "odd")).toMatchObject({ weak: "low-recall" });
  expect(confusions.some(({ intent, times, example }) => intent === "odd" && times >= 2 && strange.some(({ text }) => text === example))).toBe(true);
});

test("prints what to do about each finding", () => {
  const printed = printedCheck(checkIntents([...catalogue, ...said("refund", "es", "hola")], null));
  expect(printed).toContain('same: "hola" (greeting), "hola" (refund)');
  expect(printed).toContain("greeting (es): 2 utterances");
});
