import { missingBehaviours, noBehaviours } from "../../../src/core/behaviours.ts";
import { readBehaviours } from "../../../src/nlu/tone/behaviours.ts";

test("finds the behaviours of a reply with the words that show them, in both languages", () => {
  expect(readBehaviours("Siento mucho la espera. Se retrasó porque la furgoneta se averió. Le aviso en cuanto salga; puede verlo en Mis pedidos.", "es")).toEqual({
    support: ["Siento mucho"], explain: ["porque"], anticipate: ["Le aviso", "en cuanto"], educate: ["puede verlo"], rapport: [], personal: [],
  });
  const en = readBehaviours("Thank you for waiting, Marta. I'm so sorry: it was late because the van broke down. My own mother orders on Fridays; next time choose the early slot.", "en");
  expect(en.rapport).toEqual(["Thank you for"]);
  expect(en.support).toEqual(["sorry"]);
  expect(en.explain).toEqual(["because"]);
  expect(en.educate).toEqual(["next time"]);
  expect(en.personal).toEqual(["My own mother"]);
});

test("finds none in a bare fact", () => {
  expect(Object.values(readBehaviours("Pedido 1043: en reparto.", "es")).flat()).toEqual([]);
  expect(Object.values(readBehaviours("You are number two.", "en")).flat()).toEqual([]);
});

test("misses the feeling before the fact, and the reason before advice", () => {
  expect(missingBehaviours("angry", noBehaviours(), true)).toEqual(["support", "explain", "anticipate"]);
  expect(missingBehaviours("angry", { ...noBehaviours(), support: 1 }, true)).toEqual(["explain", "anticipate"]);
  expect(missingBehaviours("angry", noBehaviours(), false)).toEqual(["support", "anticipate"]);
  expect(missingBehaviours("confused", noBehaviours(), true)[0]).toBe("explain");
});

test("reads a long hostile text without stalling on it", () => {
  expect(() => readBehaviours("a, ".repeat(100_000), "en")).not.toThrow();
});

const shown = (text: string, language: "es" | "en"): string[] => Object.entries(readBehaviours(text, language)).filter(([, words]) => words.length > 0).map(([one]) => one);

test.each([
  ["es", "support", "Nunca le comprendo."], ["es", "support", "No es comprensible lo que pide."], ["es", "explain", "No hay ninguna razón."], ["es", "anticipate", "No le llamaré."], ["es", "educate", "No le recomiendo nada."],
  ["en", "support", "You don't have every right to a refund."], ["en", "explain", "There was no reason for it."], ["en", "educate", "I would not recommend that."], ["en", "rapport", "I am not glad about it."],
] as const)("what is denied in its clause shows nothing: %s %s %s", (language, behaviour, text) => {
  expect(shown(text, language)).not.toContain(behaviour);
});

test("a negation that ends at a comma, or opens the reason, denies nothing of it", () => {
  expect(shown("No, lo siento de verdad.", "es")).toContain("support");
  expect(shown("We cannot send it because the road is closed.", "en")).toContain("explain");
});

test.each([
  ["es", "support", "Veo que el pago está pendiente."], ["es", "explain", "¿Es porque no quiere pagar?"], ["en", "support", "It must have a label."], ["en", "support", "I see the box is empty."], ["en", "anticipate", "You will have to wait."], ["en", "explain", "Is that because you moved?"],
] as const)("a fact, a duty or a question in the same words shows nothing: %s %s %s", (language, behaviour, text) => {
  expect(shown(text, language)).not.toContain(behaviour);
});

test.each([
  ["es", "support", "Me pongo en su lugar."], ["es", "explain", "El retraso viene de una avería en el almacén."], ["es", "anticipate", "El banco le pedirá una clave, no se extrañe."], ["es", "educate", "Los lunes suele haber menos colas."], ["es", "rapport", "Que aproveche la paella."], ["es", "personal", "Llevo veinte años en esta tienda."],
  ["en", "support", "Anyone would be upset."], ["en", "explain", "It turns out the label had another address."], ["en", "anticipate", "I'll keep you posted here."], ["en", "educate", "Wednesdays are usually quieter."], ["en", "rapport", "I appreciate your patience."], ["en", "personal", "As a mother I know the feeling."],
] as const)("reads a behaviour in plain words of a shop: %s %s %s", (language, behaviour, text) => {
  expect(shown(text, language)).toContain(behaviour);
});

test("knowing the customer is rapport; something personal is the speaker's own", () => {
  expect(shown("Como a usted le gusta recibir por la tarde, le dejo esa franja.", "es")).toContain("rapport");
  expect(shown("Como a usted le gusta recibir por la tarde, le dejo esa franja.", "es")).not.toContain("personal");
});

test.each([
  ["es", "support", "Me sabe fatal lo que ha pasado."], ["es", "support", "A cualquiera le habría sentado mal."], ["es", "support", "Debe de haber sido muy incómodo."], ["es", "rapport", "Muchas gracias por escribirnos."], ["es", "explain", "Se lo pedimos para comprobar que es usted."], ["es", "anticipate", "Le adelanto que el sábado habrá cola."],
  ["en", "support", "It makes me sad that this happened."], ["en", "support", "Anyone in your place would say the same."], ["en", "rapport", "How exciting, a birthday!"], ["en", "explain", "The snow kept the vans from leaving."], ["en", "anticipate", "A heads-up: there will be queues on Saturday."], ["en", "educate", "I'd take it out of the fridge half an hour before."], ["en", "personal", "I live nearby and know that street."],
] as const)("knows other words for the same behaviour: %s %s: %s", (language, behaviour, text) => {
  expect(shown(text, language)).toContain(behaviour);
});
