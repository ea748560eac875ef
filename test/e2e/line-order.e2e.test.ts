import { newCustomer, signIn, type Agent, type Customer, type Ticket } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf } from "../support/waiting-customer.ts";

type Row = Ticket & { rank: number; queuedAt: string };

let server: TestServer;
let supervisor: Agent;
beforeAll(async () => {
  server = await startServer();
  supervisor = await signIn(server.url, "supervisor@demo");
});
afterAll(() => server.remove());

const waiting = async (): Promise<Row[]> => (await supervisor.get<{ tickets: Row[] }>("/tickets?status=waiting&limit=200")).body.tickets;
const rage = "¡¡ESTO ES UNA VERGÜENZA, ESTOY FURIOSO, NO HAY DERECHO!!";

test("twenty of mixed urgency stand by time queued minus their boost; who worsens moves up by it and keeps the time of queueing; the others keep their order", async () => {
  const customers: Customer[] = [];
  for (let index = 0; index < 20; index += 1) {
    const customer = await newCustomer(server.url);
    if (index % 6 === 3) await customer.say(rage);
    await customer.say(index % 6 === 5 ? "me han robado la tarjeta y hay un cargo que no reconozco" : "quiero hablar con una persona");
    customers.push(customer);
  }
  const before = await waiting();
  expect(before).toHaveLength(20);
  expect(before.map(({ rank }) => rank)).toEqual(before.map(({ rank }) => rank).sort((a, b) => a - b));
  const safety = before.filter(({ reason }) => reason.rule === "safety");
  expect(safety.length).toBeGreaterThan(0);
  expect(before.slice(0, safety.length)).toEqual(safety);
  // Within one line the place is the same order, counted by Redis.
  for (const line of new Set(before.map(({ agentSkill }) => agentSkill))) {
    const mine = before.filter(({ agentSkill }) => agentSkill === line);
    expect(mine.map(({ place }) => place)).toEqual(mine.map((_, index) => index + 1));
  }

  const last = before.findLast(({ agentSkill }) => agentSkill === "general");
  const worse = customers.find(({ conversationId }) => conversationId === last?.conversationId);
  for (let times = 0; times < 3; times += 1) await worse?.say(rage);
  const after = await waiting();
  const moved = after.find(({ id }) => id === last?.id);
  expect(moved?.queuedAt).toBe(last?.queuedAt);
  expect((last?.rank ?? 0) - (moved?.rank ?? 0)).toBeGreaterThanOrEqual(60_000);
  expect(moved?.place).toBeLessThan(last?.place ?? 0);
  const others = (rows: Row[]): string[] => rows.filter(({ id }) => id !== last?.id).map(({ id }) => id);
  expect(others(after)).toEqual(others(before));
}, 120_000);

test("a customer who leaves is gone from the line, and finds the place kept when back soon", async () => {
  const first = await newCustomer(server.url, "en");
  await first.say("I want to talk to a person");
  const second = await newCustomer(server.url, "en");
  await second.say("I want to talk to a person");
  const before = await ticketOf(supervisor, first.conversationId);
  await first.control("back-to-assistant");
  expect(await ticketOf(supervisor, first.conversationId)).toBeUndefined();
  expect((await ticketOf(supervisor, second.conversationId))?.place).toBe(before?.place);
  await first.say("I want to talk to a person");
  const [back, other] = await Promise.all([ticketOf(supervisor, first.conversationId), ticketOf(supervisor, second.conversationId)]);
  expect(back?.id).not.toBe(before?.id);
  expect(back?.place).toBe(before?.place);
  expect(other?.place).toBe((before?.place ?? 0) + 1);
});

test("a ticket taken from the middle of the line leaves the others in their order", async () => {
  const before = (await waiting()).filter(({ agentSkill }) => agentSkill === "general");
  const middle = before[Math.floor(before.length / 2)];
  const agent = await signIn(server.url, "agent1@demo");
  expect((await agent.post(`/tickets/${middle?.id}/accept`)).status).toBe(200);
  const after = (await waiting()).filter(({ agentSkill }) => agentSkill === "general");
  expect(after.map(({ id }) => id)).toEqual(before.filter(({ id }) => id !== middle?.id).map(({ id }) => id));
});
