import { minute, startDeskWorld, type DeskWorld } from "../support/desk-world.ts";
import { noon } from "../support/given.ts";

const a = { id: "a", name: "A" };
const b = { id: "b", name: "B" };
const asks = "quiero hablar con una persona";

const atDesk = ({ desk }: DeskWorld, ...ids: string[]): void => ids.forEach((id) => void [desk.presence.set(id, "available"), desk.open.add(id)]);
const wantsOffers = (world: DeskWorld, ...ids: string[]): void => {
  atDesk(world, ...ids);
  ids.forEach((id) => world.desk.takers.add(id));
};
const accept = async (world: DeskWorld, conversationId: string, agent = a) => world.work.accept(conversationId, (await world.ticket(conversationId))?.ticketId ?? "", agent);
const close = async (world: DeskWorld, conversationId: string, agent = a) => world.work.close(conversationId, (await world.ticket(conversationId))?.ticketId ?? "", agent, "solved");

test("go to who wants them, one at a time, fairly, and are taken by accepting", async () => {
  const world = await startDeskWorld();
  wantsOffers(world, "a", "b");
  for (const id of ["c1", "c2", "c3"]) await world.customer(id, asks);
  const offered = await Promise.all(["c1", "c2", "c3"].map(async (id) => (await world.ticket(id))?.offer?.agent.id));
  expect(new Set(offered.slice(0, 2))).toEqual(new Set(["a", "b"]));
  expect(offered[2]).toBeUndefined();
  expect(await accept(world, "c1", offered[0] === "a" ? b : a)).toMatchObject({ ok: false, why: "offered", by: { id: offered[0] } });
  const taker = offered[0] === "a" ? a : b;
  expect(await accept(world, "c1", taker)).toEqual({ ok: true });
  expect((await world.ticket("c3"))?.offer?.agent.id).toBe(taker.id);
});

test("an offer let pass goes back to its exact place and to somebody else", async () => {
  const world = await startDeskWorld();
  wantsOffers(world, "a");
  await world.customer("c1", asks);
  await world.pass(1);
  await world.customer("c2", asks);
  expect((await world.ticket("c1"))?.offer?.agent.id).toBe("a");
  expect(await world.offers.decline("c1", (await world.ticket("c1"))?.ticketId ?? "", b)).toEqual({ ok: false, why: "not-offered" });
  expect(await world.offers.decline("c1", (await world.ticket("c1"))?.ticketId ?? "", a)).toEqual({ ok: true });
  expect(await world.ticket("c1")).toMatchObject({ status: "waiting", queuedAt: noon, passedBy: ["a"] });
  expect(await world.place("c1")).toBe(1);
  expect((await world.ticket("c2"))?.offer?.agent.id).toBe("a");
  wantsOffers(world, "b");
  await world.offers.look();
  expect((await world.ticket("c1"))?.offer?.agent.id).toBe("b");
});

test("an offer nobody answers goes back to its place, and who did not answer counts as away", async () => {
  const world = await startDeskWorld();
  wantsOffers(world, "a");
  await world.customer("c1", asks);
  await world.pass(20_000 - 1);
  expect((await world.ticket("c1"))?.status).toBe("offered");
  await world.pass(1);
  expect(await world.ticket("c1")).toMatchObject({ status: "waiting", passedBy: ["a"], queuedAt: noon });
  expect(world.desk.presence.get("a")).toBe("away");
  expect(await world.told("c1")).not.toContain("requeued");
});

test("two who let their offers run out together are away, and neither is offered what the other left", async () => {
  const world = await startDeskWorld();
  wantsOffers(world, "a", "b");
  await world.customer("c1", asks);
  await world.customer("c2", asks);
  expect(new Set([(await world.ticket("c1"))?.offer?.agent.id, (await world.ticket("c2"))?.offer?.agent.id])).toEqual(new Set(["a", "b"]));
  await world.pass(20_000);
  for (const id of ["c1", "c2"]) expect(await world.ticket(id)).toMatchObject({ status: "waiting", offer: null });
  expect([...world.desk.presence.values()]).toEqual(["away", "away"]);
  await world.pass(minute);
  expect((await world.story()).filter(({ type }) => type === "TicketOffered")).toHaveLength(1);
});

test.each(["away", "busy"] as const)("an offer ends at once when its agent says %s, and they are called nothing else", async (state) => {
  const world = await startDeskWorld();
  wantsOffers(world, "a", "b");
  await world.customer("c1", asks);
  world.desk.presence.set("a", state);
  await world.offers.left("a");
  expect((await world.ticket("c1"))?.offer?.agent.id).toBe("b");
  expect(world.desk.presence.get("a")).toBe(state);
});

test("nothing is offered to who cannot see it, is not available, is full, or has not asked for offers", async () => {
  const world = await startDeskWorld({ names: ["a", "b", "c", "d"] });
  wantsOffers(world, "a", "b", "c");
  atDesk(world, "d");
  world.desk.open.delete("a");
  world.desk.presence.set("b", "busy");
  for (const id of ["x1", "x2"]) {
    await world.customer(id, asks);
    await accept(world, id, { id: "c", name: "C" });
    await world.work.say(id, (await world.ticket(id))?.ticketId ?? "", { id: "c", name: "C" }, "Hola", id);
  }
  await world.customer("c1", asks);
  expect(await world.ticket("c1")).toMatchObject({ status: "waiting", offer: null });
  await close(world, "x1", { id: "c", name: "C" });
  expect((await world.ticket("c1"))?.offer?.agent.id).toBe("c");
});

test("an offer ends as soon as its agent's desk is closed, without calling them away", async () => {
  const world = await startDeskWorld();
  wantsOffers(world, "a");
  await world.customer("c1", asks);
  world.desk.open.delete("a");
  await world.pass(10_000);
  expect(await world.ticket("c1")).toMatchObject({ status: "waiting", offer: null });
  expect(world.desk.presence.get("a")).toBe("available");
});

test("an errand that comes back is offered first to who gave it, though they take chats from the line themselves", async () => {
  const world = await startDeskWorld();
  wantsOffers(world, "b");
  atDesk(world, "a");
  world.desk.presence.set("b", "busy");
  await world.customer("c1", asks);
  await accept(world, "c1");
  await world.work.handBack("c1", (await world.ticket("c1"))?.ticketId ?? "", a, "send the return label");
  world.desk.presence.set("b", "available");
  await world.customer("c1", asks);
  expect((await world.ticket("c1"))?.offer?.agent.id).toBe("a");
});
