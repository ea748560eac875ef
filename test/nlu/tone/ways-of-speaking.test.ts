import { mirror } from "../../../src/nlu/tone/mirror.ts";
import type { DraftReader, ToneFinding } from "../../../src/core/tone.ts";

const readerOf = (language: "es" | "en", formal = true): DraftReader => ({ language, emotion: "neutral", heard: true, formal });
const kinds = (draft: string, reader: DraftReader): string[] => [...new Set(mirror(draft, reader).map(({ kind }) => kind))];

/** The draft with every way out taken, the first each time, as the desk does. */
function settled(draft: string, reader: DraftReader): string {
  let now = draft;
  for (let i = 0; i < 12; i += 1) {
    const [one]: (ToneFinding | undefined)[] = mirror(now, reader);
    if (!one) return now;
    now = (now.slice(0, one.start) + one.alternative + now.slice(one.end)).trimEnd();
  }
  throw new Error(`never settles: ${now}`);
}

test.each([
  ["es", "La responsabilidad es únicamente suya."], ["es", "De haber revisado el carrito, esto no habría ocurrido."], ["es", "Por no mirar el correo se ha quedado sin la entrega."], ["es", "Ha hecho usted mal el pago."],
  ["en", "The error is on your side."], ["en", "You got the postcode wrong yourself."], ["en", "Had you been paying attention, you'd have seen the notice."], ["en", "It's all down to you not answering the door."],
] as const)("a fault laid to the customer is blame, in whatever words: %s %s", (language, draft) => {
  expect(kinds(draft, readerOf(language))).toEqual(["blaming"]);
});

test.each([
  ["es", "No es culpa de usted, el sistema tardó en avisar."], ["es", "El repartidor se equivocó de calle y por eso no llegó."], ["es", "Le pido disculpas por no haberle avisado antes."], ["es", "Si lo hubiéramos sabido antes, le habríamos llamado."],
  ["en", "It isn't really your fault, the notice came late."], ["en", "The courier got the street wrong, that's why it did not come."], ["en", "It must have been a long morning for you, sorry."], ["en", "The mistake is ours: the label was swapped."],
] as const)("a fault denied, one's own or a third party's blames nobody: %s %s", (language, draft) => {
  expect(kinds(draft, readerOf(language))).toEqual([]);
});

test.each([
  ["es", "Por un par de tomates no hay que montar este escándalo."], ["es", "Está sacando las cosas de quicio."], ["es", "Hay cosas peores en la vida."], ["es", "Las cosas son así y ya está."],
  ["en", "All this for a loaf of bread?"], ["en", "There's no need to get so worked up."], ["en", "That's none of our business."], ["en", "You'll just have to live with it."],
] as const)("what makes the matter or the feeling small is dismissive: %s %s", (language, draft) => {
  expect(kinds(draft, readerOf(language))).toEqual(["dismissive"]);
});

test.each([["Whatever.", ["dismissive"]], ["Fine, whatever, I will send it.", ["dismissive"]], ["Take whatever time you need.", []], ["Tell me whatever you remember.", []]] as const)("whatever dismisses only where it stands alone: %s", (draft, expected) => {
  expect(kinds(draft, readerOf("en"))).toEqual(expected);
});

test.each([["es", "Entiendo que se enfade por un retraso así."], ["es", "Para nosotros sí es importante, gracias por decírnoslo."], ["en", "I understand being upset about a delay like this."], ["en", "Sit back and relax, it is on its way."]] as const)("words that take the feeling seriously dismiss nothing: %s %s", (language, draft) => {
  expect(kinds(draft, readerOf(language))).toEqual([]);
});

test.each([
  ["es", "Le juro que el paquete sale hoy.", "Voy a comprobar si el paquete sale hoy."], ["es", "Hola Berta, el jueves lo tiene seguro, se lo juro.", "Hola Berta, voy a comprobar si el jueves lo tiene."], ["es", "Esté usted tranquilo, que el viernes sin falta lo tiene.", "Voy a comprobar si el viernes lo tiene."],
  ["es", "Le llamo mañana sin falta.", "Le llamo mañana."], ["es", "Espere ahí, que se lo garantizo.", "Lo compruebo y lo confirmo aquí."], ["es", "Esto no se repetirá jamás.", "Voy a mirar qué lo causó, para evitar que se repita."],
  ["en", "I swear the parcel leaves today.", "Let me check whether the parcel leaves today."], ["en", "Hi Ann, it will definitely arrive tomorrow, no matter what.", "Hi Ann, let me check whether it will arrive tomorrow."], ["en", "I will write without fail.", "I will write."],
  ["en", "This will be fixed today, you have my word.", "Let me check whether this will be fixed today."], ["en", "The delivery charge is on the house.", "Let me check what amount is due, and I will tell you here as soon as I know."],
] as const)("a promise becomes what will be looked into, and names no source: %s %s", (language, draft, better) => {
  expect(kinds(draft, readerOf(language))).toEqual(["over-promising"]);
  expect(settled(draft, readerOf(language))).toBe(better);
});

test.each([["en", "This can never be guaranteed."], ["en", "We'll definitely look into it."], ["en", "We can't promise it won't happen again."], ["es", "No puedo prometerle que no volverá a ocurrir."]] as const)("a promise withheld, or zeal of one's own, is none: %s %s", (language, draft) => {
  expect(kinds(draft, readerOf(language))).not.toContain("over-promising");
});

test.each([
  ["es", "No aceptamos devoluciones de ese artículo.", "No aceptamos devoluciones de ese artículo porque [diga aquí el motivo]."], ["es", "Hemos denegado el cambio.", "Hemos denegado el cambio porque [diga aquí el motivo]."],
  ["en", "There is no way to change the time.", "There is no way to change the time because [say the reason here]."], ["en", "We don't deliver to that area, but the shop in Sun Street is open.", "We don't deliver to that area because [say the reason here], but the shop in Sun Street is open."],
] as const)("a refusal without its reason gets a marked place for it, before what is offered instead: %s %s", (language, draft, better) => {
  const [found] = mirror(draft, readerOf(language));
  expect(found).toMatchObject({ kind: "no-explanation", alternative: better });
});

test.each([
  ["es", "No aceptamos devoluciones de fruta: se estropea en el viaje."], ["es", "Para proteger sus datos no puedo abrirlo."], ["es", "¿No puede entrar en su cuenta?"], ["en", "We can't deliver until the street is open again."], ["en", "We can't wait to see you."], ["en", "I can't find the order yet; I'm asking the shop."],
] as const)("a reason in another shape, a question and a wish refuse nothing without a reason: %s %s", (language, draft) => {
  expect(kinds(draft, readerOf(language))).toEqual([]);
});

test.each([
  ["¿Qué querías cambiar?", "¿Qué quería cambiar?"], ["Tú eliges cuál prefieres.", "Usted elige cuál prefiere."], ["Acércate a la caja.", "Acérquese a la caja."], ["Confírmame la calle.", "Confírmeme la calle."], ["Os llevamos vuestra caja.", "Les llevamos su caja."],
  ["¿Habéis abierto la bolsa?", "¿Han abierto la bolsa?"], ["No te preocupes.", "No se preocupe."], ["Contadme qué falta.", "Cuéntenme qué falta."],
])("tú and vosotros are known by their forms and become usted and ustedes: %s", (draft, better) => {
  expect(settled(draft, readerOf("es"))).toBe(better);
});

test.each(["Estas cajas salieron el lunes.", "Puede recoger las compras en la tienda.", "Le pido disculpas.", "Tómese un té.", "Antes de hacer preguntas, escríbanos el número."])("a form another word shares says no tú: %s", (draft) => {
  expect(kinds(draft, readerOf("es"))).toEqual([]);
});

test("a shop that says tú has the commands turned round", () => {
  expect(settled("Mírelo y escríbame.", readerOf("es", false))).toBe("Míralo y escríbeme.");
});

test.each([["¡¡¡Listo, ya sale!!!", "Listo, ya sale."], ["¡Listo, ya sale!!!", "¡Listo, ya sale!"], ["¿¿¿Le viene bien a las diez???", "¿Le viene bien a las diez?"]])("marks in a row leave a sentence that is opened and closed alike: %s", (draft, better) => {
  expect(settled(draft, readerOf("es"))).toBe(better);
});

test("a ticket a till prints is a word everybody knows; a ticket that is opened is not", () => {
  expect(kinds("Guarde el ticket por si quiere cambiarlo.", readerOf("es"))).toEqual([]);
  expect(kinds("He abierto un ticket.", readerOf("es"))).toEqual(["jargon"]);
  expect(kinds("Keep the ticket in the bag.", readerOf("en"))).toEqual([]);
});

test("what opens a cold draft to somebody angry leaves no slight behind the kind word", () => {
  const [cold] = mirror("So much drama about one egg.", { ...readerOf("en"), emotion: "angry", heard: false });
  expect(cold?.alternative).not.toMatch(/drama|egg/);
});
