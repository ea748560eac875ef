import { newCustomer, signIn, type Agent } from "../support/clients.ts";
import type { StreamFrame } from "../../src/api/contract.ts";
import { openDeskStream } from "../support/desk-stream.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { waitingCustomer } from "../support/waiting-customer.ts";

let server: TestServer;
let agents: [Agent, Agent];
beforeAll(async () => {
  server = await startServer();
  agents = [await signIn(server.url, "agent1@demo"), await signIn(server.url, "agent2@demo")];
});
afterAll(() => server.remove());

const isTicket = (id: string, status: string) => (frame: StreamFrame): boolean => frame.type === "ticket" && frame.ticket.id === id && frame.ticket.status === status;
const says = (text: string) => (frame: StreamFrame): boolean => frame.type === "events" && frame.events.some((event) => event.type === "TurnReceived" && event.text === text);
/** What customers said, in the order the frames told it, duplicates kept. */
const told = (frames: StreamFrame[]): string[] => frames.flatMap((frame) => (frame.type === "events" ? frame.events.flatMap((event) => (event.type === "TurnReceived" ? [event.text] : [])) : []));

test("a new ticket, its acceptance, what is said and its end arrive by themselves, in that order", async () => {
  const [agent] = agents;
  const stream = await openDeskStream(server.url, { token: agent.token });
  const { customer, ticket } = await waitingCustomer(server.url, agent);
  await stream.until(isTicket(ticket.id, "waiting"));
  await agent.post(`/tickets/${ticket.id}/accept`);
  await stream.until(isTicket(ticket.id, "accepted"));
  await customer.say("es por la nevera");
  await stream.until(says("es por la nevera"));
  await agent.post(`/tickets/${ticket.id}/messages`, { text: "Lo miro.", clientId: "m1" });
  await stream.until((frame) => frame.type === "events" && frame.events.some((event) => event.type === "ReplyRecorded" && event.reply.text === "Lo miro."));
  await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
  await stream.until((frame) => frame.type === "ticket-closed" && frame.ticketId === ticket.id && frame.status === "closed");
  expect(stream.frames[0]).toMatchObject({ type: "hello" });
  const versions = stream.frames.flatMap((frame) => (frame.type === "events" && frame.conversationId === customer.conversationId ? frame.events.map(({ version }) => version) : []));
  expect(versions).toEqual(versions.map((_, index) => (versions[0] ?? 0) + index));
  stream.cut();
});

test("cut and resumed from its last cursor, a stream has missed nothing and doubles nothing", async () => {
  const [agent] = agents;
  const first = await openDeskStream(server.url, { token: agent.token });
  const { customer, ticket } = await waitingCustomer(server.url, agent);
  await agent.post(`/tickets/${ticket.id}/accept`);
  const sending = (async () => {
    for (let index = 0; index < 20; index += 1) await customer.say(`línea ${index}`);
  })();
  await first.until(says("línea 5"));
  first.cut();
  await first.closed;
  const cursor = first.frames.at(-1)?.cursor ?? "";
  await sending;
  const second = await openDeskStream(server.url, { token: agent.token, after: cursor });
  await second.until(says("línea 19"));
  expect(told([...first.frames, ...second.frames]).filter((text) => text.startsWith("línea"))).toEqual(Array.from({ length: 20 }, (_, index) => `línea ${index}`));
  second.cut();
  await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
});

test("a cursor taken before the server ended goes on after its restart", async () => {
  const [agent] = agents;
  const first = await openDeskStream(server.url, { token: agent.token });
  const { customer, ticket } = await waitingCustomer(server.url, agent);
  await agent.post(`/tickets/${ticket.id}/accept`);
  await customer.say("antes");
  await first.until(says("antes"));
  const stopped = server.stop();
  expect(await first.closed).toBe(1012);
  await stopped;
  await server.restart();
  await customer.say("después");
  const second = await openDeskStream(server.url, { token: agent.token, after: first.frames.at(-1)?.cursor ?? "" });
  await second.until(says("después"));
  expect(told(second.frames)).toEqual(["después"]);
  second.cut();
  await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
});

test("once a colleague has a chat, the others see it go and nothing of what is said in it", async () => {
  const [owner, other] = agents;
  const streams = await Promise.all(agents.map(({ token }) => openDeskStream(server.url, { token })));
  const [mine, theirs] = streams as [Awaited<ReturnType<typeof openDeskStream>>, Awaited<ReturnType<typeof openDeskStream>>];
  const { customer, ticket } = await waitingCustomer(server.url, owner);
  await theirs.until(isTicket(ticket.id, "waiting"));
  await owner.post(`/tickets/${ticket.id}/accept`);
  await theirs.until((frame) => frame.type === "ticket-closed" && frame.ticketId === ticket.id);
  const seen = theirs.frames.length;
  await customer.say("mi secreto");
  await owner.post(`/tickets/${ticket.id}/messages`, { text: "queda entre nosotros", clientId: "m1" });
  await mine.until(says("mi secreto"));
  // Frames come in the log's order, so what is told of a later ticket proves that nothing of this one is on its way.
  const next = await waitingCustomer(server.url, other);
  await theirs.until(isTicket(next.ticket.id, "waiting"));
  expect(theirs.frames.slice(seen).filter((frame) => "conversationId" in frame && frame.conversationId === customer.conversationId)).toEqual([]);
  expect(JSON.stringify(theirs.frames)).not.toMatch(/mi secreto|queda entre nosotros/);
  streams.forEach(({ cut }) => cut());
  await owner.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
});

test("that the customer is writing reaches the agent who has the chat", async () => {
  const [agent] = agents;
  const { customer, ticket } = await waitingCustomer(server.url, agent);
  await agent.post(`/tickets/${ticket.id}/accept`);
  const stream = await openDeskStream(server.url, { token: agent.token });
  await stream.until(({ type }) => type === "hello");
  await fetch(`${server.url}/v3/directline/conversations/${customer.conversationId}/activities`, {
    method: "POST", headers: { authorization: `Bearer ${customer.token}`, "content-type": "application/json" }, body: JSON.stringify({ type: "typing", from: { id: "me" } }),
  });
  await stream.until((frame) => frame.type === "typing" && frame.conversationId === customer.conversationId && frame.who === "customer");
  stream.cut();
  await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
});

describe("the upgrade is refused", () => {
  test.each([["no", undefined], ["a junk", "junk"]])("with %s token: 401", async (_, token) => {
    await expect(openDeskStream(server.url, token === undefined ? {} : { token })).rejects.toThrow("refused with 401");
  });

  test("with a customer's token: 401", async () => {
    const { token } = await newCustomer(server.url);
    await expect(openDeskStream(server.url, { token })).rejects.toThrow("refused with 401");
  });

  test.each(["https://evil.example", "null", "http://127.0.0.1.evil.example"])("from a page of %s, whatever its token: 403", async (origin) => {
    await expect(openDeskStream(server.url, { token: agents[0].token, headers: { origin } })).rejects.toThrow("refused with 403");
  });

  test("with a cookie and no Origin, as no browser of ours sends it: 403", async () => {
    await expect(openDeskStream(server.url, { headers: { cookie: `relevo_session=${agents[0].token}` } })).rejects.toThrow("refused with 403");
  });
});

test("from our own page the cookie is enough", async () => {
  const stream = await openDeskStream(server.url, { headers: { cookie: `relevo_session=${agents[0].token}`, origin: server.url } });
  await stream.until(({ type }) => type === "hello");
  stream.cut();
});

test("a cursor nobody gave closes the stream with the word that says: begin anew", async () => {
  const stream = await openDeskStream(server.url, { token: agents[0].token, after: "junk" });
  expect(await stream.closed).toBe(4400);
});

test("signing out closes the stream", async () => {
  const leaving = await signIn(server.url, "agent3@demo");
  const stream = await openDeskStream(server.url, { token: leaving.token });
  await leaving.post("/logout");
  expect(await stream.closed).toBe(4401);
});
