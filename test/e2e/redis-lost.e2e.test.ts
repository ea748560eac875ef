import { call, kindOf, newCustomer, signIn, type Agent, type Customer } from "../support/clients.ts";
import { eventually } from "../support/eventually.ts";
import { startTestRedis, type TestRedis } from "../support/redis.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf, waitingCustomer } from "../support/waiting-customer.ts";

let redis: TestRedis;
let server: TestServer;
beforeAll(async () => {
  redis = await startTestRedis();
  server = await startServer({ REDIS_URL: redis.path, HEARTBEAT_SECONDS: "1", PRESENCE_EXPIRY_SECONDS: "4", QUEUE_UPDATE_SECONDS: "1", RECONCILE_SECONDS: "1" });
});
afterAll(async () => {
  await server.remove();
  await redis.stop();
});

const ready = (status: number): Promise<unknown> => eventually(() => call(`${server.url}/readyz`), (answer) => answer.status === status);
/** Redis answers again and the desk is signed in. */
const back = async (email: string): Promise<Agent> => {
  await ready(200);
  return signIn(server.url, email);
};

test("Redis killed while customers write: each turn is answered with 200 or an honest 503, nothing acknowledged is missing, and a resend is taken once", async () => {
  const customers = await Promise.all(Array.from({ length: 12 }, () => newCustomer(server.url)));
  const acknowledged = new Map<Customer, string[]>(customers.map((customer) => [customer, []]));
  const odd: number[] = [];
  let killed = false;
  const writing = customers.map(async (customer, index) => {
    for (let n = 0; n < 40; n += 1) {
      const { status, headers } = await customer.say(`línea ${n}`, `${index}-${n}`);
      if (status === 200) acknowledged.get(customer)?.push(`línea ${n}`);
      else if (status !== 503 || headers.get("retry-after") === null) odd.push(status);
      if (killed && status === 503) return;
    }
  });
  await eventually(() => Promise.resolve([...acknowledged.values()].flat().length), (count) => count > 60);
  await redis.kill();
  killed = true;
  await Promise.all(writing);
  expect(odd).toEqual([]);
  expect((await call(`${server.url}/livez`)).status).toBe(200);
  await redis.restart();
  await ready(200);
  for (const [customer, texts] of acknowledged) {
    const said = async (): Promise<(string | undefined)[]> => (await customer.read()).activities.filter(({ from }) => from.role === "user").map(({ text }) => text);
    expect(await said()).toEqual(expect.arrayContaining(texts));
    const last = texts.at(-1) ?? "";
    await customer.say(last, `${customers.indexOf(customer)}-${last.split(" ")[1]}`);
    expect((await said()).filter((text) => text === last)).toHaveLength(last ? 1 : 0);
    await customer.control("end"); // out of the line, where so many lines without a meaning have led
  }
});

test("who waited and who was with a person when Redis died stand where they stood when it is back, and the timers go on", async () => {
  const agent = await back("agent1@demo");
  const mine = await waitingCustomer(server.url, agent);
  await agent.post(`/tickets/${mine.ticket.id}/accept`);
  await agent.post(`/tickets/${mine.ticket.id}/messages`, { text: "Hola", clientId: "m1" });
  const waiting = await waitingCustomer(server.url, agent);
  await waiting.customer.hears((activity) => kindOf(activity) === "queue");
  await redis.kill();
  await ready(503);
  await redis.restart();
  const supervisor = await back("supervisor@demo");
  expect(await ticketOf(supervisor, waiting.customer.conversationId)).toMatchObject({ id: waiting.ticket.id, status: "waiting" });
  // The desk never comes back: its silence is still noticed, by a timer that was there before.
  const returned = await eventually(() => ticketOf(supervisor, mine.customer.conversationId), (seen) => seen?.status === "waiting" && seen.place === 1);
  expect(returned).toMatchObject({ id: mine.ticket.id, agentId: null });
  await waiting.customer.hears((activity) => kindOf(activity) === "queue" && activity.channelData?.relevo?.place === 2);
});

test("with Redis stopped but not dead readiness says so, claims and turns fail instead of hanging, and all goes on by itself when it does", async () => {
  const agent = await back("agent2@demo");
  const { customer, ticket } = await waitingCustomer(server.url, agent);
  redis.pause();
  const [claim, turn] = await Promise.all([agent.post(`/tickets/${ticket.id}/accept`), customer.say("¿siguen ahí?", "again")]);
  expect([claim.status, turn.status]).toEqual([503, 503]);
  await ready(503);
  redis.resume();
  await ready(200);
  expect((await customer.say("¿siguen ahí?", "again")).status).toBe(200);
  const again = await signIn(server.url, "agent2@demo");
  expect((await again.post(`/tickets/${ticket.id}/accept`)).status).toBe(200);
  expect((await customer.read()).activities.filter(({ text }) => text === "¿siguen ahí?")).toHaveLength(1);
});
