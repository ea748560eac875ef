import { rejectsAnswer } from "../../src/nlu/rejects-answer.ts";

test.each([
  "eso no es lo que te pregunté", "No es lo que he pedido", "eso no me sirve de nada", "no me ayuda nada", "no has respondido a mi pregunta", "¡no me entiendes!", "eso no es cierto", "yo no le pregunté eso",
  "that's not what I asked", "That doesn't help", "you didn't answer my question", "you're not listening", "no, that is wrong", "not helpful", "I wasn't asking about that", "you don't understand",
])("hears an answer turned down in: %s", (text) => expect(rejectsAnswer(text)).toBe(true));

test.each([
  "no", "no, gracias", "la camisa no me sirve", "¿dónde está mi pedido?", "no entiendo el recibo", "el cargador no me vale para este móvil", "mi pedido no es correcto",
  "no thanks", "the answer key is missing", "I don't understand the invoice", "my order is wrong", "can you help me", "it doesn't work",
])("hears none in: %s", (text) => expect(rejectsAnswer(text)).toBe(false));

test("takes time that grows no faster than the text", () => {
  const long = "no me ".repeat(700);
  expect(rejectsAnswer(long)).toBe(false);
});
