import { byAssistant, byPerson, kindOf, newCustomer, signIn, type Agent, type Ticket } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf, waitingCustomer } from "../support/waiting-customer.ts";

let server: TestServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.remove());

async function inLine(): Promise<Awaited<ReturnType<typeof waitingCustomer>> & { agent: Agent }> {
  const agent = await signIn(server.url);
  return { ...(await waitingCustomer(server.url, agent)), agent };
}

test("the whole relay: in line, with a person, back with the assistant, rated", async () => {
  const { customer, ticket, agent } = await inLine();
  expect(ticket).toMatchObject({ status: "waiting", reason: { rule: "asked-for-human" } });
  await customer.hears((activity) => kindOf(activity) === "queue");

  expect((await agent.post(`/tickets/${ticket.id}/accept`)).status).toBe(200);
  expect((await customer.hears((activity) => kindOf(activity) === "joined")).text).toContain("Marta Gil");
  await agent.post(`/tickets/${ticket.id}/messages`, { text: "Hola, soy Marta.", clientId: "m1" });
  expect(await customer.hears(byPerson)).toMatchObject({ text: "Hola, soy Marta.", from: { name: "Marta Gil" } });

  expect((await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" })).status).toBe(204);
  await customer.hears((activity) => kindOf(activity) === "csat");
  await customer.control("rate", { rating: 5 });
  await customer.say("¿Qué horario tienen?");
  const last = (await customer.read()).activities.at(-1);
  expect(last && byAssistant(last)).toBe(true);
});

test("while a person has the conversation the assistant says nothing, whatever the customer writes", async () => {
  const { customer, ticket, agent } = await inLine();
  await agent.post(`/tickets/${ticket.id}/accept`);
  const { watermark } = await customer.read();
  for (const text of ["¿Dónde está mi pedido 1043?", "hola", "quiero hablar con una persona", "esto es una vergüenza", "gracias", "¿qué horario tienen?"]) await customer.say(text);
  const { activities } = await customer.read(watermark);
  expect(activities.filter(({ from }) => from.role === "bot")).toEqual([]);
  expect((await ticketOf(agent, customer.conversationId))?.lastText).toBe("¿qué horario tienen?");
});

test("while waiting, what the customer writes reaches the agent and is not answered by the assistant", async () => {
  const { customer, agent } = await inLine();
  await customer.say("es por el pedido 1043");
  expect((await customer.read()).activities.filter(byAssistant)).toHaveLength(1); // the greeting
  expect((await ticketOf(agent, customer.conversationId))?.lastText).toBe("es por el pedido 1043");
});

test("asking five times while waiting keeps one ticket and its place", async () => {
  const { customer, ticket, agent } = await inLine();
  for (let times = 0; times < 5; times += 1) await customer.say("quiero hablar con una persona");
  const { body } = await agent.get<{ tickets: Ticket[] }>("/tickets?limit=200");
  const mine = body.tickets.filter(({ conversationId }) => conversationId === customer.conversationId);
  expect(mine).toHaveLength(1);
  expect(mine[0]).toMatchObject({ id: ticket.id, place: ticket.place });
});

test("after a close the customer can ask again and stands in line again", async () => {
  const { customer, ticket, agent } = await inLine();
  await agent.post(`/tickets/${ticket.id}/accept`);
  await agent.post(`/tickets/${ticket.id}/return`, { errand: "mandar la etiqueta" });
  await customer.say("quiero hablar con una persona otra vez");
  const again = await ticketOf(agent, customer.conversationId);
  expect(again).toMatchObject({ status: "waiting" });
  expect(again?.id).not.toBe(ticket.id);
  expect(again?.place).not.toBeNull();
});

test("only the owner can write to the customer; a retried message is the same message", async () => {
  const { customer, ticket, agent } = await inLine();
  const other = await signIn(server.url, "agent2@demo");
  await agent.post(`/tickets/${ticket.id}/accept`);
  expect(await other.post(`/tickets/${ticket.id}/messages`, { text: "yo", clientId: "x" })).toMatchObject({ status: 403, body: { error: { code: "not-owner" } } });
  const sent = await Promise.all(Array.from({ length: 16 }, () => agent.post<{ turnId: string }>(`/tickets/${ticket.id}/messages`, { text: "una vez", clientId: "same" })));
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(new Set(sent.map(({ body }) => body.turnId)).size).toBe(1);
  expect((await customer.read()).activities.filter(({ text }) => text === "una vez")).toHaveLength(1);
});

test("the customer's controls always work: back to the assistant, leave a message, end", async () => {
  const first = await inLine();
  await first.customer.control("back-to-assistant");
  expect(await ticketOf(first.agent, first.customer.conversationId)).toBeUndefined();
  await first.customer.say("¿Qué horario tienen?");
  expect(byAssistant((await first.customer.read()).activities.at(-1) ?? { id: "", type: "", from: { id: "" } })).toBe(true);

  const second = await inLine();
  await second.customer.control("leave-message");
  await second.customer.say("Llámenme mañana por la nevera");
  expect(await ticketOf(second.agent, second.customer.conversationId)).toMatchObject({ status: "message", lastText: "Llámenme mañana por la nevera" });

  const third = await inLine();
  await third.customer.control("end");
  expect(await ticketOf(third.agent, third.customer.conversationId)).toBeUndefined();
});

describe("two hundred rounds of sixteen agents at one ticket", () => {
  test("exactly one owns it each time, and the others hear who", async () => {
    const agents = await Promise.all(Array.from({ length: 16 }, (_, index) => signIn(server.url, `agent${index + 10}@demo`)));
    const customer = await newCustomer(server.url);
    for (let round = 0; round < 200; round += 1) {
      await customer.say("quiero hablar con una persona");
      const ticket = await ticketOf(agents[0] as Agent, customer.conversationId);
      const answers = await Promise.all(agents.map((agent) => agent.post<{ ticket?: Ticket; error?: { details: { by: { id: string } } } }>(`/tickets/${ticket?.id}/accept`)));
      const winners = answers.filter(({ status }) => status === 200);
      expect(winners).toHaveLength(1);
      const owner = winners[0]?.body.ticket?.agentId ?? "";
      const losers = answers.filter(({ status }) => status === 409);
      expect(losers).toHaveLength(15);
      expect(new Set(losers.map(({ body }) => body.error?.details.by.id))).toEqual(new Set([owner]));
      const winner = agents.find(({ id }) => id === owner);
      await winner?.post(`/tickets/${ticket?.id}/close`, { disposition: "solved" });
    }
  }, 240_000);
});
