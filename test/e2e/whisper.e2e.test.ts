import { Redis } from "ioredis";
import jwt from "jsonwebtoken";
import { call, kindOf, newCustomer, signIn, type Agent, type Customer } from "../support/clients.ts";
import { eventually } from "../support/eventually.ts";
import { startTestRedis, type TestRedis } from "../support/redis.ts";
import { startServer, type TestServer } from "../support/server.ts";

const secret = "known-to-the-host-site-and-to-us-alone";
let redis: TestRedis;
let server: TestServer;
beforeAll(async () => {
  redis = await startTestRedis();
  server = await startServer({ REDIS_URL: redis.path, CUSTOMER_JWT_SECRET: secret });
});
afterAll(async () => {
  await server.remove();
  await redis.stop();
});

type Suggestions = { suggestions: { id: string; text: string; kind: string; because: string; slots: string[]; evidence: unknown }[] };

/** A customer of this name whom the agent has taken. */
async function taken(agent: Agent, name: string): Promise<Customer & { ticketId: string }> {
  const customer = await newCustomer(server.url, "es", jwt.sign({ sub: name }, secret, { expiresIn: 60 }));
  await customer.say("Estoy muy enfadada, mi pedido 1043 no llega. Quiero hablar con una persona");
  await customer.hears((activity) => kindOf(activity) === "handoff");
  await agent.post("/me/heartbeat");
  const { body } = await agent.get<{ tickets: { id: string; conversationId: string }[] }>("/tickets?status=waiting");
  const ticketId = body.tickets.find(({ conversationId }) => conversationId === customer.conversationId)?.id ?? "";
  expect((await agent.post(`/tickets/${ticketId}/accept`)).status).toBe(200);
  return { ...customer, ticketId };
}

const suggestionsFor = (agent: Agent, ticketId: string, holds: (found: Suggestions["suggestions"]) => boolean) =>
  eventually(() => agent.get<Suggestions>(`/tickets/${ticketId}/whisper?language=es`), ({ body }) => holds(body.suggestions));

/** All that Redis holds of what the whisper remembers, as text. */
async function remembered(): Promise<string> {
  const client = new Redis(redis.path);
  try {
    return JSON.stringify([await client.hgetall("relevo:{whisper}:replies"), await client.hgetall("relevo:{whisper}:uses"), await client.xrange("relevo:{whisper}:changed", "-", "+")]);
  } finally {
    client.disconnect();
  }
}

const wording = /incidencia con la furgoneta verde/;
const practised = (found: Suggestions["suggestions"]): boolean => found.some(({ kind, text }) => kind === "practice" && wording.test(text));

test("what colleagues wrote to two customers is offered for the third, masked, also after a restart, until the customers are erased", async () => {
  const agent = await signIn(server.url, "agent1@demo");
  for (const name of ["marta-olivas", "lucia-prado"]) {
    const customer = await taken(agent, name);
    await agent.post(`/tickets/${customer.ticketId}/messages`, { text: "Hola Marta, he abierto una incidencia con la furgoneta verde por el pedido 1043; mi teléfono es 612345678", clientId: `m-${name}` });
    await customer.say("Muchas gracias, qué amable, me quedo tranquila");
    await agent.post(`/tickets/${customer.ticketId}/close`, { disposition: "solved" });
  }
  const third = await taken(agent, "third");
  const { body: { suggestions } } = await suggestionsFor(agent, third.ticketId, practised);
  expect(suggestions.length).toBeLessThanOrEqual(3);
  const practice = suggestions.find(({ kind }) => kind === "practice");
  // The order is this customer's own; the phone is nobody's business but whose it is.
  expect(practice?.text).toMatch(/^Hola \[nombre\], he abierto una incidencia con la furgoneta verde por el pedido /);
  expect(practice?.text).not.toMatch(/Marta|612345678/);
  expect(practice?.slots).toContain("[teléfono]");
  expect(practice?.evidence).toBeNull();
  expect(practice?.because).toMatch(/2 clientes/);

  const kept = await remembered();
  expect(kept).toMatch(wording);
  expect(kept).not.toMatch(/Marta|612345678|1043|agent1|olivas/i);

  await server.stop();
  await server.restart();
  const again = await signIn(server.url, "agent1@demo");
  await suggestionsFor(again, third.ticketId, practised);

  const { body: { token } } = await call<{ token: string }>(`${server.url}/api/v1/login`, { method: "POST", body: { email: "supervisor@demo", password: "demo" } });
  for (const name of ["marta-olivas", "lucia-prado"]) {
    expect((await call(`${server.url}/api/v1/customers/${name}`, { method: "DELETE", headers: { authorization: `Bearer ${token}` } })).status).toBe(204);
  }
  expect(await remembered()).not.toMatch(wording);
  await suggestionsFor(again, third.ticketId, (found) => !practised(found));
});

test("no call of the API answers reactions, evidence or suggestions by agent", async () => {
  const { body } = await call<{ paths: Record<string, Record<string, { summary?: string; parameters?: { name: string }[] }>> }>(`${server.url}/api/v1/openapi.json`);
  const whisper = Object.entries(body.paths).filter(([path, calls]) => /whisper|reaction|suggestion|evidence/i.test(`${path} ${JSON.stringify(calls)}`));
  for (const [path, calls] of whisper) {
    expect(path).toMatch(/^\/(api\/v1\/)?(?:tickets\/|whisper\/uses$)|\/notes$/);
    for (const { parameters = [] } of Object.values(calls)) expect(parameters.map(({ name }) => name)).not.toEqual(expect.arrayContaining([expect.stringMatching(/agent/i)]));
  }
  expect(whisper.length).toBeGreaterThan(0);
});
