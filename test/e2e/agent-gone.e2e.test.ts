import { kindOf, newCustomer, signIn, type Activity, type Agent, type Customer, type Ticket } from "../support/clients.ts";
import { openDeskStream } from "../support/desk-stream.ts";
import { eventually } from "../support/eventually.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf, waitingCustomer } from "../support/waiting-customer.ts";

type Story = { events: { type: string; why?: string; agent?: { id: string } }[] };

let server: TestServer;
let supervisor: Agent;
beforeAll(async () => {
  server = await startServer({ HEARTBEAT_SECONDS: "1", PRESENCE_EXPIRY_SECONDS: "2" });
  supervisor = await signIn(server.url, "supervisor@demo");
});
afterAll(() => server.remove());

const requeued = async ({ conversationId }: Customer): Promise<Story["events"]> =>
  (await supervisor.get<Story>(`/conversations/${conversationId}`)).body.events.filter(({ type }) => type === "TicketRequeued");
const isGoneNotice = (activity: Activity): boolean => kindOf(activity) === "handoff" && activity.channelData?.relevo?.rule === "agent-gone";

test("when the desk of the agent who has a chat goes silent, the chat waits again ahead of who came meanwhile, and the customer is told once, then the place", async () => {
  const [gone, colleague] = await Promise.all([signIn(server.url, "agent1@demo"), signIn(server.url, "agent2@demo")]);
  const { customer, ticket } = await waitingCustomer(server.url, gone);
  expect((await gone.post(`/tickets/${ticket.id}/accept`)).status).toBe(200);
  const meanwhile = await waitingCustomer(server.url, supervisor);
  expect(meanwhile.ticket.place).toBe(1);

  const { watermark } = await customer.read();
  const notice = await customer.hears(isGoneNotice);
  // Activity ids of one conversation rise with its log.
  const place = await customer.hears((activity) => kindOf(activity) === "queue" && activity.id > notice.id);
  expect(place.channelData?.relevo?.place).toBe(1);
  const back = await eventually(() => ticketOf(supervisor, customer.conversationId), (seen) => seen?.place !== null);
  expect(back).toMatchObject({ id: ticket.id, status: "waiting", agentId: null, place: 1 });
  expect((await ticketOf(supervisor, meanwhile.customer.conversationId))?.place).toBe(2);
  expect(await requeued(customer)).toMatchObject([{ why: "agent-gone", agent: { id: "agent1" } }]);

  const told = (await customer.read(watermark)).activities.filter(({ from }) => from.role === "bot").map(kindOf);
  expect(told.filter((kind) => kind === "handoff")).toHaveLength(1);
  expect(told.indexOf("handoff")).toBeLessThan(told.indexOf("queue"));

  const taken = await colleague.post<{ ticket: Ticket }>("/tickets/next");
  expect(taken.body.ticket).toMatchObject({ id: ticket.id, agentId: "agent2" });
  expect((await colleague.post(`/tickets/${ticket.id}/messages`, { text: "Sigo yo con usted.", clientId: "m1" })).status).toBe(201);
  expect((await gone.post(`/tickets/${ticket.id}/messages`, { text: "ya estoy", clientId: "m2" })).status).toBe(403);
  await colleague.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
  await colleague.post(`/tickets/${meanwhile.ticket.id}/accept`);
  await colleague.post(`/tickets/${meanwhile.ticket.id}/close`, { disposition: "solved" });
});

test("while the heartbeats go on, the chat stays with its agent, whoever else falls silent", async () => {
  const [present, silent] = await Promise.all([signIn(server.url, "agent3@demo"), signIn(server.url, "agent4@demo")]);
  const kept = await waitingCustomer(server.url, present);
  await present.post(`/tickets/${kept.ticket.id}/accept`);
  // Accepted later, so that the one who beats has been looked at more often when the silent one loses the chat.
  const lost = await waitingCustomer(server.url, silent);
  await silent.post(`/tickets/${lost.ticket.id}/accept`);
  await eventually(
    async () => {
      expect((await present.post("/me/heartbeat")).status).toBe(200);
      return ticketOf(supervisor, lost.customer.conversationId);
    },
    (seen) => seen?.status === "waiting",
  );
  expect(await ticketOf(supervisor, kept.customer.conversationId)).toMatchObject({ status: "accepted", agentId: "agent3" });
  expect(await requeued(kept.customer)).toEqual([]);
  expect((await kept.customer.read()).activities.some(isGoneNotice)).toBe(false);
});

test("a desk whose stream is cut without a word keeps its chat when it is back in good time, and loses it when it stays away", async () => {
  const agent = await signIn(server.url, "agent7@demo");
  const { customer, ticket } = await waitingCustomer(server.url, agent);
  await agent.post(`/tickets/${ticket.id}/accept`);
  await agent.post(`/tickets/${ticket.id}/messages`, { text: "Le leo.", clientId: "m1" });
  for (let times = 0; times < 3; times += 1) {
    const desk = await openDeskStream(server.url, { token: agent.token });
    await agent.post("/me/heartbeat");
    desk.cut();
    await desk.closed;
    expect(await ticketOf(supervisor, customer.conversationId)).toMatchObject({ status: "accepted", agentId: "agent7" });
  }
  await customer.hears(isGoneNotice);
  expect((await customer.read()).activities.filter(isGoneNotice)).toHaveLength(1);
  expect(await ticketOf(supervisor, customer.conversationId)).toMatchObject({ status: "waiting", agentId: null });
  // What an agent writes while the customer is away is there when the customer is back.
  const colleague = await signIn(server.url, "agent8@demo");
  await colleague.post(`/tickets/${ticket.id}/accept`);
  await colleague.post(`/tickets/${ticket.id}/messages`, { text: "Sigo yo.", clientId: "m2" });
  expect((await customer.read()).activities.filter(({ text }) => text === "Sigo yo.")).toHaveLength(1);
  await colleague.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
});

test("an agent who signs out gives the chat back at once, though the desk never fell silent", async () => {
  const leaving = await signIn(server.url, "agent5@demo");
  const { customer, ticket } = await waitingCustomer(server.url, leaving);
  await leaving.post(`/tickets/${ticket.id}/accept`);
  await leaving.post("/logout");
  await customer.hears(isGoneNotice);
  expect(await ticketOf(supervisor, customer.conversationId)).toMatchObject({ status: "waiting", agentId: null });
});

test("with nobody at the desk no wait is promised, though the last customers' waits are known", async () => {
  for (const name of ["agent1", "agent2", "agent3", "agent4", "agent5", "agent7", "agent8"]) await (await signIn(server.url, `${name}@demo`)).post("/logout");
  const customer = await newCustomer(server.url);
  await customer.say("quiero hablar con una persona");
  const { channelData } = await customer.hears((activity) => kindOf(activity) === "queue");
  expect(channelData?.relevo?.place).toBeGreaterThan(0);
  expect(channelData?.relevo).not.toHaveProperty("low");
});
