import { createBullLine, type RunningLine } from "../../../src/adapters/bullmq/bull-line.ts";
import { connectBlocking, connectFast } from "../../../src/adapters/redis/connect.ts";
import { lineName, type Line, type Ticket } from "../../../src/core/ticket.ts";
import { Worker } from "bullmq";
import { eventually } from "../../support/eventually.ts";
import { aTicket, noon } from "../../support/given.ts";
import { startTestRedis, type TestRedis } from "../../support/redis.ts";

let redis: TestRedis;
let connections: ReturnType<typeof connectFast>[];
let line: RunningLine;
beforeAll(async () => {
  redis = await startTestRedis();
  connections = [connectFast({ path: redis.path }), connectBlocking({ path: redis.path })];
  await Promise.all(connections.map((connection) => connection.ping().catch(() => new Promise((resolve) => connection.once("ready", resolve)))));
  const [connection, blocking] = connections as [ReturnType<typeof connectFast>, ReturnType<typeof connectFast>];
  line = createBullLine({ connection, blocking });
});
afterAll(async () => {
  await line.stop();
  for (const connection of connections) connection.disconnect();
  await redis.stop();
});
beforeEach(async () => void (await connections[0]?.flushall()));

const general: Line = { language: "es", agentSkill: "general" };
const care: Line = { language: "es", agentSkill: "care" };
const minute = 60_000;
const ticket = (name: string, rest: Partial<Ticket> = {}): Ticket => aTicket({ ticketId: name, line: general, ...rest });
const join = async (...tickets: Ticket[]): Promise<void> => {
  for (const one of tickets) await line.join(`c-${one.ticketId}`, one);
};
const taken = async (lines: Line[] = [general]): Promise<string[]> => {
  const names: string[] = [];
  for (let job = await line.takeFirst(lines); job; job = await line.takeFirst(lines)) names.push(job.ticketId);
  return names;
};

test("tickets come out by the moment of queueing, to the millisecond, however they were put in", async () => {
  await join(ticket("third", { queuedAt: noon + 3 }), ticket("first", { queuedAt: noon + 1 }), ticket("fourth", { queuedAt: noon + minute }), ticket("second", { queuedAt: noon + 2 }));
  expect(await taken()).toEqual(["first", "second", "third", "fourth"]);
});

test("a ticket that left and is back stands exactly where it stood", async () => {
  const tickets = ["a", "b", "c"].map((name, index) => ticket(name, { queuedAt: noon + index }));
  const [, middle] = tickets as [Ticket, Ticket, Ticket];
  await join(...tickets);
  await line.leave(middle);
  expect(await line.place(middle)).toBeNull();
  await join({ ...middle, n: 2 });
  expect(await Promise.all(tickets.map((one) => line.place(one.ticketId === "b" ? { ...one, n: 2 } : one)))).toEqual([1, 2, 3]);
});

test("joining twice is joining once", async () => {
  await join(ticket("a"), ticket("b", { queuedAt: noon + 1 }), ticket("a"));
  expect(await taken()).toEqual(["a", "b"]);
});

test("safety comes first whatever its line; otherwise the longest wait over all the lines", async () => {
  await join(ticket("old"), ticket("new", { queuedAt: noon + 3 * minute }), ticket("other", { line: care, queuedAt: noon + minute }), ticket("danger", { line: care, queuedAt: noon + 9 * minute, safety: true }));
  expect(await taken([general, care])).toEqual(["danger", "old", "other", "new"]);
});

test("the first tickets can be looked at without taking them", async () => {
  await join(ticket("a"), ticket("b", { queuedAt: noon + 1 }), ticket("c", { queuedAt: noon + 2 }));
  expect((await line.firsts(general, 2)).map(({ ticketId }) => ticketId)).toEqual(["a", "b"]);
  expect(await line.place(ticket("a"))).toBe(1);
});

test("a job whose process died between taking and accepting is put back by joining again", async () => {
  await join(ticket("a"), ticket("b", { queuedAt: noon + 1 }));
  const [connection] = connections;
  const dying = new Worker(lineName(general), null, { connection: connection ?? {}, prefix: "{relevo-line}", autorun: false, lockDuration: 200 });
  expect((await dying.getNextJob("dead", { block: false }))?.data).toMatchObject({ ticketId: "a" });
  await dying.close(true);
  await eventually(async () => {
    await join(ticket("a"));
    return line.place(ticket("a"));
  }, (place) => place === 1);
  expect(await taken()).toEqual(["a", "b"]);
});

test("the last fifty waits of a line are kept, newest last", async () => {
  for (let index = 0; index < 60; index += 1) await line.noteWait(general, index);
  expect(await line.waits(general)).toEqual(Array.from({ length: 50 }, (_, index) => index + 10));
  expect(await line.waits(care)).toEqual([]);
});
