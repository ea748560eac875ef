import { kindOf, signIn, type Agent } from "../support/clients.ts";
import { openDeskStream } from "../support/desk-stream.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf, waitingCustomer } from "../support/waiting-customer.ts";

let server: TestServer;
let marta: Agent;
let owen: Agent;
let sol: Agent;
beforeAll(async () => {
  server = await startServer();
  [marta, owen, sol] = await Promise.all([signIn(server.url, "agent1@demo"), signIn(server.url, "agent2@demo"), signIn(server.url, "supervisor@demo")]);
  await Promise.all([marta, owen, sol].map((one) => one.post("/me/heartbeat")));
});
afterAll(() => server.remove());

const withMarta = async () => {
  const waiting = await waitingCustomer(server.url, sol, "en");
  await marta.post(`/tickets/${waiting.ticket.id}/accept`);
  return waiting;
};

test("only a supervisor takes over; the customer hears it, and from then on only the supervisor writes", async () => {
  const { customer, ticket } = await withMarta();
  expect((await owen.post(`/tickets/${ticket.id}/take-over`)).status).toBe(403);
  expect((await owen.post(`/tickets/${ticket.id}/messages`, { text: "me too", clientId: "1" })).status).toBe(403);
  expect(await sol.post(`/tickets/${ticket.id}/take-over`)).toMatchObject({ status: 200, body: { ticket: { id: ticket.id, agentId: sol.id, status: "accepted" } } });
  await customer.hears((activity) => kindOf(activity) === "joined" && /taking care of the conversation now/.test(activity.text ?? ""));
  expect((await marta.post(`/tickets/${ticket.id}/messages`, { text: "still me", clientId: "2" })).status).toBe(403);
  expect((await sol.post(`/tickets/${ticket.id}/messages`, { text: "now me", clientId: "3" })).status).toBe(201);
  const { body } = await sol.get<{ events: { type: string }[] }>(`/conversations/${customer.conversationId}`);
  expect(body.events.filter(({ type }) => type === "TicketTakenOver")).toHaveLength(1);
});

test("a supervisor's whisper reaches the person's stream with the supervisor's name, and not the customer", async () => {
  const { customer, ticket } = await withMarta();
  const stream = await openDeskStream(server.url, { token: marta.token });
  expect((await sol.post(`/tickets/${ticket.id}/notes`, { text: "ask for the photo" })).status).toBe(204);
  expect((await owen.post(`/tickets/${ticket.id}/notes`, { text: "me too" })).status).toBe(403);
  const frame = await stream.until((one) => one.type === "events" && one.events.some(({ type }) => type === "NoteAdded"));
  expect(frame).toMatchObject({ events: [{ type: "NoteAdded", agent: { id: sol.id }, text: "ask for the photo" }] });
  expect((await customer.read()).activities.some(({ text }) => text?.includes("photo"))).toBe(false);
  stream.cut();
});

test("colleagues see who reads a chat they may see, and whether they write; others learn nothing", async () => {
  const { ticket } = await withMarta();
  const [seen, unseen] = await Promise.all([openDeskStream(server.url, { token: marta.token }), openDeskStream(server.url, { token: owen.token })]);
  await sol.post(`/tickets/${ticket.id}/viewing`, { typing: true });
  expect(await seen.until(({ type }) => type === "viewing")).toMatchObject({ agent: { id: sol.id }, typing: true });
  expect((await owen.post(`/tickets/${ticket.id}/viewing`)).status).toBe(403);
  expect(unseen.frames.some(({ type }) => type === "viewing")).toBe(false);
  seen.cut();
  unseen.cut();
});

test("the code a customer noted down finds their open ticket, and another finds none", async () => {
  const { customer } = await withMarta();
  const brief = await customer.hears((activity) => kindOf(activity) === "brief");
  const code = String(brief.channelData?.relevo?.code);
  const found = await sol.get<{ tickets: { conversationId: string; trackingCode: string }[] }>(`/tickets?code=${code.toLowerCase().replace("-", "")}`);
  expect(found.body.tickets).toMatchObject([{ conversationId: customer.conversationId, trackingCode: code }]);
  expect((await sol.get<{ tickets: unknown[] }>("/tickets?code=0000-0000")).body.tickets).toEqual([]);
});

test("who could take a chat is listed with their presence, without the one who asks", async () => {
  const { body } = await marta.get<{ colleagues: { id: string; presence: string; languages: string[] }[] }>("/colleagues");
  expect(body.colleagues.some(({ id }) => id === marta.id)).toBe(false);
  expect(body.colleagues.find(({ id }) => id === owen.id)).toMatchObject({ presence: "available", languages: expect.arrayContaining(["en"]) as string[] });
});

test("to a colleague, to the line and to the assistant are three acts, each with its own end", async () => {
  const { customer, ticket } = await withMarta();
  expect((await marta.post(`/tickets/${ticket.id}/transfer`, { to: { agentId: owen.id }, comment: "knows refunds" })).status).toBe(204);
  expect(await ticketOf(sol, customer.conversationId)).toMatchObject({ status: "accepted", agentId: owen.id });
  expect((await owen.post(`/tickets/${ticket.id}/transfer`, { to: { line: true }, comment: "my shift ends" })).status).toBe(204);
  expect(await ticketOf(sol, customer.conversationId)).toMatchObject({ status: "waiting", agentId: null });
  await customer.hears((activity) => kindOf(activity) === "handoff" && /another person/.test(activity.text ?? ""));
  await marta.post(`/tickets/${ticket.id}/accept`);
  expect((await marta.post(`/tickets/${ticket.id}/return`, { errand: "change the delivery date", reason: "nonsense" })).status).toBe(422);
  expect((await marta.post(`/tickets/${ticket.id}/return`, { errand: "change the delivery date" })).status).toBe(204);
  await customer.hears((activity) => kindOf(activity) === "returned");
  expect(await ticketOf(sol, customer.conversationId)).toBeUndefined();
});
