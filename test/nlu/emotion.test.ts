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
  ["THIS IS RIDICULOUS!!!", "angry"], ["you people are useless", "angry"], ["this is the third time I'm asking, I'm fed up", "angry"], ["what a joke of a company", "angry"],
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
