import { defaultSettings } from "../../src/core/policy-settings.ts";
import { createReader } from "./reader.ts";

let read: Awaited<ReturnType<typeof createReader>>;
beforeAll(async () => {
  read = await createReader();
});
const reading = (text: string): NonNullable<ReturnType<typeof read>["emotion"]> => {
  const { emotion } = read(text);
  if (emotion === null) throw new Error("no emotion was read");
  return emotion;
};

test.each([
  ["¡¡ESTO ES UNA VERGÜENZA!!", "angry"], ["sois unos ladrones", "angry"], ["me parece fatal lo que hacéis", "angry"], ["pero qué vergüenza de empresa 🤬", "angry"], ["esto es una mierda", "angry"], ["😡😡", "angry"],
  ["llevo 5 días esperando y nadie me contesta", "frustrated"], ["ya os lo he dicho tres veces!!", "frustrated"], ["no funciona y encima me cobran", "frustrated"], ["estoy un poco molesto", "frustrated"], ["no estoy contento", "frustrated"], ["QUE PASA CON MI PEDIDO???", "frustrated"],
  ["estoy muy preocupada, lo necesito para el cumpleaños de mi hija", "anxious"], ["tengo miedo de que no llegue a tiempo", "anxious"], ["mi madre ha fallecido y no sé qué hacer con su cuenta", "sad"], ["me siento muy sola y ese pedido era lo único que esperaba", "sad"], ["estoy destrozada, se murió mi perro", "sad"],
  ["no entiendo cómo funciona esto", "confused"], ["muchas gracias, muy amable", "satisfied"], ["menos mal, gracias", "satisfied"], ["graciaaas", "satisfied"], ["¡qué ilusión, me encanta!", "excited"],
  ["THIS IS RIDICULOUS!!!", "angry"], ["you people are useless", "angry"], ["this is the third time I'm asking, I'm fed up", "frustrated"], ["what a joke of a company", "angry"],
  ["I've been waiting 5 days and nobody answers", "frustrated"], ["not happy at all", "frustrated"], ["I'm a bit annoyed", "frustrated"], ["WHERE IS MY ORDER???", "frustrated"],
  ["I'm really worried it won't arrive in time", "anxious"], ["I feel so alone", "sad"], ["my mother passed away and I don't know what to do", "sad"], ["I don't understand how this works", "confused"], ["thank you so much, very helpful", "satisfied"], ["I can't wait, so excited!!", "excited"],
])("reads %s as %s", (text, emotion) => {
  expect(reading(text).emotion).toBe(emotion);
});

test.each([
  "cancelo mi pedido", "mi pedido no ha llegado", "la botella llegó rota", "quiero un reembolso", "cancelar mi suscripción", "no estoy enfadado, solo quiero saber", "no está mal", "sin problema", "perdona la molestia, ¿dónde está mi pedido?", "hola buenas", "1043", "46001", "¿el gazpacho lleva gluten?", "quiero hablar con una persona", "se me ha caducado el yogur",
  "my order hasn't arrived", "the bottle was broken", "I want a refund", "cancel my subscription", "I'm not angry, just want to know", "not bad", "no problem", "I would love a refund", "I'd like to change my delivery", "sorry to bother you, could you check my order?", "best before date?", "I lost my card",
])("reads a plain matter as neutral: %s", (text) => {
  expect(reading(text).emotion).toBe("neutral");
  expect(Math.abs(reading(text).valence)).toBeLessThan(0.35);
});

test.each(["gracias por nada", "genial, otra vez roto", "perfecto, ahora tampoco funciona", "estupendo, como siempre tarde", "thanks for nothing", "great, broken again", "oh wonderful, another day wasted"])("hears the bitterness in: %s", (text) => {
  expect(reading(text).valence).toBeLessThan(-0.3);
});

test.each(["gracias otra vez, muy amable", "muchas gracias de nuevo", "thanks again, you were great", "thank you again"])("hears no bitterness in real thanks: %s", (text) => {
  expect(reading(text).valence).toBeGreaterThan(0);
});

test("grows more agitated with capitals, exclamation marks and stronger words", () => {
  const calm = reading("estoy enfadado");
  const loud = reading("ESTOY MUY ENFADADO!!!");
  expect(loud.arousal).toBeGreaterThan(calm.arousal);
  expect(loud.valence).toBeLessThanOrEqual(calm.valence);
});

test("counts what comes after 'but' for more than what is granted before", () => {
  expect(reading("el pedido llegó bien pero estoy muy enfadado").valence).toBeLessThan(-0.4);
  expect(reading("I was worried but everything arrived perfectly, thank you").valence).toBeGreaterThan(0);
});

test("names the words it rests on as the customer wrote them", () => {
  expect(reading("¡ESTOY HARTO! Es la tercera vez").evidence).toEqual(["ESTOY HARTO", "tercera vez"]);
  expect(reading("¿dónde está mi pedido?").evidence).toEqual([]);
});

test.each(["Otra vez con retraso, ¡estoy harto!", "qué vergüenza de empresa con la que está cayendo", "so late again with this order, I am fed up with it", "my parcel is lost and it was for my daughter, I'm furious"])("points at words that tell a feeling, not at those that join them: %s", (text) => {
  const { evidence } = reading(text);
  expect(evidence.length).toBeGreaterThan(0);
  expect(evidence.filter((word) => /^(?:con|de|la|que|with|this|it|is|and|for|my|was)$/i.test(word))).toEqual([]);
});

test("is less sure of one weak word than of several clear ones", () => {
  expect(reading("gracias").confidence).toBeLessThan(reading("muchísimas gracias, muy amable, me encanta").confidence);
  for (const text of ["gracias", "estoy furioso", "hola", "", "…"]) {
    const { emotion } = read(text);
    if (emotion !== null) expect(emotion.confidence).toBeLessThan(0.95);
  }
});

test("reads no emotion for an empty line or when the customer has opted out", async () => {
  expect(read("   ").emotion).toBeNull();
  const { createUnderstand, loadModels } = await import("../../src/nlu/understand.ts");
  const understand = createUnderstand(await loadModels("src/nlu/models"));
  expect(understand({ text: "estoy furioso", previousLanguage: null, locale: null, readTone: false, at: 0 }).emotion).toBeNull();
});

test.each(["hello again", "hi again", "hola otra vez", "hola de nuevo", "thanks again", "goodbye again", "adiós otra vez", "again", "otra vez", "no gracias", "no, gracias", "nada más, gracias", "nothing else, thank you", "nothing else thank you", "no thanks"])("hears nothing unpleasant in a greeting, thanks or goodbye: %s", (text) => {
  expect(reading(text).valence).toBeGreaterThanOrEqual(0);
});

test.each([["I'm annoyed", "I'm annoyed again"], ["estoy molesto", "estoy molesto otra vez"], ["it is a nightmare", "it is a nightmare again"]])("hears a repetition as strengthening what is unpleasant already: %s, %s", (once, again) => {
  expect(reading(again).valence).toBeLessThan(reading(once).valence);
});

test.each(["no paro de llorar", "no puedo parar de llorar", "no dejo de llorar", "no puedo dejar de llorar", "I can't stop crying", "I cannot stop crying", "can't help crying"])("hears no comfort in a crying that does not end: %s", (text) => {
  expect(reading(text)).toMatchObject({ emotion: "sad" });
  expect(reading(text).valence).toBeLessThan(-0.4);
});

test.each(["I'm not crying", "no estoy triste", "I was not sad"])("still hears a plain negation in: %s", (text) => {
  expect(reading(text).valence).toBeGreaterThan(-0.1);
});

test.each(["I've been waiting since yesterday", "been waiting 20 minutes", "llevo esperando desde ayer", "sigo esperando", "still waiting"])("takes a wait that is only told for a mild matter: %s", (text) => {
  const { valence, arousal } = reading(text);
  expect(valence).toBeGreaterThan(defaultSettings.distressValence);
  expect(valence).toBeLessThan(-0.28);
  expect(arousal).toBeLessThan(defaultSettings.distressArousal);
});

test.each(["I've been waiting for three days", "I have been waiting 5 days", "llevo tres días esperando", "llevo esperando dos semanas"])("takes a wait of days for more than a mild matter: %s", (text) => {
  expect(reading(text).valence).toBeLessThan(-0.5);
});

test.each([
  ["El pedido no llegó y estoy muy enfadada, me quedé en casa para nada", "angry"], ["Sigue sin venir la cesta; estoy furioso", "angry"], ["No vino nadie a traerlo y estoy bastante preocupado", "anxious"],
  ["They never brought the basket and I am so angry about it", "angry"], ["Nobody came with my order, I'm really worried", "anxious"],
])("believes whoever names their feeling: %s", (text, emotion) => {
  expect(reading(text).emotion).toBe(emotion);
});

test.each(["no estoy enfadado, solo quiero saber dónde está", "I'm not angry, I only want to know where it is"])("takes no denied feeling for theirs: %s", (text) => {
  expect(reading(text).emotion).not.toBe("angry");
});
