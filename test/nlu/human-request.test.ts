import { createReader } from "./reader.ts";

let read: Awaited<ReturnType<typeof createReader>>;
beforeAll(async () => {
  read = await createReader();
});

const asking = [
  "quiero hablar con una persona", "Hablar con una persona", "quiero ablar con alguien", "ponme con un humano", "agente", "operador", "pásame con una persona",
  "atención humana", "necesito un asesor", "un humano por favor", "¿me puede comunicar con un representante?", "me gustaría que me atendiera una persona de verdad",
  "no quiero hablar con un robot", "no quiero hablar con una máquina, quiero una persona", "comuníqueme con un ejecutivo por favor", "páseme con su supervisor", "quiero hablar con el encargado",
  "que me llame alguien", "quiero que me llamen por teléfono, que me llame una persona", "¿hay alguien ahí?", "¿hay algún humano?", "prefiero hablar con alguien", "persona real", "pasame con un ajente",
  "contactar con atención al cliente", "servicio al cliente por favor", "¿por qué no puedo hablar con una persona?", "necesito que alguien me ayude", "ya está bien, quiero hablar con el responsable",
  "eres inútil, pásame con alguien", "mi pedido no llega y quiero hablar con un agente", "ayer hablé con una agente y no me lo arregló. Quiero hablar con otra persona", "derívame a un humano", "transfiéreme con un agente", "hablar con persona", "quiero un operador ya", "quiero atención humana", "me atiende una persona?", "podría atenderme alguien", "prefiero una persona", "déjame hablar con un ser humano",
  "representative", "agent", "human", "speak to a human", "can i speak to someone real", "Talk to a person", "i want to talk to a real person please", "let me talk to someone", "put me through to an agent", "get me a human",
  "connect me with a representative", "I need to speak with an advisor", "I'd like to talk to your manager", "is there a human I can talk to", "can i speek to somone", "live agent please", "operator!!", "I don't want to talk to a bot", "stop the bot, give me a person", "customer service please",
  "transfer me to customer support", "is anybody there?", "could somebody call me", "I would rather speak to a person", "i wanna talk to a humna", "need a human now", "why can't I talk to a person?", "I want a human not a robot", "please have someone call me", "connect me to a live person", "are there any humans available", "you're useless, get me your supervisor", "can a person help me", "how do I reach a human",
];

const inOtherWords = [
  "mi pedido no llega y quiero hablar con una persona", "no funciona quiero hablar con alguien", "no me sirves pásame con otro", "¿con quién puedo hablar?", "quiero que me atiendan por teléfono", "¿tienen un número de teléfono para llamar?", "hay alguna forma de hablar con ustedes", "humanooo", "quiero gente de verdad", "me comunicas con soporte?",
  "this doesn't work and I want to speak to someone", "it's not arriving, get me a person", "who can I talk to?", "do you have a phone number I can call?", "someone please help me", "pass me to a colleague", "speak with customer care", "human being please", "rep pls", "anyone real here?",
  "¿no hay nadie ahí que me atienda?", "¿no hay nadie?", "isn't there anyone who can help me?", "is nobody there?",
];

const notAsking = [
  "ayer hablé con una agente y me lo arregló, gracias", "no quiero hablar con nadie", "la persona que entregó el pedido fue amable", "hablé con alguien de la tienda el lunes", "la persona que me atendió ayer fue muy amable", "una persona mayor va a recibir el pedido",
  "el repartidor es una persona encantadora", "¿cuántas personas comen con esta paella?", "es para dos personas", "no hace falta que me pases con nadie", "no hace falta que me llame nadie", "ya me atendió un agente, gracias", "el agente me dijo que llegaría hoy",
  "no quiero hablar con una persona, solo dime dónde está", "necesito un agente de limpieza para el horno", "quiero cambiar los datos personales", "¿puedo pagar con tarjeta?", "alguien ha abierto mi paquete", "necesito que alguien reciba el pedido", "la atención fue buena", "¿eres un robot?", "pásame la factura por favor", "ponme dos kilos de tomates", "me llamo Ana Humana", "el servicio de entrega no funciona", "llamé ayer y nadie contestó", "no hay nadie en casa por la mañana", "no hay nadie para recogerlo",
  "I spoke to a person yesterday", "I spoke to an agent yesterday and she fixed it, thanks", "the person who delivered it was kind", "I don't want to talk to anyone", "no need to speak to a person", "I don't need a human", "are you a robot?", "how many people does this paella serve", "it is for two people", "someone opened my parcel", "the agent told me it would arrive today", "can someone else receive my order?", "my delivery person was rude",
  "can I talk about my order", "quiero un regalo para alguien", "quiero regalar algo a una persona especial", "someone else will be at home", "my operator sent me a text", "I want to contact you about my order", "do you have personal shoppers", "I need a steak for dinner", "your customer service was great", "I need a cleaning agent for the oven", "can you call the order back", "the manager was very nice to me", "where is my order", "I talked with a representative last week and got a refund", "please pass the peak hours", "I want to change my personal data", "a person left it at the neighbour's",
];

/** By what a person does for me, by what a person is made of, by the verb of handing over alone. */
const byDeed = [
  "dile a una persona que venga", "que venga una persona", "dígale a alguien que me llame", "prefiero que me lo resuelva una persona", "quiero que lo vea una persona", "que me lo explique alguien", "prefiero que lo mire un humano",
  "alguien de carne y hueso", "quiero alguien de carne y hueso", "I want flesh and blood", "someone of flesh and blood", "llámame", "llámenme", "llámeme por favor", "call me", "please call me back", "ring me please", "llámame al 612 345 678", "call me on +34612345678", "connect me please", "would it be possible for a human to look at this",
  "please transfer me", "transfer me", "transfiéreme", "transfiérame por favor", "pásame ya con quien sea", "escalate this", "please escalate", "escálalo", "I'd like this escalated", "escalate my case",
  "could I have a word with one of your staff", "can I have a word with someone", "I'd like a word with the manager", "I need to see one of your people", "one of your staff please",
  "are you human? I want one", "¿eres humano? quiero uno", "¿eres una persona? Prefiero una", "are you a bot? I need a person", "tell someone to call me", "let a person deal with this", "I'd rather a person handled it",
];

const notByDeed = [
  "¿hay que hablar con alguien para devolver?", "¿es necesario llamar a alguien para cancelar?", "do I have to talk to someone to return it?", "do I need to speak to a person to cancel?",
  "quiero comprar una muñeca humana", "quiero una crema de placenta humana", "I want a human hair wig", "no need for a human, just tell me the hours", "no need for a person", "without a human please", "I'm not a robot lol", "no soy un robot", "I am not a bot", "yo no soy una máquina",
  "llámame Ana", "llámenme mañana", "call me tomorrow", "me llamo Ana", "call me Ana", "transfer me the money", "transfiéreme el dinero", "my bank transfer failed", "are you human?", "¿eres humano?", "¿eres una persona?",
  "dile al repartidor que venga mañana", "que venga el pedido mañana", "prefiero que venga el viernes", "no me llames", "don't call me", "no me transfieras", "don't escalate this", "no quiero uno", "I want one", "quiero uno", "carne y huesos para caldo", "I want a steak with blood",
];

test.each(byDeed)("hands over when a person is asked for by what they do or are: %s", (text) => {
  expect(read(text).wantsHuman).toBe(true);
});

test.each(notByDeed)("stays when a question, a name or a thing only sounds like a person asked for: %s", (text) => {
  expect(read(text).wantsHuman).toBe(false);
});

test.each([...asking, ...inOtherWords])("hands over when the customer writes: %s", (text) => {
  expect(read(text).wantsHuman).toBe(true);
});

test.each(asking.slice(0, 12))("hands over whatever the conversation's language has been: %s", (text) => {
  expect(read(text, "en").wantsHuman).toBe(true);
});

test.each(notAsking)("stays when no person is asked for: %s", (text) => {
  expect(read(text).wantsHuman).toBe(false);
  expect(read(text).intents.map(({ intent }) => intent)).not.toContain("talk-to-person");
});

test("puts the person first among the intents when one is asked for", () => {
  expect(read("quiero hablar con una persona sobre mi factura")).toMatchObject({ intentSure: true, intents: [{ intent: "talk-to-person" }, expect.anything(), expect.anything()] });
});

test.each(["representitive", "representitive please", "represenative", "hooman", "hooman pls", "operater", "un ajente", "supervisro", "representane"])("hands over when a line is nothing but a person, misspelt: %s", (text) => {
  expect(read(text).wantsHuman).toBe(true);
});

test.each([
  "¿puede recogerlo otra persona?", "¿puede recibirlo otra persona?", "¿puede recoger el pedido otra persona?", "¿lo puede firmar alguien?", "can it be collected by someone else?", "can it be picked up by another person?",
  "my agent number is 4432", "agent number 12", "el número de agente es 4432", "el código de mi asesor es 77", "the agent name was Laura",
])("stays when somebody else receives, or an agent's number is told: %s", (text) => {
  expect(read(text).wantsHuman).toBe(false);
});

test.each([
  "¿eres una persona?", "eres humano", "¿eres un robot?", "¿eres un bot o una persona?", "hola, ¿eres una persona real?", "¿estoy hablando con una máquina?", "¿hablo con una persona o con un robot?", "¿es usted una persona de verdad?", "¿sos un bot?", "¿quién eres?", "¿con quién hablo?",
  "are you human?", "are you a bot?", "are you a real person?", "Am I talking to a machine?", "am I chatting with a real human", "are u a robot", "hi, are you a person or a bot?", "is this a bot?", "what are you?", "who am I talking to?",
])("hears the question what the assistant is, and hands nobody over for it: %s", (text) => {
  expect(read(text)).toMatchObject({ wantsHuman: false, intentSure: true, intents: [{ intent: "about-assistant" }] });
});

test.each(["are you open on Sunday?", "eres muy amable", "¿es esto un error?", "is this the right order?", "are you a bot? where is my order 2051", "¿eres humano? quiero uno", "who are you delivering with"])("hears no such question in: %s", (text) => {
  expect(read(text).intents[0]?.intent).not.toBe("about-assistant");
});

test.each(["a person? no thanks, you did great", "¿un agente? no hace falta", "prefiero hablar contigo que esperar a un agente", "I prefer you to a human"])("stays when a person is turned down for the assistant: %s", (text) => {
  expect(read(text).wantsHuman).toBe(false);
});

test.each(["Yesterday I spoke to an agent and nothing happened. Put me through again", "Hablé con un agente el lunes y no me llamó; que me llame hoy mismo", "nadie me escribió. quiero hablar con Marta"])("hands over for a request that follows what was: %s", (text) => {
  expect(read(text).wantsHuman).toBe(true);
});

test.each([["I need an agent please, my card was charged twice for it", "refund"], ["Necesito un agente, me han cobrado dos veces", "refund"]])("hears what a request is about: %s", (text, topic) => {
  expect(read(text).intents.map(({ intent }) => intent).slice(0, 2)).toEqual(["talk-to-person", topic]);
});

test.each(["couldn't be happier!", "never been happier with a shop", "está de puta madre el jamón", "your cheese is to die for"])("reads praise in strong or negated words as pleasant: %s", (text) => {
  expect(read(text).emotion?.valence).toBeGreaterThan(0.2);
});
