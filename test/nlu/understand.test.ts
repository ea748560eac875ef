import { createReader } from "./reader.ts";

let read: Awaited<ReturnType<typeof createReader>>;
beforeAll(async () => {
  read = await createReader();
});

test.each([["sí", "yes"], ["si", "yes"], ["Sí, por favor", "yes"], ["vale", "yes"], ["de acuerdo", "yes"], ["claro que sí", "yes"], ["confirmo", "yes"], ["ok", "yes"], ["dale", "yes"], ["yes please", "yes"], ["yep", "yes"], ["go ahead", "yes"], ["that's right", "yes"], ["sounds good", "yes"],
  ["no", "no"], ["no gracias", "no"], ["no, mejor el jueves", "no"], ["todavía no", "no"], ["claro que no", "no"], ["nope", "no"], ["no thanks", "no"], ["not yet", "no"],
  ["el viernes", null], ["no funciona", null], ["no estoy contento con el servicio", null], ["¿por qué?", null], ["sí pero antes dígame cuánto cuesta el envío a Madrid por favor", null], ["hace buen tiempo", null], ["where is my order", null], ["vale pero el domingo no", null]] as const)(
  "takes %s as %s", (text, assent) => {
    expect(read(text).assent).toBe(assent);
  },
);

test("never throws and stays linear on any string", () => {
  const strange = ["", "\u0000", "\ud800".repeat(3000), `e${"\u0301".repeat(50_000)}`, "a@".repeat(20_000), "1".repeat(20_000), "(a+)+".repeat(5_000), "quiero hablar con ".repeat(20_000), "!".repeat(20_000), "😡".repeat(9_000), "constructor __proto__ hasOwnProperty toString", "ha tragado ".repeat(2_000), "pedido numero es el ".repeat(2_000)];
  for (const text of strange) expect(read(text)).toMatchObject({ model: expect.stringMatching(/^intents-[0-9a-f]{8}\+emotion-[0-9a-f]{8}\+lexicon-[0-9a-f]{8}$/) });
});

test("reads a text the same whatever was read before it", () => {
  const before = read("¿dónde está mi pedido 1043?");
  for (const text of ["je suis là", "no", "QUE PASA!!!", "hasOwnProperty"]) read(text);
  expect(read("¿dónde está mi pedido 1043?")).toEqual(before);
});

test("cuts a text that is longer than two pages before reading it", () => {
  expect(read(`${"x ".repeat(2_000)}quiero hablar con una persona`).wantsHuman).toBe(false);
});

test("reads all of a turn at once", () => {
  expect(read("¡Estoy harta! El pedido 1043 no llega y quiero hablar con una persona")).toMatchObject({
    language: "es", foreign: false, wantsHuman: true, danger: null, entities: [{ kind: "order", value: "1043", text: "1043" }],
    intents: [{ intent: "talk-to-person" }, { intent: "order-status" }, expect.anything()], emotion: { emotion: expect.stringMatching(/angry|frustrated/) },
  });
});

test.each(["no", "sí", "ok", "vale", "ya", "nada", "no sé", "no lo sé", "ni idea", "no me acuerdo", "otra vez", "sí, claro", "no, eso no", "¿por qué?", "yes", "I don't know", "idk", "I'm not sure", "again", "that one", "what?", "3"])(
  "takes no wish out of a line of function words: %s", (text) => {
    expect(read(text)).toMatchObject({ intents: [], intentSure: false });
  },
);

test.each([["no funciona mi tarjeta", "payment-failed"], ["¿dónde está mi pedido?", "order-status"], ["no gracias", "thanks"], ["hola", "greeting"], ["¿qué tal?", "greeting"]])("still hears what %s is about", (text, intent) => {
  expect(read(text)).toMatchObject({ intentSure: true, intents: expect.arrayContaining([expect.objectContaining({ intent })]) });
});

test.each(["1043", "el 1043", "#1043", "pedido 1043", "mi pedido es el 1043", "hola, pedido número 1043 por favor", "46001", "cp 46001", "1043 46001", "el 1043 y el código postal 46001", "order 1043", "order #20514 please", "my order number is 1043"])(
  "takes a line that is only the number of an order or its postcode for a question about that order: %s", (text) => {
    expect(read(text)).toMatchObject({ intentSure: true, intents: [{ intent: "order-status" }] });
  },
);

test.each([["cancelar el pedido 1043", "cancel-order"], ["factura del pedido 1043", "invoice"], ["change the delivery of order 1043", "change-delivery"]])("hears the wish beside the number in: %s", (text, intent) => {
  expect(read(text).intents[0]).toMatchObject({ intent });
});
