import { mirror } from "../../../src/nlu/tone/mirror.ts";
import { readBehaviours } from "../../../src/nlu/tone/behaviours.ts";
import { formalOf } from "../../../src/nlu/tone/tu-forms.ts";
import type { Language } from "../../../src/core/turn.ts";

const kinds = (draft: string, language: Language, heard = true): string[] => mirror(draft, { language, emotion: "angry", heard, formal: true }).map(({ kind }) => kind);
const straightAndCurly = (draft: string): string[] => [draft, draft.replaceAll("'", "’")];

test.each(["I understand why you're bothered, and I'm sorry.", "I can see why you're livid, Ed.", "I get why you're cross with us.", "I know you're worried, let me look.", "It's reasonable to be annoyed about that.", "You're not exaggerating, it was a mess."])("an acknowledgement is one with and without contraction, under either apostrophe: %s", (draft) => {
  for (const one of [...straightAndCurly(draft), draft.replaceAll("you're", "you are").replaceAll("I'm", "I am").replaceAll("It's", "It is")]) expect([one, kinds(one, "en")]).toEqual([one, []]);
});

test.each([
  ["es", "Veo por qué le ha molestado."], ["es", "Ya entiendo por qué está enfadada."], ["es", "Su reclamación está más que justificada."], ["es", "Nadie le avisó, y lo lamento."],
  ["en", "Nobody warned you, and that's our fault."],
] as const)("what says why somebody feels so dismisses nothing: %s %s", (language, draft) => {
  expect(kinds(draft, language)).toEqual([]);
});

test.each([
  ["es", "El lío es cosa nuestra, no suya."], ["es", "Debió haberle escrito alguien y nadie lo hizo."], ["es", "Tendría usted que haber recibido el recibo."], ["es", "Usted tenía que haber recibido una llamada."], ["es", "Quien se ha equivocado soy yo."], ["es", "Nada de lo sucedido es culpa suya."], ["es", "No lo leyó mal: lo escribimos mal."], ["es", "Si le hubiéramos avisado, no habría venido para nada."],
  ["en", "The muddle is ours, not yours."], ["en", "You should've had a receipt from us."], ["en", "You were supposed to be called and weren't."], ["en", "Don't think for one second it's your fault."], ["en", "You didn't misread it, we wrote it badly."], ["en", "If we'd called, you wouldn't have come for nothing."],
] as const)("who takes the blame, or says what the customer was owed, blames nobody: %s %s", (language, draft) => {
  for (const one of straightAndCurly(draft)) expect([one, kinds(one, language)]).toEqual([one, []]);
});

test.each([
  ["es", "blaming", "Tenía usted que haber mirado el recibo."], ["es", "blaming", "No, debería haber leído la nota."], ["es", "blaming", "La culpa no es nuestra, es suya."], ["es", "blaming", "Lamento que no revisara la bolsa."], ["es", "blaming", "Se lo expliqué tres veces."], ["es", "blaming", "Le hemos dicho que mire el correo."], ["en", "blaming", "I told you to wait for it."], ["es", "dismissive", "Entiendo su enfado, pero cálmese."], ["es", "dismissive", "Con las rebajas ya se sabe."], ["es", "dismissive", "Lo lamento, siga usted esperando."],
  ["en", "blaming", "You were supposed to stay at home."], ["en", "blaming", "No, you should have read the note."], ["en", "blaming", "I'm sorry you didn't check the bag."], ["en", "blaming", "I explained that to you three times."], ["en", "dismissive", "I see why you're cross, but calm down."], ["en", "dismissive", "That's just how it is in the sales."], ["en", "dismissive", "We are sorry, just keep waiting."],
] as const)("a reproach beside such words is still heard: %s %s %s", (language, kind, draft) => {
  for (const one of straightAndCurly(draft)) expect(kinds(one, language)).toContain(kind);
});

const common = "tardes noches antes entonces meses además gracias veces clientes después menos lunes martes jueves viernes ayudas consultas descargas detalles apuntes adjuntas firmes cierres comas compras cuentas dudas entradas llaves marcas notas pagas preguntas pruebas quejas reservas tomates tomate copias gastos cajas bolsas tiendas horas unidades serias veras fotos páginas paginas ofertas vales datos".split(" ");

test("a noun or adverb that ends like a form of tú says no tú, alone or behind what goes before a noun", () => {
  for (const word of common) {
    for (const draft of [`${word[0]?.toUpperCase()}${word.slice(1)}`, `Hay ${word} aquí.`, `Sus ${word} están aquí.`, `Buenas ${word}.`, `Por las ${word} abrimos.`]) expect([draft, kinds(draft, "es").filter((kind) => kind === "wrong-register")]).toEqual([draft, []]);
  }
  expect(formalOf.get("tardes")).toBe("tarde");
});

test.each(["No tardes, por favor.", "Si consultas la web, lo ves.", "Cuando compras dos, pagas uno.", "¿Las mandas hoy?", "¿Qué necesitas?"])("the same form as a verb says tú: %s", (draft) => {
  expect(kinds(draft, "es")).toContain("wrong-register");
});

test("a case is an incidencia to anybody who speaks Spanish", () => {
  expect(kinds("La incidencia está abierta.", "es")).toEqual([]);
});

test.each([["es", "Ya veo."], ["en", "I see."]] as const)("a word or two that could mean anything is cold alone: %s %s", (language, draft) => {
  expect(kinds(draft, language, false)).toContain("cold");
});

const personal = (text: string, language: Language): string[] => readBehaviours(text, language).personal;

test("giving one's name is something of one's own, in the words people use for it", () => {
  for (const text of ["Hola, soy Laura.", "Buenos días, soy Iván Ruiz, de la tienda.", "Me llamo Ana."]) expect([text, personal(text, "es").length]).toEqual([text, 1]);
  for (const text of ["Hi, I'm Kate.", "Hello Ben, this is Kate from the shop.", "I’m Tom, and I have your order."]) expect([text, personal(text, "en").length]).toEqual([text, 1]);
  for (const text of ["Soy consciente de la espera.", "Soy quien lo lleva."]) expect([text, personal(text, "es")]).toEqual([text, []]);
  for (const text of ["I'm sorry.", "I'm checking.", "This is late."]) expect([text, personal(text, "en")]).toEqual([text, []]);
});

test.each([["es", "El repartidor le avisará por SMS."], ["es", "Te avisará la aplicación por SMS."], ["en", "You will get a text."]] as const)("who is told what message will come is told what comes next: %s %s", (language, text) => {
  expect(readBehaviours(text, language).anticipate).not.toEqual([]);
});
