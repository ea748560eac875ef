import { Redis } from "ioredis";
import { createRedisLog } from "../../src/adapters/redis/redis-log.ts";
import type { Event } from "../../src/core/events.ts";
import { kindOf, newCustomer, signIn, type Agent, type Ticket } from "../support/clients.ts";
import { eventually } from "../support/eventually.ts";
import { startTestRedis, type TestRedis } from "../support/redis.ts";
import { startServer, type TestServer } from "../support/server.ts";

/** As many as the line is built for. */
const waiting = 10_000;
/** Appends that travel to Redis together. */
const together = 200;

let redis: TestRedis;
let server: TestServer;
let supervisor: Agent;
beforeAll(async () => {
  redis = await startTestRedis();
  const connection = new Redis(redis.path, { enableAutoPipelining: true });
  const log = createRedisLog(connection);
  const begun = Date.now() - 5 * 3_600_000;
  for (let from = 0; from < waiting; from += together) {
    await Promise.all(Array.from({ length: together }, (_, offset) => {
      const index = from + offset;
      const events: Event[] = [
        { type: "ConversationStarted", channel: "test", customer: { id: `dl_${index}`, name: null, signedIn: false }, language: "es", reference: null },
        { type: "TicketOpened", ticketId: `t${index}`, turnId: "turn", reason: { rule: "asked-for-human" }, line: { language: "es", agentSkill: "general" }, boostMinutes: 0, safety: false, queuedAt: begun + index * 1_000 },
        { type: "PlaceTold", ticketId: `t${index}`, place: index + 1, waitMinutes: null },
      ];
      return log.append(`long${index}`, events, 0, begun + index * 1_000, { "open-ticket": true });
    }));
  }
  connection.disconnect();
  server = await startServer({ REDIS_URL: redis.path, QUEUE_UPDATE_SECONDS: "3600" });
  supervisor = await signIn(server.url, "supervisor@demo");
}, 180_000);
afterAll(async () => {
  await server.remove();
  await redis.stop();
});

test("after a restart ten thousand stand in line again, each at its place, and the list comes in pages that together are the line", async () => {
  const seen: Ticket[] = [];
  for (let cursor: string | null = "0"; cursor !== null; ) {
    const page: { tickets: Ticket[]; next: string | null } = (await supervisor.get<{ tickets: Ticket[]; next: string | null }>(`/tickets?status=waiting&limit=200&cursor=${cursor}`)).body;
    expect(page.tickets.length).toBeLessThanOrEqual(200);
    seen.push(...page.tickets);
    cursor = page.next;
  }
  expect(seen.map(({ id }) => id)).toEqual(Array.from({ length: waiting }, (_, index) => `t${index}`));
  expect(seen.map(({ place }) => place)).toEqual(Array.from({ length: waiting }, (_, index) => index + 1));
});

test("who joins them is the last, the first is taken first, and everybody moves up by one", async () => {
  const customer = await newCustomer(server.url);
  await customer.say("quiero hablar con una persona");
  expect((await customer.hears((activity) => kindOf(activity) === "queue")).channelData?.relevo?.place).toBe(waiting + 1);
  const agent = await signIn(server.url);
  expect((await agent.post<{ ticket: Ticket }>("/tickets/next")).body.ticket).toMatchObject({ id: "t0" });
  const first = await eventually(async () => (await supervisor.get<{ tickets: Ticket[] }>("/tickets?status=waiting&limit=1")).body.tickets[0], (row) => row?.id === "t1");
  expect(first?.place).toBe(1);
});
