import WebSocket from "ws";
import { call, kindOf, signIn, type Agent, type Customer, type Ticket } from "../support/clients.ts";
import { openDeskStream } from "../support/desk-stream.ts";
import { eventually } from "../support/eventually.ts";
import { startTestRedis, type TestRedis } from "../support/redis.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf, waitingCustomer } from "../support/waiting-customer.ts";

type Story = { events: { type: string; why?: string; agent?: { id: string }; reply?: { author: string; text: string; agent: { id: string } | null } }[] };

let redis: TestRedis;
let one: TestServer;
let two: TestServer;
let supervisor: Agent;
beforeAll(async () => {
  redis = await startTestRedis();
  const env = { REDIS_URL: redis.path, SIGNING_SECRET: "0123456789abcdef0123456789abcdef", HEARTBEAT_SECONDS: "1", PRESENCE_EXPIRY_SECONDS: "2" };
  [one, two] = [await startServer(env), await startServer(env)];
  supervisor = await signIn(two.url, "supervisor@demo");
});
afterAll(async () => {
  await Promise.all([one.remove(), two.remove()]);
  await redis.stop();
});

/** The same session at the other process. */
const at = (server: TestServer, { token, id }: Agent): Agent => {
  const headers = { authorization: `Bearer ${token}` };
  const api = `${server.url}/api/v1`;
  return {
    id, token,
    get: (path) => call(api + path, { headers }),
    post: (path, body = {}) => call(api + path, { method: "POST", body, headers }),
    put: (path, body) => call(api + path, { method: "PUT", body, headers }),
  };
};
const storyOf = async ({ conversationId }: Customer): Promise<Story["events"]> => (await supervisor.get<Story>(`/conversations/${conversationId}`)).body.events;
const board = (agent: Agent, { conversationId }: Customer, holds: (ticket: Ticket | undefined) => boolean): Promise<Ticket | undefined> => eventually(() => ticketOf(agent, conversationId), holds);

test("a ticket opened at one process reaches the desk at the other, which takes it; each side hears the other at once", async () => {
  const agent = await signIn(two.url, "agent1@demo");
  const desk = await openDeskStream(two.url, { token: agent.token });
  const { customer, ticket } = await waitingCustomer(one.url, at(one, agent));
  await desk.until((frame) => frame.type === "ticket" && frame.ticket.id === ticket.id && frame.ticket.status === "waiting");
  await board(agent, customer, (seen) => seen?.status === "waiting");
  expect((await agent.post(`/tickets/${ticket.id}/accept`)).status).toBe(200);
  await customer.hears((activity) => kindOf(activity) === "joined");
  await agent.post(`/tickets/${ticket.id}/messages`, { text: "Hola desde el otro lado.", clientId: "m1" });
  await customer.hears(({ text }) => text === "Hola desde el otro lado.");
  await customer.say("Le leo.");
  await desk.until((frame) => frame.type === "events" && frame.events.some((event) => event.type === "TurnReceived" && event.text === "Le leo."));
  desk.cut();
  await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
});

test("that somebody is writing is seen at the other process, in both directions", async () => {
  const agent = await signIn(two.url, "agent1@demo");
  const { customer, ticket } = await waitingCustomer(one.url, at(one, agent));
  await board(agent, customer, (seen) => seen?.status === "waiting");
  await agent.post(`/tickets/${ticket.id}/accept`);
  const desk = await openDeskStream(two.url, { token: agent.token });
  await desk.until(({ type }) => type === "hello");
  await call(`${one.url}/v3/directline/conversations/${customer.conversationId}/activities`, { method: "POST", headers: { authorization: `Bearer ${customer.token}` }, body: { type: "typing", from: { id: "me" } } });
  await desk.until((frame) => frame.type === "typing" && frame.conversationId === customer.conversationId);
  const { body: { streamUrl } } = await call<{ streamUrl: string }>(`${one.url}/v3/directline/conversations/${customer.conversationId}?watermark=0`, { headers: { authorization: `Bearer ${customer.token}` } });
  const chat = new WebSocket(streamUrl);
  const typing = new Promise<void>((resolve) => chat.on("message", (data) => void ((data as Buffer).toString().includes('"typing"') && resolve())));
  await new Promise((resolve) => chat.once("message", resolve));
  await agent.post(`/tickets/${ticket.id}/typing`);
  await typing;
  chat.terminate();
  desk.cut();
  await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
});

test("of agents at both processes at once exactly one gets the ticket, in thirty rounds", async () => {
  const agents = await Promise.all(Array.from({ length: 8 }, (_, index) => signIn(index % 2 ? one.url : two.url, `agent${index + 10}@demo`)));
  const { customer, ticket: first } = await waitingCustomer(one.url, at(one, supervisor));
  for (let round = 0, ticketId = first.id; round < 30; round += 1) {
    await Promise.all([one, two].map((server) => board(at(server, supervisor), customer, (seen) => seen?.id === ticketId)));
    const answers = await Promise.all(agents.map((agent) => agent.post<{ ticket?: Ticket }>(`/tickets/${ticketId}/accept`)));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    const owner = answers.find(({ status }) => status === 200)?.body.ticket?.agentId;
    await agents.find(({ id }) => id === owner)?.post(`/tickets/${ticketId}/close`, { disposition: "solved" });
    await customer.say("quiero hablar con una persona otra vez");
    ticketId = (await board(at(one, supervisor), customer, (seen) => seen !== undefined && seen.id !== ticketId))?.id ?? "";
  }
  await customer.control("end");
});

test("a process that is stopped while it holds a chat never leads to two voices: the other one takes the chat back, and the first finds it gone", async () => {
  const frozen = await signIn(one.url, "agent1@demo");
  const { customer, ticket } = await waitingCustomer(one.url, frozen);
  expect((await frozen.post(`/tickets/${ticket.id}/accept`)).status).toBe(200);
  expect((await frozen.post(`/tickets/${ticket.id}/messages`, { text: "Voy a mirarlo.", clientId: "f1" })).status).toBe(201);
  one.pause();
  const pending = frozen.post(`/tickets/${ticket.id}/messages`, { text: "Ya estoy aquí.", clientId: "f2" });
  await board(supervisor, customer, (seen) => seen?.status === "waiting" && seen.place !== null);
  const colleague = await signIn(two.url, "agent2@demo");
  expect((await colleague.post(`/tickets/${ticket.id}/accept`)).status).toBe(200);
  expect((await colleague.post(`/tickets/${ticket.id}/messages`, { text: "Sigo yo con usted.", clientId: "c1" })).status).toBe(201);
  one.resume();
  expect(await pending).toMatchObject({ status: 403, body: { error: { code: "not-owner" } } });
  expect((await frozen.post(`/tickets/${ticket.id}/messages`, { text: "¿Hola?", clientId: "f3" })).status).toBe(403);
  expect((await colleague.post(`/tickets/${ticket.id}/messages`, { text: "Listo.", clientId: "c2" })).status).toBe(201);

  const story = await storyOf(customer);
  let owner: string | null = null;
  for (const { type, agent, reply } of story) {
    if (type === "TicketAccepted") owner = agent?.id ?? null;
    if (type === "TicketRequeued") owner = null;
    if (reply?.author === "person") expect(reply.agent?.id).toBe(owner);
    if (reply?.author === "assistant") expect(owner).toBeNull();
  }
  expect(story.filter(({ type }) => type === "TicketRequeued")).toHaveLength(1);
  await colleague.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
});

test("signing out at one process closes the stream at the other, and what was heard of the chat ends there", async () => {
  const leaving = await signIn(one.url, "agent3@demo");
  const stream = await openDeskStream(two.url, { token: leaving.token });
  await leaving.post("/logout");
  expect(await stream.closed).toBe(4401);
  await expect(openDeskStream(two.url, { token: leaving.token })).rejects.toThrow("refused with 401");
});

test("when the process of an agent is killed, the other one gives the customer back to the line, ahead, and says so once", async () => {
  const lost = await signIn(one.url, "agent4@demo");
  const { customer, ticket } = await waitingCustomer(one.url, lost);
  await lost.post(`/tickets/${ticket.id}/accept`);
  await one.kill();
  const back = await board(supervisor, customer, (seen) => seen?.status === "waiting" && seen.place === 1);
  expect(back).toMatchObject({ id: ticket.id, agentId: null });
  expect((await storyOf(customer)).filter(({ type, why }) => type === "TicketRequeued" && why === "agent-gone")).toHaveLength(1);
  await one.restart();
  expect(await ticketOf(at(one, supervisor), customer.conversationId)).toMatchObject({ id: ticket.id, status: "waiting", place: 1 });
});
