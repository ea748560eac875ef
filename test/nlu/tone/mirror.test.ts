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
  ["jargon", "He abierto un ticket.", calmEs], ["jargon", "I will escalate this.", calmEn],
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
  expect(draft.slice(0, found.start) + found.alternative + draft.slice(found.end)).toBe("Voy a comprobar si su pedido llega mañana.");
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

/** The draft after each way out is taken and the draft read again, as the desk does. */
function settled(draft: string, reader: DraftReader, take: (found: ToneFinding[]) => ToneFinding | undefined): string {
  let now = draft;
  for (let i = 0; i < 12; i += 1) {
    const one = take(mirror(now, reader));
    if (!one) return now;
    now = (now.slice(0, one.start) + one.alternative + now.slice(one.end)).trimEnd();
  }
  throw new Error(`never settles: ${now}`);
}
const first = (found: ToneFinding[]): ToneFinding | undefined => found[0];
const last = (found: ToneFinding[]): ToneFinding | undefined => found.at(-1);
const readerOf = (language: "es" | "en", emotion: DraftReader["emotion"] = "neutral"): DraftReader => ({ ...calmEs, language, emotion });

test.each([
  ["es", "Se lo garantizo"], ["es", "Mañana lo tiene, seguro"], ["es", "Seguro, mañana lo tiene."], ["es", "Mañana lo tiene en casa."], ["es", "Le devolvemos 50 € hoy"], ["es", "Le devolvemos 1.200 € hoy."],
  ["es", "Sí, le hacemos un descuento del 10 %."], ["es", "Su reembolso le llegará mañana."], ["es", "Le garantizo la entrega mañana."], ["es", "Me comprometo a devolverle el dinero."],
  ["en", "We will refund you 50 euros right now"], ["en", "I'll send you a 10% voucher."], ["en", "You will have it tomorrow"], ["en", "It will be there tomorrow, I guarantee it"], ["en", "I guarantee delivery by Monday."],
  ["en", "Rest assured, it arrives tomorrow."], ["en", "I promise you'll get it."],
] as const)("money, a day or a guarantee nobody has checked is over-promising, however calm the customer: %s %s", (language, draft) => {
  expect(kinds(draft, readerOf(language))).toContain("over-promising");
});

test.each([
  ["es", "Según el sistema, lo tiene mañana."], ["es", "Si no le gusta, le devolvemos el dinero."], ["es", "Le hemos devuelto 50 €."], ["es", "No le prometo nada, pero lo miro."], ["es", "El pago es seguro."],
  ["es", "Camisa 100% algodón."], ["es", "Le devolvemos la llamada hoy."], ["es", "Le envío la factura de 50 €."], ["es", "¿Le devolvemos el dinero o prefiere un cambio?"], ["es", "No me llegó ni una palabra."],
  ["en", "Our system says that it will arrive tomorrow."], ["en", "If it is broken we will refund you."], ["en", "We have refunded you 50 euros."], ["en", "I don't know for sure."], ["en", "I will call you tomorrow."],
  ["en", "We will not refund you 50 euros because it was used."], ["en", "I'll send you the invoice for 50 euros."],
] as const)("what the system says, what was done, a condition or a question promises nothing: %s %s", (language, draft) => {
  expect(kinds(draft, readerOf(language))).toEqual([]);
});

test.each([
  ["es", "Mañana sin falta lo tiene en casa, se lo garantizo", ["cold", "over-promising"]], ["es", "ESPERE UN MOMENTO", ["cold", "shouting"]], ["en", "WAIT A MOMENT", ["cold", "shouting"]],
  ["es", "El pedido incumple el SLA con el ERP del transportista", ["cold", "jargon", "jargon"]], ["en", "Your SLA is in the CRM.", ["cold", "jargon", "jargon"]],
  ["en", "It cannot be returned in the CRM.", ["cold", "no-explanation", "jargon"]],
] as const)("a finding about a whole draft hides none about its parts: %s %s", (language, draft, expected) => {
  expect(kinds(draft, readerOf(language, "frustrated"))).toEqual(expected);
});

test.each([
  ["es", "Mañana sin falta lo tiene en casa, se lo garantizo"], ["es", "ESPERE UN MOMENTO"], ["es", "El pedido incumple el SLA con el ERP del transportista"], ["es", "ESPERA TU TICKET YA, YA LE DIJE QUE NO!!!"],
  ["es", "Le devolvemos 50 € hoy"], ["es", "Te lo miro en el ERP."], ["es", "No podemos hacer nada. Es lo que hay."], ["es", "No se puede devolver en nuestro CRM."], ["es", "Como ya le dije, el pedido llega el lunes."],
  ["en", "It will be there tomorrow, I guarantee it"], ["en", "As I said before, the SLA is two days. KINDLY WAIT!!"], ["en", "You will have it tomorrow"], ["en", "I cannot refund it in the CRM, as per our SLA."],
] as const)("taking the ways out one after another, from either end, leads to a draft that can go out: %s %s", (language, draft) => {
  for (const emotion of ["neutral", "frustrated", "angry", "anxious", "sad"] as const) {
    for (const take of [first, last]) {
      const out = settled(draft, readerOf(language, emotion), take);
      expect(out).not.toMatch(/garantiz|guarantee|50 €|SLA|ERP|CRM|\p{Lu}{4}|sin falta/u);
      expect(out).toMatch(/^\p{Lu}/u);
    }
  }
});

test("a way out for the whole draft keeps nothing that is pointed at in it", () => {
  const [cold] = mirror("Mañana sin falta lo tiene en casa, se lo garantizo", readerOf("es", "frustrated"));
  expect(cold).toMatchObject({ kind: "cold", alternative: "Siento que esto esté costando tanto. Voy a comprobar si mañana lo tiene en casa." });
});

test.each([
  ["en", "It will be there tomorrow, I guarantee it", "Let me check whether it will be there tomorrow."], ["en", "I promise you'll get it, no matter what.", "Let me check whether you'll get it."], ["en", "I promise I will look into it.", "I will look into it."],
  ["en", "You will have it tomorrow", "Let me check whether you will have it tomorrow."], ["en", "It comes tomorrow without fail.", "Let me check whether it comes tomorrow."], ["en", "I checked it in the ERP.", "I checked it in our system."],
  ["en", "Per my last email, the parcel left on Monday.", "The parcel left on Monday."],
  ["es", "Te lo miro", "Se lo miro"], ["es", "Hola Marta, le aseguro que lo miro.", "Hola Marta, lo miro."], ["es", "Lo paso al segundo nivel.", "Lo paso al equipo especializado."], ["es", "Lo veo en el ERP ahora.", "Lo veo en nuestro sistema ahora."],
  ["es", "Compruebo el SKU del artículo.", "Compruebo el código del artículo."], ["es", "Como le dije ayer, llega el lunes.", "Llega el lunes."],
] as const)("what is put in another's place makes a sentence with the rest: %s %s", (language, draft, better) => {
  expect(settled(draft, readerOf(language), first)).toBe(better);
});

test.each([["es", "lo siento"], ["es", "Lo sentimos mucho."], ["es", "El pedido sale mañana, lo sentimos."], ["en", "sorry"], ["en", "We apologise."]] as const)("a draft that says sorry is not cold for lack of it: %s %s", (language, draft) => {
  for (const emotion of ["neutral", "frustrated", "angry"] as const) expect(kinds(draft, readerOf(language, emotion))).toEqual([]);
});

test.each([
  ["I will pass this to the second line.", ["jargon"]], ["I am handing it over to second level support.", ["jargon"]], ["Second line support has it now.", ["jargon"]],
  ["The second line is a hold.", []], ["Please write it in the second line of the form.", []],
] as const)("a second line is jargon only as a team: %s", (draft, expected) => {
  expect(kinds(draft, calmEn)).toEqual(expected);
});

test.each([
  ["en", "dismissive", "You people always complain"], ["en", "dismissive", "You are never satisfied."], ["en", "dismissive", "I am sorry that you feel that way"], ["en", "dismissive", "We are sorry if you see it this way."],
  ["en", "dismissive", "That is strange, nobody else has that problem"], ["en", "dismissive", "You are the only customer with this problem."], ["en", "blaming", "per my last email"], ["en", "blaming", "As stated in my previous message, wait."],
  ["es", "dismissive", "Siempre se quejan."], ["es", "dismissive", "La gente como usted no lee."], ["es", "dismissive", "Lamento que se sienta así"], ["es", "dismissive", "Sentimos que lo vea de ese modo, o que lo tome así."],
  ["es", "dismissive", "Qué raro, a nadie más le pasa"], ["es", "dismissive", "A los demás les funciona."], ["es", "blaming", "como ya le dije"], ["es", "blaming", "Según mi último correo, sale hoy."],
] as const)("hears a reproach in a courteous dress: %s %s %s", (language, kind, draft) => {
  expect(kinds(draft, readerOf(language))).toContain(kind);
});

test.each([
  ["en", "I am sorry that you feel let down."], ["en", "You can always complain to us here."], ["en", "You are the only one who can open the box."], ["en", "You should have it by now, let me look."], ["en", "That is strange, let me look."],
  ["es", "Siento que se sienta mal por esto."], ["es", "Es el único que puede abrir la caja."], ["es", "Qué raro, lo miro ahora."],
] as const)("leaves alone a kind or plain line that only looks like one: %s %s", (language, draft) => {
  expect(kinds(draft, readerOf(language))).toEqual([]);
});

test("a shop that says tú turns usted after a preposition into ti", () => {
  expect(settled("Es para usted. Dígame usted el número.", { ...calmEs, formal: false }, first)).toBe("Es para ti. Dime tú el número.");
});
