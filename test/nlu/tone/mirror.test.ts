import { join } from "node:path";
import { promises } from "../../../src/core/promises.ts";
import { toneKinds } from "../../../src/core/tone.ts";
import { loadCatalogue } from "../../../src/nlu/catalogue.ts";
import { mirror } from "../../../src/nlu/tone/mirror.ts";
import type { DraftReader, ToneFinding } from "../../../src/core/tone.ts";

const angryEs: DraftReader = { language: "es", emotion: "angry", heard: false, formal: true };
const angryEn: DraftReader = { ...angryEs, language: "en" };
const calmEs: DraftReader = { ...angryEs, emotion: "neutral" };
const calmEn: DraftReader = { ...angryEn, emotion: "neutral" };
const kinds = (draft: string, reader: DraftReader): string[] => mirror(draft, reader).map(({ kind }) => kind);
const words = (draft: string, { start, end }: ToneFinding): string => draft.slice(start, end);

test.each([
  ["blaming", "Usted debería haber mirado la fecha.", calmEs], ["blaming", "You should have checked the date.", calmEn],
  ["blaming", "Como ya le he dicho, llega mañana.", calmEs], ["blaming", "As I already told you, it arrives tomorrow.", calmEn],
  ["dismissive", "Cálmese, por favor.", calmEs], ["dismissive", "It’s not a big deal.", calmEn],
  ["dismissive", "No podemos hacer nada porque ya salió.", calmEs], ["dismissive", "It is company policy.", calmEn],
  ["cold", "Su pedido está en reparto.", angryEs], ["cold", "Your order is on its way.", angryEn],
  ["no-explanation", "No se puede devolver.", calmEs], ["no-explanation", "We cannot return it.", calmEn],
  ["over-promising", "Le garantizo que llega mañana.", calmEs], ["over-promising", "It will never happen again.", calmEn],
  ["jargon", "He abierto una incidencia.", calmEs], ["jargon", "I will escalate this.", calmEn],
  ["shouting", "MIRE SU CORREO por favor.", calmEs], ["shouting", "It arrives tomorrow!!!", calmEn],
  ["wrong-register", "Dime tu número de pedido.", calmEs],
  ["wrong-language", "I am looking into your order right now", calmEs], ["wrong-language", "Estoy mirando ahora mismo su pedido", calmEn],
] as const)("points at what is %s in: %s", (kind, draft, reader) => {
  const found = mirror(draft, reader).find((one) => one.kind === kind);
  expect(kinds(draft, reader)).toContain(kind);
  expect(words(draft, found ?? { start: 0, end: 0, kind: "cold", alternative: "" })).not.toBe("");
});

test("points at the words and offers others that fit in their place", () => {
  const draft = "Le prometo que su pedido llega mañana.";
  const [found] = mirror(draft, calmEs);
  if (!found) throw new Error("nothing found");
  expect(words(draft, found)).toBe("Le prometo que");
  expect(draft.slice(0, found.start) + found.alternative + draft.slice(found.end)).toBe("Según el sistema, su pedido llega mañana.");
});

test("softens a cold draft to somebody angry by putting the feeling before the fact", () => {
  const [found] = mirror("Su pedido sale mañana. Llega a las nueve.", angryEs);
  expect(found?.alternative).toMatch(/^Tiene razón .* Su pedido sale mañana\.$/);
  expect(mirror(found?.alternative ?? "", angryEs)).toEqual([]);
});

test("asks for no second acknowledgement once the customer has been heard", () => {
  expect(kinds("Su pedido sale mañana.", { ...angryEs, heard: true })).toEqual([]);
});

test("finds a draft too long sooner for somebody upset", () => {
  const draft = `Siento la espera. ${"La furgoneta pasa por su calle mañana por la mañana temprano. ".repeat(8)}`;
  expect(kinds(draft, { ...angryEs, heard: true })).toEqual(["too-long"]);
  expect(kinds(draft, calmEs)).toEqual([]);
});

test("follows the shop's way of address", () => {
  expect(kinds("Dime tu número de pedido.", { ...calmEs, formal: false })).toEqual([]);
  expect(kinds("Dígame usted el número.", { ...calmEs, formal: false })).toContain("wrong-register");
  expect(kinds("Tómese un té y le llamo.", calmEs)).toEqual([]);
});

test.each([
  ["Siento mucho el retraso: la furgoneta se averió. Le aviso en cuanto salga.", angryEs],
  ["I am sorry about the delay: the van broke down. I will write as soon as it leaves.", angryEn],
  ["El pedido debería haber llegado ayer; lo siento.", angryEs],
  ["No podemos enviarlo hoy porque el almacén ya ha cerrado; siento el trastorno.", angryEs],
  ["IVA, NIF y SMS van en la factura.", calmEs],
] as const)("lets a good draft go: %s", (draft, reader) => {
  expect(mirror(draft, reader)).toEqual([]);
});

test("has nothing but missing warmth to say of the shop's own replies", async () => {
  const { replies } = await loadCatalogue(join(__dirname, "../../../intents"));
  for (const { text, emotions } of replies) {
    for (const language of ["es", "en"] as const) {
      for (const emotion of emotions) expect([text[language], mirror(text[language], { language, emotion, heard: true, formal: true })]).toEqual([text[language], []]);
    }
  }
});

test("has words for every kind of finding", async () => {
  const { texts } = await loadCatalogue(join(__dirname, "../../../intents"));
  for (const kind of toneKinds) expect([kind, texts.has(`mirror.${kind}`)]).toEqual([kind, true]);
});

test("reads nothing in an empty draft", () => {
  expect(mirror("  \n", angryEs)).toEqual([]);
});

test("no reply of the house promises what only the shop's systems can say", async () => {
  const { replies } = await loadCatalogue(join(__dirname, "../../../intents"));
  for (const { id, text } of replies) expect([id, promises(text.es, "es"), promises(text.en, "en")]).toEqual([id, false, false]);
});

test.each([
  ["No es culpa suya, faltaría más.", angryEs], ["It's not your fault at all.", angryEn], ["Gracias por avisar, Marta, lo miro ahora.", angryEs], ["Could you confirm your address, please?", angryEn],
  ["I can't change the route today because the van has already left, but I can book Thursday.", angryEn],
] as const)("does not take a kind or reasoned line for a cold or blaming one: %s", (draft, reader) => {
  expect(mirror(draft, reader)).toEqual([]);
});

test.each([
  ["Espere.", "cold"], ["Wait.", "cold"], ["Eso no es problema nuestro.", "dismissive"], ["Rules are rules.", "dismissive"], ["Está usted mintiendo.", "blaming"], ["You are lying about the date.", "blaming"],
  ["Se lo juro, mañana lo tiene.", "over-promising"], ["I promise you'll get it, no matter what.", "over-promising"],
])("hears what is hard even once the customer has been heard: %s", (draft, kind) => {
  const language = /[ñáéíóú]|Eso|juro|Espere/.test(draft) ? "es" : "en";
  expect(mirror(draft, { language, emotion: "angry", heard: true, formal: true }).map((one) => one.kind)).toContain(kind);
});

test("leaves no insult standing behind a kind word", () => {
  expect(mirror("Eso no es problema nuestro.", angryEs).map(({ alternative }) => alternative).join()).not.toContain("problema nuestro");
});
