import { newCustomer, signIn, type Agent, type Ticket } from "../support/clients.ts";
import { eventually } from "../support/eventually.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf, waitingCustomer } from "../support/waiting-customer.ts";

let server: TestServer;
beforeAll(async () => (server = await startServer({ HEARTBEAT_SECONDS: "1", PRESENCE_EXPIRY_SECONDS: "4", RECONCILE_SECONDS: "1" })));
afterAll(() => server.remove());

const open = async (agent: Agent): Promise<Ticket[]> => (await agent.get<{ tickets: Ticket[] }>("/tickets?limit=200")).body.tickets;

test("kill -9 with 100 waiting and 10 accepted: nothing is lost, nothing is in two places, the order stays", async () => {
  const supervisor = await signIn(server.url, "supervisor@demo");
  const agents = await Promise.all(["agent1", "agent2", "agent4", "agent5"].map((name) => signIn(server.url, `${name}@demo`)));
  const customers = [];
  for (let index = 0; index < 110; index += 1) {
    const customer = await newCustomer(server.url, index % 2 ? "es" : "en");
    await customer.say(index % 2 ? "quiero hablar con una persona" : "I want to talk to a person");
    customers.push(customer);
  }
  for (let index = 0; index < 10; index += 1) await agents[index % agents.length]?.post("/tickets/next");
  const before = await open(supervisor);
  expect(before.map(({ status }) => status).sort()).toEqual([...Array<string>(10).fill("accepted"), ...Array<string>(100).fill("waiting")]);

  await server.kill();
  await server.restart();

  const after = await open(supervisor);
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  const waitingOrder = (tickets: Ticket[]): string[] => tickets.filter(({ status }) => status === "waiting").map(({ id }) => id);
  const accepted = after.filter(({ status }) => status === "accepted");
  expect(waitingOrder(after).filter((id) => waitingOrder(before).includes(id))).toEqual(waitingOrder(before));
  expect(accepted.every(({ place }) => place === null)).toBe(true);

  // The agents never come back: their tickets return to the line, ahead, and every customer is told.
  const settled = await eventually(() => open(supervisor), (tickets) => tickets.every(({ status, place }) => status === "waiting" && place !== null));
  expect(settled).toHaveLength(110);
  const places = settled.map(({ conversationId, place }) => `${conversationId} ${place}`);
  expect(new Set(places).size).toBe(110);

  const late = await signIn(server.url, "agent3@demo");
  const taken = new Set<string>();
  for (let index = 0; index < 110; index += 1) {
    const { status, body } = await late.post<{ ticket: Ticket }>("/tickets/next");
    expect(status).toBe(200);
    taken.add(body.ticket.id);
    await late.post(`/tickets/${body.ticket.id}/close`, { disposition: "solved" });
  }
  expect(taken.size).toBe(110);
  expect((await late.post("/tickets/next")).status).toBe(204);
});

test("what was acknowledged before a crash is there after it, and a resend after the restart is answered once", async () => {
  const customer = await newCustomer(server.url);
  const acknowledged: string[] = [];
  for (let index = 0; index < 20; index += 1) {
    const text = `mensaje ${index}`;
    if ((await customer.say(text, `id-${index}`)).status === 200) acknowledged.push(text);
  }
  await server.kill();
  await server.restart();
  await customer.say("mensaje 19", "id-19");
  const said = (await customer.read()).activities.filter(({ from }) => from.role === "user").map(({ text }) => text);
  expect(said).toEqual(acknowledged);
});

test("killed three times in a row during one accepted chat, the customer ends with nobody at no time: back in line, ahead, and told once", async () => {
  const agent = await signIn(server.url, "agent6@demo");
  const { customer, ticket } = await waitingCustomer(server.url, agent);
  expect((await agent.post(`/tickets/${ticket.id}/accept`)).status).toBe(200);
  for (let times = 0; times < 3; times += 1) {
    await server.kill();
    await server.restart();
    const found = await ticketOf(await signIn(server.url, "supervisor@demo"), customer.conversationId);
    expect([found?.status, found?.agentId]).toEqual(found?.status === "accepted" ? ["accepted", "agent6"] : ["waiting", null]);
  }
  const supervisor = await signIn(server.url, "supervisor@demo");
  const back = await eventually(() => ticketOf(supervisor, customer.conversationId), (seen) => seen?.status === "waiting" && seen.place !== null);
  expect(back).toMatchObject({ id: ticket.id, place: 1 });
  const { body } = await supervisor.get<{ events: { type: string }[] }>(`/conversations/${customer.conversationId}`);
  expect(body.events.filter(({ type }) => type === "TicketRequeued")).toHaveLength(1);
});
