import { lstatSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
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

const word = (sub: string): string => jwt.sign({ sub }, secret, { expiresIn: 60 });
const bearer = async (email: string): Promise<Record<string, string>> => {
  const { body } = await call<{ token: string }>(`${server.url}/api/v1/login`, { method: "POST", body: { email, password: "demo" } });
  return { authorization: `Bearer ${body.token}` };
};

/** A customer whom this agent has accepted, with the ticket. */
async function accepted(agent: Agent, signedIn: string): Promise<Customer & { ticketId: string }> {
  const customer = await newCustomer(server.url, "es", signedIn);
  await customer.say("Estoy muy enfadada, mi pedido 1043 no llega. Quiero hablar con una persona");
  await customer.hears((activity) => kindOf(activity) === "handoff");
  await agent.post("/me/heartbeat");
  const { body } = await agent.get<{ tickets: { id: string; conversationId: string }[] }>("/tickets?status=waiting");
  const ticketId = body.tickets.find(({ conversationId }) => conversationId === customer.conversationId)?.id ?? "";
  expect((await agent.post(`/tickets/${ticketId}/accept`)).status).toBe(200);
  return { ...customer, ticketId };
}

/** Everything Redis holds, keys and values, as text. */
async function wholeStore(): Promise<string> {
  const client = new Redis(redis.path);
  try {
    const keys = await client.keys("*");
    const dumps = await Promise.all(keys.map(async (key) => {
      switch (await client.type(key)) {
        case "string": return client.get(key);
        case "hash": return JSON.stringify(await client.hgetall(key));
        case "set": return (await client.smembers(key)).join();
        case "zset": return (await client.zrange(key, "0", "-1")).join();
        case "list": return (await client.lrange(key, 0, -1)).join();
        case "stream": return JSON.stringify(await client.xrange(key, "-", "+"));
        default: return "";
      }
    }));
    return [...keys, ...dumps].join("\n");
  } finally {
    client.disconnect();
  }
}

test("the whisper knows a customer from earlier conversations: how they ended, what colleagues noted and until when, and one piece of advice", async () => {
  const agent = await signIn(server.url, "agent1@demo");
  const first = await accepted(agent, word("carmen"));
  await agent.post(`/tickets/${first.ticketId}/notes`, { text: "Prefiere entregas por la tarde" });
  await agent.post(`/tickets/${first.ticketId}/messages`, { text: "Siento mucho el retraso; se debe a una avería de la furgoneta.", clientId: "m1" });
  await first.say("Ah, muchas gracias, qué amable, me quedo más tranquila");
  await agent.post(`/tickets/${first.ticketId}/close`, { disposition: "solved" });
  const second = await accepted(agent, word("carmen"));
  type Profile = { profile: { conversations: number; lastAt: string | null; notes: string[]; facts: string[]; advice: string } };
  const { body: { profile } } = await eventually(() => agent.get<Profile>(`/tickets/${second.ticketId}/whisper?language=es`), ({ body }) => body.profile.conversations === 2);
  expect(profile.notes.join()).toMatch(/Prefiere entregas por la tarde \(lo anotó .+ el \d{4}-\d\d-\d\d; vale hasta el \d{4}-\d\d-\d\d\)/);
  expect(profile.facts.join()).toMatch(/resuelto; terminó de mejor ánimo/);
  expect(profile.advice).toMatch(/deducido/);
});

test("everything held of a customer can be had, and erased without a trace but the line that says so", async () => {
  const agent = await signIn(server.url, "agent2@demo");
  const customer = await accepted(agent, word("customer-to-forget"));
  await customer.say("mi palabra secreta es berenjenaazul");
  await agent.post(`/tickets/${customer.ticketId}/messages`, { text: "Siento la espera, berenjenaazul", clientId: "m2" });
  const supervisor = await bearer("supervisor@demo");
  const exported = await eventually(
    () => call<{ conversations: { events: unknown[]; learnt: { text: string; author?: string }[] }[] }>(`${server.url}/api/v1/customers/customer-to-forget/export`, { headers: supervisor }),
    ({ body }) => JSON.stringify(body).includes("berenjenaazul") && body.conversations.some(({ learnt }) => learnt.length > 0));
  expect(exported.status).toBe(200);
  const [learnt] = exported.body.conversations.flatMap((one) => one.learnt);
  expect(learnt?.author).toBeUndefined();
  expect(JSON.stringify(exported.body)).not.toContain("carmen");
  expect(await wholeStore()).toContain("berenjenaazul");

  expect((await call(`${server.url}/api/v1/customers/customer-to-forget`, { method: "DELETE", headers: await bearer("agent1@demo") })).status).toBe(403);
  for (let again = 0; again < 2; again += 1) expect((await call(`${server.url}/api/v1/customers/customer-to-forget`, { method: "DELETE", headers: supervisor })).status).toBe(204);
  const left = await wholeStore();
  expect(left).not.toContain("berenjenaazul");
  expect(left).not.toContain("customer-to-forget");
  // Gone from the disk as well, once Redis has written its file anew.
  // Redis renames and removes files meanwhile: one that has just gone holds nothing.
  const textOf = (file: string): string => {
    try {
      return lstatSync(file).isFile() ? readFileSync(file, "latin1") : "";
    } catch {
      return "";
    }
  };
  const onDisk = (): string => readdirSync(dirname(redis.path), { recursive: true, encoding: "utf8" }).map((name) => textOf(join(dirname(redis.path), name))).join();
  await eventually(() => Promise.resolve(onDisk()), (text) => !text.includes("berenjenaazul"));
  const { body: none } = await call<{ conversations: unknown[] }>(`${server.url}/api/v1/customers/customer-to-forget/export`, { headers: supervisor });
  expect(none.conversations).toEqual([]);

  // The open chat has ended: nobody can write in it any more, and no desk lists it.
  expect((await customer.say("¿hola?")).status).not.toBe(200);
  expect((await agent.post(`/tickets/${customer.ticketId}/messages`, { text: "hola", clientId: "m3" })).status).toBe(404);
  const { body: tickets } = await agent.get("/tickets");
  expect(JSON.stringify(tickets)).not.toContain(customer.ticketId);

  const { body: audit } = await call<{ entries: { who: string; what: string; why: string; before: unknown }[] }>(`${server.url}/api/v1/audit`, { headers: supervisor });
  expect(audit.entries.filter(({ what }) => what === "customer.erased")).toEqual([expect.objectContaining({ before: { conversations: 1 }, why: "the customer asked for it" })]);
  expect(JSON.stringify(audit)).not.toContain("customer-to-forget");
});
