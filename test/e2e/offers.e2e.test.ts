import { signIn, type Agent, type Ticket } from "../support/clients.ts";
import type { Me, StreamFrame } from "../../src/api/contract.ts";
import { openDeskStream, type DeskStream } from "../support/desk-stream.ts";
import { eventually } from "../support/eventually.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf, waitingCustomer } from "../support/waiting-customer.ts";

let server: TestServer;
let supervisor: Agent;
beforeAll(async () => {
  server = await startServer({ OFFER_SECONDS: "2", FIRST_REPLY_SECONDS: "1", HEARTBEAT_SECONDS: "1", PRESENCE_EXPIRY_SECONDS: "4" });
  supervisor = await signIn(server.url, "supervisor@demo");
});
afterAll(() => server.remove());

const offeredTo = (ticketId: string, agentId: string) => (frame: StreamFrame): boolean => frame.type === "ticket" && frame.ticket.id === ticketId && frame.ticket.offer?.agentId === agentId;
const later = <T>(frames: StreamFrame[], seen: number, fits: (frame: StreamFrame) => T): T[] => frames.slice(seen).map(fits);

/** An agent at an open desk who wants offers and whose heartbeats go on; `leave` ends all that. */
async function taker(name: string): Promise<{ agent: Agent; desk: DeskStream; leave(): Promise<void> }> {
  const agent = await signIn(server.url, `${name}@demo`);
  const desk = await openDeskStream(server.url, { token: agent.token });
  await desk.until(({ type }) => type === "hello");
  const beats = setInterval(() => void agent.post("/me/heartbeat").catch(() => undefined), 500).unref();
  await agent.put("/me/presence", { presence: "available", offers: true });
  return {
    agent, desk,
    async leave() {
      clearInterval(beats);
      desk.cut();
      await agent.post("/logout");
    },
  };
}

test("a chat is offered to an agent who wants that, in the stream; colleagues hear who is looking at it; accepting takes it", async () => {
  const { agent, desk, leave } = await taker("agent1");
  expect((await agent.get<Me>("/me")).body).toMatchObject({ offers: true, presence: "available" });
  const { ticket, customer } = await waitingCustomer(server.url, supervisor);
  await desk.until(offeredTo(ticket.id, "agent1"));
  const colleague = await signIn(server.url, "agent2@demo");
  expect(await colleague.post(`/tickets/${ticket.id}/accept`)).toMatchObject({ status: 409, body: { error: { code: "offered", details: { by: { id: "agent1", name: "Marta Gil" } } } } });
  expect(await colleague.post(`/tickets/${ticket.id}/decline`)).toMatchObject({ status: 409, body: { error: { code: "not-offered" } } });
  expect((await colleague.post("/tickets/next")).status).toBe(204);
  expect((await agent.post<{ ticket: Ticket }>(`/tickets/${ticket.id}/accept`)).body.ticket).toMatchObject({ status: "accepted", agentId: "agent1" });
  await agent.post(`/tickets/${ticket.id}/messages`, { text: "Hola", clientId: "m1" });
  await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
  expect((await customer.read()).activities.filter(({ text }) => text === "Hola")).toHaveLength(1);
  await leave();
});

test("declined or left unanswered an offer is back at its place, and who lets it run out counts as away", async () => {
  const { agent, desk, leave } = await taker("agent3");
  const first = await waitingCustomer(server.url, supervisor);
  await desk.until(offeredTo(first.ticket.id, "agent3"));
  expect((await agent.post(`/tickets/${first.ticket.id}/decline`)).status).toBe(204);
  expect(await ticketOf(supervisor, first.customer.conversationId)).toMatchObject({ status: "waiting", place: 1 });
  const second = await waitingCustomer(server.url, supervisor);
  await desk.until(offeredTo(second.ticket.id, "agent3"));
  // It has its place again a moment after it waits again.
  await eventually(() => ticketOf(supervisor, second.customer.conversationId), (seen) => seen?.status === "waiting" && seen.place === 2);
  expect((await eventually(() => agent.get<Me>("/me"), ({ body }) => body.presence === "away")).body.presence).toBe("away");
  const seen = desk.frames.length;
  const third = await waitingCustomer(server.url, supervisor);
  expect(third.ticket).toMatchObject({ status: "waiting", place: 3 });
  expect(later(desk.frames, seen, offeredTo(third.ticket.id, "agent3"))).not.toContain(true);
  for (const { customer } of [first, second, third]) await customer.control("end");
  await leave();
});

test("an agent who took a chat and says nothing is reminded on their desk alone, then the customer waits again, ahead", async () => {
  const { agent, desk, leave } = await taker("agent4");
  await agent.put("/me/presence", { presence: "available", offers: false });
  const { ticket, customer } = await waitingCustomer(server.url, supervisor);
  await agent.post(`/tickets/${ticket.id}/accept`);
  await desk.until((frame) => frame.type === "nudge" && frame.ticketId === ticket.id);
  await customer.hears(({ channelData }) => channelData?.relevo?.rule === "no-first-reply");
  expect(await ticketOf(supervisor, customer.conversationId)).toMatchObject({ status: "waiting", agentId: null });
  expect((await agent.post(`/tickets/${ticket.id}/messages`, { text: "¿Hola?", clientId: "late" })).status).toBe(403);
  await customer.control("end");
  await leave();
});

test("on hold a chat takes no capacity, stays with its agent, and is theirs again when the customer writes", async () => {
  const { agent, leave } = await taker("agent5");
  await agent.put("/me/presence", { presence: "busy", offers: false });
  const { ticket, customer } = await waitingCustomer(server.url, supervisor);
  await agent.post(`/tickets/${ticket.id}/accept`);
  await agent.post(`/tickets/${ticket.id}/messages`, { text: "Lo miro.", clientId: "m1" });
  expect((await agent.get<Me>("/me")).body.load).toBe(1);
  expect((await agent.post(`/tickets/${ticket.id}/hold`, { minutes: 0 })).status).toBe(422);
  expect((await agent.post(`/tickets/${ticket.id}/hold`, { minutes: 5 })).status).toBe(204);
  expect((await agent.get<Me>("/me")).body.load).toBe(0);
  expect(await ticketOf(agent, customer.conversationId)).toMatchObject({ status: "accepted", agentId: "agent5", heldUntil: expect.any(String) as string });
  await customer.hears(({ text }) => text?.includes("5 minutos") ?? false);
  await customer.say("de acuerdo, espero");
  await eventually(() => agent.get<Me>("/me"), ({ body }) => body.load === 1);
  await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
  await leave();
});

test("a pause is asked for with its end, and one of no length is refused", async () => {
  const agent = await signIn(server.url, "agent6@demo");
  expect((await agent.put("/me/presence", { presence: "away", minutes: 1 })).status).toBe(204);
  expect((await agent.get<Me>("/me")).body.presence).toBe("away");
  expect((await agent.put("/me/presence", { presence: "away", minutes: 0 })).status).toBe(422);
});

test("who takes no chats opens no desk stream", async () => {
  const editor = await signIn(server.url, "editor@demo");
  await expect(openDeskStream(server.url, { token: editor.token })).rejects.toThrow("refused with 403");
});
