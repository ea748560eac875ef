import { mirror } from "../../../src/nlu/tone/mirror.ts";
import { acknowledges, harmfulSentences } from "../../../src/nlu/tone/sentence-tone.ts";
import { readToneModel, scoreTones, sentenceTones } from "../../../src/nlu/tone/tone-model.ts";
import { trainTones } from "../../../src/nlu/tone/tone-training.ts";
import type { DraftReader, ToneFinding } from "../../../src/core/tone.ts";
import type { ToneExample } from "../../../src/nlu/tone/tone-training.ts";

const readerOf = (language: "es" | "en"): DraftReader => ({ language, emotion: "neutral", heard: true, formal: true });
const kinds = (draft: string, language: "es" | "en"): string[] => mirror(draft, readerOf(language)).map(({ kind }) => kind);

test.each([
  ["es", "dismissive", "Otros clientes llevan más días y no dicen nada."], ["es", "dismissive", "Hombre, que no se va a morir por un día sin pan."], ["es", "dismissive", "Póngase en la cola como los demás."],
  ["es", "dismissive", "Si no está a gusto con nosotros, puede irse a otro supermercado."], ["es", "dismissive", "Tendrá que vivir con ello."], ["es", "dismissive", "Un poco de calma, por favor."],
  ["es", "blaming", "La dirección la puso mal usted al hacer el pedido."], ["es", "blaming", "Claro, si deja la compra fuera de la nevera toda la tarde, se estropea."],
  ["es", "over-promising", "Jamás le va a pasar otra vez."], ["es", "no-explanation", "Ese vale ya no sirve."],
  ["en", "dismissive", "Get in the queue like everyone else."], ["en", "dismissive", "We've all dropped an egg at some point."], ["en", "dismissive", "As you wish, but we won't change anything."],
  ["en", "dismissive", "If you're unhappy with us you can go to another supermarket."], ["en", "dismissive", "You will have to live with that."], ["en", "dismissive", "I ask that you remain calm."],
  ["en", "blaming", "You put the wrong address in when you ordered."], ["en", "blaming", "Why didn't you call on the same day?"],
] as const)("hears ways of speaking that no phrase lists: %s %s: %s", (language, kind, draft) => {
  expect(kinds(draft, language)).toEqual([kind]);
});

test("points at the sentence that does harm and offers one that does none", () => {
  const draft = "Ya tengo la respuesta de la tienda. Otros clientes llevan más días y no dicen nada. Le escribo a las cinco.";
  const found: ToneFinding[] = mirror(draft, readerOf("es"));
  expect(found.map(({ start, end }) => draft.slice(start, end))).toEqual(["Otros clientes llevan más días y no dicen nada."]);
  expect(found.flatMap(({ alternative }) => kinds(alternative, "es"))).toEqual([]);
});

test.each([
  ["es", "El repartidor se equivocó de portal y vuelve ahora."], ["es", "Usted escribió «es una vergüenza, no hacen nada»; lo leo y lo paso a la tienda."], ["es", "Tómese un café mientras lo preparamos."], ["es", "Deje que la salsa se calme y baje el fuego."],
  ["es", "No es culpa suya, la página falló."], ["es", "Solo quedan dos en la tienda de Ruzafa."], ["es", "No me llegó su foto, ¿la manda otra vez?"],
  ["en", "The driver went to the wrong door and is coming back."], ["en", "You wrote \"nobody cares about this\"; I do, and I am calling the shop."], ["en", "Have a coffee while we prepare it."], ["en", "Let the sauce calm down and lower the heat."],
  ["en", "It wasn't you, the page failed."], ["en", "There are only two left in the Leeds shop."], ["en", "I can't promise that it arrives today, so I am asking the driver."],
] as const)("leaves alone what others did, what the customer said, a fault denied and plain facts: %s %s", (language, draft) => {
  expect(kinds(draft, language)).toEqual([]);
});

test("says nothing twice of a sentence whose words a pattern knows", () => {
  expect(kinds("Cálmese, que no es para tanto.", "es")).toEqual(["dismissive"]);
  expect(kinds("I promise it will be there tomorrow.", "en")).toEqual(["over-promising"]);
});

test("a reason in the draft answers for a refusal in whatever words", () => {
  expect(kinds("Ese vale ya no sirve porque acabó el domingo.", "es")).toEqual([]);
  expect(kinds("Ese vale ya no sirve.", "es")).toEqual(["no-explanation"]);
});

test.each([["es", "Me da mucha lástima lo de la tarta, con la ilusión que tenía."], ["en", "How exhausting that must have been, ringing us four times."]] as const)("hears a feeling taken seriously, and calls the draft not cold: %s %s", (language, draft) => {
  expect(acknowledges(draft, language)).toBe(true);
  expect(mirror(draft, { ...readerOf(language), heard: false, emotion: "sad" })).toEqual([]);
});

test("reads no tone into a word or two", () => {
  expect(harmfulSentences("Vale. Bueno, ya. Ok.", "es")).toEqual([]);
});

const examples: ToneExample[] = sentenceTones.flatMap((tone) => ["uno", "dos", "tres"].map((word) => ({ text: `${tone} ${word}`, language: "es" as const, tone })));

test("learns which words say which tone, and the same bytes from the same sentences", () => {
  const stored = trainTones(examples);
  const scores = scoreTones(readToneModel(stored), "dismissive", "es");
  expect(sentenceTones[scores.indexOf(Math.max(...scores))]).toBe("dismissive");
  expect(trainTones(examples)).toEqual(stored);
});

test.each([["es", "La oferta acaba HOY a las diez.", "hoy"], ["es", "Eso NUNCA se cobra dos veces.", "nunca"], ["en", "The offer ends TODAY at ten.", "today"], ["en", "You CANNOT use it twice because it ran out.", "cannot"]] as const)("a common word in capitals is shouted even alone: %s %s", (language, draft, better) => {
  expect(mirror(draft, readerOf(language)).filter(({ kind }) => kind === "shouting").map(({ alternative }) => alternative)).toEqual([better]);
});

test.each([["es", "El código es AHORRA10 y lo lleva SEUR."], ["es", "Pulse ACEPTAR y luego OK."], ["en", "The code is SAVE10 and DHL brings it."], ["en", "Press ACCEPT, then OK."]] as const)("codes, firms and buttons in capitals are not shouted: %s %s", (language, draft) => {
  expect(kinds(draft, language)).toEqual([]);
});
