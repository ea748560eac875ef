import { createReader } from "./reader.ts";

let read: Awaited<ReturnType<typeof createReader>>;
beforeAll(async () => {
  read = await createReader();
});

test.each(["donde esta mi pedido", "hola", "llego roto", "quiero hablar con alguien", "q pasa con mi compra", "gracias", "la leche estaba caducada", "no me funciona el pago", "cancelo mi pedido", "tengo un ticket de compra", "¿lleva gluten?"])("reads Spanish: %s", (text) => {
  expect(read(text)).toMatchObject({ language: "es", foreign: false });
});

test.each(["where is my order", "hello", "it arrived broken", "i want to talk to someone", "wheres my stuff", "thanks", "the milk was expired", "payment not working", "oh wonderful, another day wasted", "no problem", "smashed eggs"])("reads English: %s", (text) => {
  expect(read(text)).toMatchObject({ language: "en", foreign: false });
});

test.each(["ok", "no", "1043", "46001", "👍", "Juan García", "sí", "vale", "ana@correo.es"])("keeps the language so far for a line that says little: %s", (text) => {
  expect(read(text, "en").language).toBe("en");
});

test.each(["ok", "no", "1043", "46001", "👍", "John Smith", "yes"])("keeps Spanish for: %s", (text) => {
  expect(read(text, "es").language).toBe("es");
});

test("follows a customer who changes language", () => {
  expect(read("sorry, could you answer in English?", "es").language).toBe("en");
  expect(read("perdón, ¿podemos hablar en español?", "en").language).toBe("es");
});

test.each([
  "je voudrais savoir où est ma commande", "bonjour, je n'ai pas reçu mon colis", "wo ist meine Bestellung, ich warte noch", "Guten Tag, ich habe eine Frage", "onde está a minha encomenda, ainda não chegou", "não recebi o meu pedido, você pode me ajudar?", "dove è il mio ordine? non è ancora arrivato", "vorrei sapere quando arriva il mio pacco", "on és la meva comanda? encara no ha arribat", "где мой заказ", "我的订单在哪里", "waar is mijn bestelling, ik heb nog niets",
])("sees that this is neither Spanish nor English: %s", (text) => {
  expect(read(text, "es").foreign).toBe(true);
});

test.each([
  "mi pedido no ha llegado", "Quiero una tarta Sachertorte", "croissants y baguettes por favor", "el vino es un Côtes du Rhône", "soy João, ¿dónde está mi pedido?", "no", "si", "la entrega", "me llamo François Müller", "ok merci", "pizza margherita", "se me olvido la contraseña", "do you have bratwurst?", "I am from Köln and my order is late", "I want to buy a croissant", "ola", "holaaa", "asdfgh",
])("does not take this for a foreign language: %s", (text) => {
  expect(read(text).foreign).toBe(false);
});
