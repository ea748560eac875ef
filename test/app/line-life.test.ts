import { minute, startDeskWorld, type DeskWorld } from "../support/desk-world.ts";
import { noon } from "../support/given.ts";
import type { OpeningHours } from "../../src/core/opening-hours.ts";

const a = { id: "a", name: "A" };
const b = { id: "b", name: "B" };
const asks = "quiero hablar con una persona";

const atDesk = ({ desk }: DeskWorld, ...ids: string[]): void => ids.forEach((id) => void [desk.presence.set(id, "available"), desk.open.add(id)]);
const accept = async (world: DeskWorld, conversationId: string, agent = a) => world.work.accept(conversationId, (await world.ticket(conversationId))?.ticketId ?? "", agent);
const close = async (world: DeskWorld, conversationId: string, agent = a) => world.work.close(conversationId, (await world.ticket(conversationId))?.ticketId ?? "", agent, "solved");

describe("a person who takes a chat and says nothing", () => {
  test("is nudged, then loses it to the line ahead of its place; the customer is told once, and the agent counts as away", async () => {
    const world = await startDeskWorld();
    atDesk(world, "a");
    await world.customer("c1", asks);
    await accept(world, "c1");
    await world.customer("c2", asks);
    await world.pass(minute - 1);
    expect(world.private).toEqual([]);
    await world.pass(1);
    expect(world.private[0]).toMatchObject({ kind: "nudge", agentId: "a", conversationId: "c1", returnsAt: noon + 3 * minute });
    await world.pass(2 * minute);
    expect(world.private.filter(({ kind }) => kind === "nudge")).toHaveLength(1);
    expect(await world.ticket("c1")).toMatchObject({ status: "waiting", ahead: true, agent: null, passedBy: ["a"] });
    expect(await world.place("c1")).toBe(1);
    expect((await world.told("c1")).filter((key) => key === "requeued.no-first-reply")).toHaveLength(1);
    expect(world.desk.presence.get("a")).toBe("away");
  });

  test("keeps it by a first word, or by being seen writing one", async () => {
    const world = await startDeskWorld();
    atDesk(world, "a");
    for (const id of ["c1", "c2"]) {
      await world.customer(id, asks);
      await accept(world, id);
    }
    await world.work.say("c1", (await world.ticket("c1"))?.ticketId ?? "", a, "Hola", "k1");
    await world.pass(2 * minute);
    world.agentWrites("c2");
    await world.pass(2 * minute);
    expect([(await world.ticket("c1"))?.status, (await world.ticket("c2"))?.status]).toEqual(["accepted", "accepted"]);
    await world.pass(minute);
    expect((await world.ticket("c2"))?.status).toBe("waiting");
  });
});

describe("a chat on hold", () => {
  const held = async (): Promise<DeskWorld> => {
    const world = await startDeskWorld();
    atDesk(world, "a");
    for (const id of ["c1", "c2"]) {
      await world.customer(id, asks);
      await accept(world, id);
      await world.work.say(id, (await world.ticket(id))?.ticketId ?? "", a, "Hola", id);
    }
    expect(world.board.load("a")).toBe(2);
    expect(await world.hold.hold("c1", (await world.ticket("c1"))?.ticketId ?? "", a, 10)).toEqual({ ok: true });
    return world;
  };

  test("frees capacity, is told to the customer, stays with its person alone and comes back to them when its time is over", async () => {
    const world = await held();
    expect(world.board.load("a")).toBe(1);
    expect((await world.told("c1")).at(-1)).toBe("held");
    expect(await world.work.accept("c1", (await world.ticket("c1"))?.ticketId ?? "", b)).toEqual({ ok: false, why: "already-accepted", by: a });
    await world.pass(10 * minute - 1);
    expect((await world.ticket("c1"))?.heldUntil).toBe(noon + 10 * minute);
    await world.pass(1);
    expect(await world.ticket("c1")).toMatchObject({ status: "accepted", agent: a, heldUntil: null });
  });

  test("is its person's again at once when the customer writes", async () => {
    const world = await held();
    await world.customer("c1", "¿sigue ahí?");
    expect(await world.ticket("c1")).toMatchObject({ status: "accepted", agent: a, heldUntil: null });
  });

  test("goes back to the line, ahead, when its person has no room by then", async () => {
    const world = await held();
    await world.customer("c3", asks);
    await accept(world, "c3");
    await world.work.say("c3", (await world.ticket("c3"))?.ticketId ?? "", a, "Hola", "c3");
    await world.pass(10 * minute);
    expect(await world.ticket("c1")).toMatchObject({ status: "waiting", ahead: true, agent: null });
    expect(await world.told("c1")).toContain("requeued.agent-full");
  });
});

describe("the wait that was told", () => {
  const measured = async (): Promise<DeskWorld> => {
    const world = await startDeskWorld();
    atDesk(world, "a");
    for (let index = 0; index < 5; index += 1) await world.line.noteWait({ language: "es", agentSkill: "general" }, 2 * minute);
    return world;
  };

  test("comes with its basis, and when it is over there is one honest word per period, with a way out", async () => {
    const world = await measured();
    await world.customer("c1", asks);
    expect((await world.ticket("c1"))?.promise).toEqual({ minutes: 3, until: noon + 3 * minute });
    const longer = async (): Promise<number> => (await world.told("c1")).filter((key) => key === "queue.longer").length;
    await world.pass(3 * minute - 1);
    expect(await longer()).toBe(0);
    await world.pass(1);
    expect(await longer()).toBe(1);
    await world.pass(3 * minute - 1);
    expect(await longer()).toBe(1);
    await world.pass(1);
    expect(await longer()).toBe(2);
    const [last] = (await world.log.read("c1", 0)).filter((event) => event.type === "ReplyRecorded" && event.reply.keys[0] === "queue.longer");
    expect(last).toMatchObject({ reply: { quickReplies: ["Seguir esperando", "Dejar un mensaje"], notice: { kind: "queue", values: { place: 1 } } } });
  });

  test("is measured from the line, without the time spent with a person who fell silent", async () => {
    const world = await startDeskWorld();
    atDesk(world, "a", "b");
    await world.customer("c1", asks);
    await world.pass(1_000);
    await accept(world, "c1");
    await world.pass(3 * minute);
    expect((await world.ticket("c1"))?.status).toBe("waiting");
    await world.pass(2_000);
    await accept(world, "c1", b);
    expect(await world.line.waits({ language: "es", agentSkill: "general" })).toEqual([1_000, 2_000]);
  });
});

describe("out of hours", () => {
  const week = [{ from: "09:00", to: "21:00" }];
  const hours: OpeningHours = { timeZone: "Europe/Madrid", week: { monday: week, tuesday: week, wednesday: week, thursday: week, friday: week, saturday: week, sunday: [] }, days: {} };

  test("the customer hears when people are back, the next words are the message, the assistant speaks meanwhile, and the answer comes into the same thread", async () => {
    const world = await startDeskWorld({ hours }); // noon on a Sunday
    await world.customer("c1", asks);
    expect(await world.ticket("c1")).toMatchObject({ status: "message", messageTaken: false });
    const notice = (await world.log.read("c1", 0)).find((event) => event.type === "ReplyRecorded" && event.reply.keys[0] === "hours.message");
    expect(notice).toMatchObject({ reply: { notice: { kind: "hours", values: { back: "mañana a las 9:00 (hora de Europa central)", backAt: "2026-11-23T08:00:00.000Z", phase: "message-asked" } } } });
    await world.customer("c1", "Soy Ana, mi nevera llegó rota, llámenme al 612 345 678");
    expect(await world.ticket("c1")).toMatchObject({ status: "message", messageTaken: true });
    await world.customer("c1", "¿Qué horario tienen?");
    expect((await world.told("c1")).at(-1)).toMatch(/^opening-hours\./);
    await world.pass(20 * 60 * minute);
    atDesk(world, "a");
    expect(await accept(world, "c1")).toEqual({ ok: true });
    expect(await world.work.say("c1", (await world.ticket("c1"))?.ticketId ?? "", a, "Buenos días, Ana", "k")).toMatchObject({ ok: true });
  });

  test("who waits at closing time is not left standing there overnight", async () => {
    const world = await startDeskWorld({ hours, at: Date.parse("2026-11-21T19:50:00Z") }); // ten minutes before closing on a Saturday
    atDesk(world, "a");
    await world.customer("c1", asks);
    expect((await world.ticket("c1"))?.status).toBe("waiting");
    world.desk.presence.clear();
    await world.pass(9 * minute);
    expect((await world.ticket("c1"))?.status).toBe("waiting");
    await world.pass(2 * minute);
    expect((await world.ticket("c1"))?.status).toBe("message");
    expect((await world.told("c1")).at(-1)).toBe("hours.message");
  });

  test("somebody who stays after hours is there all the same", async () => {
    const world = await startDeskWorld({ hours });
    atDesk(world, "a");
    await world.customer("c1", asks);
    expect((await world.ticket("c1"))?.status).toBe("waiting");
    expect((await world.told("c1")).at(-1)).toMatch(/^queue\.place/);
  });

  test("a danger stays in line, first, and hears whom to call instead of waiting; it is said once", async () => {
    const world = await startDeskWorld({ hours });
    await world.customer("c1", "me quiero morir, no puedo más");
    expect(await world.ticket("c1")).toMatchObject({ status: "waiting", safety: true });
    await world.pass(30 * minute);
    expect((await world.told("c1")).filter((key) => key === "hours.safety")).toHaveLength(1);
  });
});

test("after a very hard chat a pause is offered to its agent alone, and nothing of it is kept", async () => {
  const world = await startDeskWorld();
  atDesk(world, "a");
  await world.customer("c1", "me quiero morir, no puedo más");
  await accept(world, "c1");
  await close(world, "c1");
  expect(world.private).toEqual([{ kind: "pause", agentId: "a", minutes: 5 }]);
  expect(JSON.stringify(await world.log.read("c1", 0))).not.toMatch(/pause/i);
  await world.customer("c2", asks);
  await accept(world, "c2");
  await close(world, "c2");
  expect(world.private).toHaveLength(1);
});

test.each(["Dejar un mensaje", "leave a message "])("in line the words of a button are the button, on channels that have no others: «%s»", async (label) => {
  const world = await startDeskWorld();
  atDesk(world, "a");
  await world.customer("c1", label);
  expect(await world.ticket("c1")).toBeNull();
  await world.customer("c1", asks);
  await world.customer("c1", label);
  expect((await world.ticket("c1"))?.status).toBe("message");
});

test("who joins a line that has come to a stand is not told the short waits of before", async () => {
  const world = await startDeskWorld();
  atDesk(world, "a", "b");
  for (let wait = 0; wait < 5; wait += 1) await world.line.noteWait({ language: "es", agentSkill: "general" }, 1_000);
  await world.customer("c1", asks);
  expect((await world.told("c1")).at(-1)).toBe("queue.place");
  await world.pass(10 * minute);
  await world.customer("c2", asks);
  expect((await world.told("c2")).at(-1)).toBe("queue.place-unknown-wait");
});

test.each(["¿Sigues ahí?", "ponme con una persona YA", "hello? is anyone there?"])("who waits and asks again in words hears the place again, not more often than the line tells by itself: «%s»", async (again) => {
  const world = await startDeskWorld();
  atDesk(world, "a");
  await world.customer("c1", asks);
  const asked = async (): Promise<number> => (await world.log.read("c1", 0)).filter(({ type }) => type === "PlaceAsked").length;
  await world.pass(30_000);
  await world.customer("c1", again);
  expect(await asked()).toBe(0);
  await world.pass(40_000);
  await world.customer("c1", again);
  expect(await asked()).toBe(1);
  expect((await world.told("c1")).filter((key) => key.startsWith("queue.place"))).toHaveLength(2);
  await world.customer("c1", again);
  expect(await asked()).toBe(1);
});
