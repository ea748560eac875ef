import { kindOf, newCustomer, signIn, type Activity, type Agent, type Customer } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf } from "../support/waiting-customer.ts";

let server: TestServer;
let supervisor: Agent;
beforeAll(async () => {
  server = await startServer();
  supervisor = await signIn(server.url, "supervisor@demo");
});
afterAll(() => server.remove());

/** Says it, and answers what came back in that one turn. */
async function answersTo(customer: Customer, text: string): Promise<Activity[]> {
  const { watermark } = await customer.read();
  expect((await customer.say(text)).status).toBe(200);
  return (await customer.read(watermark)).activities.filter(({ from }) => from.role === "bot");
}

async function expectHandedOver(customer: Customer, answers: Activity[]): Promise<void> {
  expect(answers[0]).toMatchObject({ channelData: { relevo: { author: "system", kind: "handoff" } } });
  expect(await ticketOf(supervisor, customer.conversationId)).toMatchObject({ status: "waiting", reason: { rule: "asked-for-human" } });
}

const spanish = [
  "quiero hablar con una persona", "PONME CON ALGUIEN DE VERDAD", "kiero ablar con una prsona", "¿me puede atender un humano, por favor?", "agente",
  "necesito que me llame alguien de la tienda", "no quiero hablar con una máquina", "páseme con su encargado", "¿no hay nadie ahí que me atienda?", "esto no me sirve, quiero un asesor",
  "prefiero que me atienda una persona", "atención al cliente por favor", "I want to talk to a person",
  "¿puedo hablar con alguien?", "quiero que me atienda un operador", "necesito hablar con un ser humano", "con una persona, por favor", "me pasas con un compañero?", "humano ya", "quiero hablar con el responsable",
];
const english = [
  "I want to talk to a person", "GET ME A HUMAN NOW", "can i spaek to a reel persn", "could I talk with somebody from your team please?", "agent",
  "please have someone call me", "I don't want to talk to a robot", "put me through to your manager", "is there anyone there who can help me?", "this is not helping, I need a representative",
  "I'd rather deal with a human", "customer service please", "quiero hablar con una persona",
  "can I speak to someone?", "I need a real person", "transfer me to an agent", "a person, please", "is there a human I can chat with?", "human please", "I want to speak with a supervisor",
];

describe.each([["es", spanish], ["en", english]] as const)("asking for a person in a conversation in %s", (locale, texts) => {
  test.each(texts)("hands over in one turn: %s", async (text) => {
    const customer = await newCustomer(server.url, locale);
    await expectHandedOver(customer, await answersTo(customer, text));
  });
});

const inTheMiddle = [
  ["es", "¿Dónde está mi pedido 1043?", "mejor pásame con una persona"], ["es", "¿Dónde está mi pedido 1043?", "AGENTE!!"], ["es", "¿Dónde está mi pedido 1043?", "let me speak to a human"],
  ["en", "Where is my order 1043?", "no, just let me talk to someone"], ["en", "Where is my order 1043?", "HUMAN PLEASE"], ["en", "Where is my order 1043?", "pásame con alguien"],
] as const;

test.each(inTheMiddle)("hands over in the middle of a job as well: (%s) %s, then %s", async (locale, first, then) => {
  const customer = await newCustomer(server.url, locale);
  const [asked] = await answersTo(customer, first);
  expect(asked?.text).toMatch(/código postal|postcode/);
  await expectHandedOver(customer, await answersTo(customer, then));
});

test.each(["es", "en"])("the control hands over without a word, in %s", async (locale) => {
  const customer = await newCustomer(server.url, locale);
  const { watermark } = await customer.read();
  expect((await customer.control("ask-for-person")).status).toBe(200);
  await expectHandedOver(customer, (await customer.read(watermark)).activities);
});

test("a control nobody knows leaves no trace in the conversation", async () => {
  const customer = await newCustomer(server.url);
  const { watermark } = await customer.read();
  expect((await customer.control("dance")).status).toBe(200);
  expect((await customer.control("rate", { rating: 9 })).status).toBe(200);
  expect(await customer.read(watermark)).toEqual({ activities: [], watermark });
});

test.each([["es", /persona/], ["en", /person|someone/]] as const)("the notice is in the conversation's language, %s, and the place in line follows it", async (locale, words) => {
  const customer = await newCustomer(server.url, locale);
  const [notice] = await answersTo(customer, locale === "es" ? "quiero hablar con una persona" : "I want to talk to a person");
  expect(notice?.text).toMatch(words);
  const place = await customer.hears((activity) => kindOf(activity) === "queue");
  expect(place.channelData?.relevo?.place).toBeGreaterThan(0);
});

const others = [
  ["es", "ayer hablé con una persona y fue muy amable"], ["es", "no hace falta que me pase con nadie"], ["es", "¿cuántas personas comen con esta paella?"], ["es", "la persona que trajo el pedido fue encantadora"],
  ["es", "¿eres un robot?"], ["es", "necesito un agente de limpieza para el horno"], ["es", "¿Qué horario tienen?"],
  ["en", "I spoke to a person yesterday and she was kind"], ["en", "no need to pass me to anyone"], ["en", "how many people does this paella serve?"], ["en", "the person who delivered it was lovely"],
  ["en", "are you a robot?"], ["en", "I need a cleaning agent for the oven"], ["en", "What are your opening hours?"],
] as const;

test.each(others)("naming people is not asking for one: (%s) %s", async (locale, text) => {
  const customer = await newCustomer(server.url, locale);
  const answers = await answersTo(customer, text);
  expect(answers.map(kindOf)).not.toContain("handoff");
  expect(answers.length).toBeGreaterThan(0);
  expect(await ticketOf(supervisor, customer.conversationId)).toBeUndefined();
});
