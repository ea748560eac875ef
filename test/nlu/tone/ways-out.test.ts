import { mirror } from "../../../src/nlu/tone/mirror.ts";
import type { DraftReader, ToneFinding } from "../../../src/core/tone.ts";
import type { Language } from "../../../src/core/turn.ts";

const readerOf = (language: Language, emotion: DraftReader["emotion"] = "angry", heard = false): DraftReader => ({ language, emotion, heard, formal: true });

const drafts: Record<Language, string[]> = {
  es: [
    "¡¡LE REPITO QUE NO HAY NADA!!", "NO SE PUEDE!!!", "MARTA, ESPERE UN POCO!!!", "YA LE DIJE AYER QUE ERA EL MARTES!!", "Hola. LEA BIEN EL CORREO!!! Gracias.", "¿¿POR QUÉ NO AVISÓ ANTES??", "Cálmese!!! Lo miro.", "¡Cálmese!", "No es para tanto…", "Es lo que hay, lo siento.",
    "Siento la demora, el jueves lo tiene seguro.", "Gracias por escribir, mañana sin falta le llega.", "Lo lamento, le devolvemos 30 €.", "Perdone, se lo garantizo.", "Hola Rosa, le prometo que sale hoy.", "Te lo paso al N2 YA!!", "El SKU no está en el ERP.", "Como ya le comenté, el pedido sale el lunes.",
    "No aceptamos devoluciones!!", "No se puede, es la norma.", "Haberlo leído antes. Se siente.", "En Navidad ya se sabe.", "Lo siento, siga esperando.", "Su pedido SALE MAÑANA, se lo juro!", "TENGA PACIENCIA. Estoy EN ELLO!!!", "¡Qué bien!!! ¡Ya está!!!", "Vale.", "OK", "LO SIENTO MUCHO, ESTOY MIRÁNDOLO",
  ],
  en: [
    "I AM SO SORRY, I AM CHECKING NOW", "I'M SORRY, I'LL LOOK AT IT!!!", "WHAT DO YOU WANT FROM ME??", "ANN, PLEASE WAIT!!!", "I TOLD YOU YESTERDAY THAT I CANNOT!!", "Hello. READ THE EMAIL AGAIN!!! Thanks.", "Calm down!!! I am looking.", "It's not a big deal…", "It is what it is, sorry.", "WE CANNOT REFUND IT!!!",
    "Sorry for the wait, you will have it on Friday for sure.", "Thank you for writing, it will arrive tomorrow without fail.", "I apologise, I'll refund you 30 euros.", "Sorry, I guarantee it.", "Hi Rose, I promise that it leaves today.", "I'll escalate it to tier 2 NOW!!", "The SKU is not in the ERP.", "As I already mentioned, the order leaves on Monday.",
    "We don't accept returns!!", "Rules are rules. Deal with it.", "That's just how it is at Christmas.", "Sorry, just keep waiting.", "Your order LEAVES TOMORROW, I swear!", "BE PATIENT. I AM ON IT!!!", "So good!!! All done!!!", "Fine.", "OK", "PLEASE wait, I ALREADY answered.", "I do not see why you're so angry, I explained it twice.",
  ],
};

/** What breaks a text a customer would read: each is a fault of its shape, whatever it says. */
const faults: readonly (readonly [string, RegExp])[] = [
  ["a sentence begins small", /(?:^|[.!?]\s+)[¡¿"«(]*\p{Ll}/u], ["a lone i", /(?<![\p{L}'’.])i(?![\p{L}.])/u], ["two full stops", /(?<!\.)\.\.(?!\.)/], ["marks in a row", /[!?]{2,}|¡¡|¿¿/], ["a mark after a full stop", /\.[!?,;]|[!?,;]\./],
  ["a word twice", /(?<!\p{L})(\p{L}{2,})\s+\1(?!\p{L})/iu], ["a blank before a mark", /\s[.,;!?]/], ["two blanks", / {2,}/], ["capitals left over", /\p{Lu}{5}/u], ["an exclamation that opens and does not close", /¡[^!]*$/u], ["a sentence ends on a word that leads on", /(?<!\p{L})(?:que|de|le|he|el|la|y|the|that|and|to|of|have)\s*[.!?]/iu],
];
const inTheMiddle = (text: string): string[] => faults.filter(([, fault]) => fault.test(text)).map(([name]) => name);

const taking: Record<string, (found: ToneFinding[]) => ToneFinding | undefined> = { "the gravest": (found) => found[0], "the lightest": (found) => found.at(-1), "the middle one": (found) => found[Math.floor(found.length / 2)] };

test.each((["es", "en"] as const).flatMap((language) => drafts[language].map((draft) => [language, draft] as const)))("every way out taken, in any order, leaves a text in good shape: %s %s", (language, draft) => {
  for (const reader of [readerOf(language), readerOf(language, "neutral"), readerOf(language, "frustrated", true)]) {
    for (const [which, take] of Object.entries(taking)) {
      let now = draft;
      for (let i = 0; i < 15; i += 1) {
        const one = take(mirror(now, reader));
        if (!one) break;
        now = (now.slice(0, one.start) + one.alternative + now.slice(one.end)).trimEnd();
      }
      expect([which, now, mirror(now, reader).map(({ kind }) => kind), inTheMiddle(now)]).toEqual([which, now, [], []]);
    }
  }
});

test.each([
  ["es", "LE AVISÉ DE QUE CERRÁBAMOS!!!"], ["en", "I AM TRULY SORRY, I AM ASKING THE SHOP"],
] as const)("a sentence shouted from end to end is marked from end to end: %s %s", (language, draft) => {
  expect(mirror(draft, readerOf(language, "neutral")).filter(({ kind }) => kind === "shouting").map(({ start, end }) => draft.slice(start, end))).toEqual([draft]);
});

test.each([
  ["es", "Lamento el lío, el viernes lo tiene sin falta.", "el viernes lo tiene sin falta."], ["en", "I'm sorry about this, you'll get your parcel tomorrow.", "you'll get your parcel tomorrow."],
] as const)("a regret before a promise stays out of what is marked: %s %s", (language, draft, marked) => {
  expect(mirror(draft, readerOf(language, "neutral")).map(({ kind, start, end }) => [kind, draft.slice(start, end)])).toEqual([["over-promising", marked]]);
});

test("no way out tells whether the customer is a man or a woman", () => {
  for (const emotion of ["angry", "frustrated", "anxious", "sad", "neutral"] as const) {
    for (const draft of ["Su pedido está en reparto.", "Cálmese.", "Debería haber mirado."]) {
      for (const { alternative } of mirror(draft, readerOf("es", emotion))) expect(alternative).not.toMatch(/(?:molest|enfadad|preocupad|cansad|content|segur)[oa](?!\p{L})/u);
    }
  }
});
