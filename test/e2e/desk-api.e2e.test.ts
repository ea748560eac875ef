import { call, newCustomer, signIn, type Agent, type Ticket } from "../support/clients.ts";
import type { Analytics, LoginAnswer, Me, PolicyView, Whisper } from "../../src/api/contract.ts";
import { eventually } from "../support/eventually.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf, waitingCustomer } from "../support/waiting-customer.ts";

type Refusal = { error: { code: string; message: string; details?: { field: string; message: string }[] } };

let server: TestServer;
let supervisor: Agent;
beforeAll(async () => {
  server = await startServer();
  supervisor = await signIn(server.url, "supervisor@demo");
});
afterAll(() => server.remove());

const api = (path: string): string => `${server.url}/api/v1${path}`;
const login = (email: string, password: string): ReturnType<typeof call<LoginAnswer & Refusal>> => call(api("/login"), { method: "POST", body: { email, password } });

/** A ticket this agent has accepted. */
async function accepted(agent: Agent, locale: "es" | "en" = "es"): Promise<Awaited<ReturnType<typeof waitingCustomer>>> {
  const waiting = await waitingCustomer(server.url, supervisor, locale);
  expect((await agent.post(`/tickets/${waiting.ticket.id}/accept`)).status).toBe(200);
  return waiting;
}

describe("signing in", () => {
  test("answers a wrong password and an unknown address alike, so that nobody can ask who works here", async () => {
    const [wrong, unknown] = await Promise.all([login("agent1@demo", "Demo"), login("nobody@demo", "demo")]);
    expect(wrong.status).toBe(401);
    expect(wrong.body.error.code).toBe("wrong-credentials");
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    expect([wrong, unknown].map(({ headers }) => headers.get("set-cookie"))).toEqual([null, null]);
  });

  test("by cookie reads freely, and writes only with the header the login answer gave", async () => {
    const { body, headers } = await login("agent1@demo", "demo");
    const cookie = headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const asBrowser = { cookie: cookie.split(";")[0] ?? "" };
    const write = (extra: Record<string, string>): ReturnType<typeof call<Refusal>> => call(api("/me/presence"), { method: "PUT", body: { presence: "busy" }, headers: { ...asBrowser, ...extra } });
    expect((await call<Me>(api("/me"), { headers: asBrowser })).body).toMatchObject({ id: "agent1", csrf: body.csrf, capacity: 3 });
    for (const without of [[], [["x-relevo-csrf", ""]], [["x-relevo-csrf", `${body.csrf}x`]]]) expect(await write(Object.fromEntries(without) as Record<string, string>)).toMatchObject({ status: 403, body: { error: { code: "csrf" } } });
    expect((await write({ "x-relevo-csrf": body.csrf })).status).toBe(204);
    expect((await call<Me>(api("/me"), { headers: asBrowser })).body.presence).toBe("busy");
  });

  test("by bearer needs no header, and signing out ends it for both ways", async () => {
    const { body, headers } = await login("agent2@demo", "demo");
    const asProgram = { authorization: `Bearer ${body.token}` };
    expect((await call(api("/me/presence"), { method: "PUT", body: { presence: "available" }, headers: asProgram })).status).toBe(204);
    expect((await call(api("/logout"), { method: "POST", body: {}, headers: asProgram })).status).toBe(204);
    for (const given of [asProgram, { cookie: headers.get("set-cookie")?.split(";")[0] ?? "" }]) expect((await call(api("/me"), { headers: given })).status).toBe(401);
  });

  test.each([["none", {}], ["junk", { authorization: "Bearer junk" }], ["a customer's", null]] as const)("with %s token every list and every write is 401", async (_, headers) => {
    const given = headers ?? { authorization: `Bearer ${(await newCustomer(server.url)).token}` };
    for (const path of ["/me", "/tickets", "/policy", "/analytics", "/conversations/c1"]) expect([path, (await call(api(path), { headers: given })).status]).toEqual([path, 401]);
    for (const path of ["/tickets/next", "/tickets/t1/accept", "/tickets/t1/messages"]) expect([path, (await call(api(path), { method: "POST", body: {}, headers: given })).status]).toEqual([path, 401]);
  });
});

describe("requests that are not right", () => {
  test.each([
    ["POST", "/tickets/next", { hurry: true }, "hurry"], ["POST", "/tickets/t1/messages", { text: "hola", clientId: "1", bold: true }, "bold"], ["POST", "/tickets/t1/messages", { text: " ", clientId: "1" }, "text"],
    ["PUT", "/me/presence", { presence: "asleep" }, "presence"], ["POST", "/tickets/t1/close", {}, "disposition"], ["POST", "/tickets/t1/accept", { by: "me" }, "by"], ["GET", "/policy?version=1", undefined, "version"], ["GET", "/tickets?colour=red", undefined, "colour"], ["GET", "/tickets?limit=0", undefined, "limit"],
    ["GET", "/tickets?status=sleeping", undefined, "status"], ["GET", "/conversations/c1?after=-1", undefined, "after"],
  ])("%s %s with %p is 422 and names %s", async (method, path, body, field) => {
    const { token } = supervisor;
    const answer = await call<Refusal>(api(path), { method, ...(body === undefined ? {} : { body }), headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, answer.body.error.details?.map((detail) => detail.field)]).toEqual([422, [field]]);
  });

  test.each(["/accept", "/messages", "/close", "/notes", "/whisper"])("a ticket nobody has opened is 404 at %s", async (action) => {
    const body = { "/messages": { text: "hola", clientId: "1" }, "/close": { disposition: "solved" }, "/notes": { text: "x" } }[action];
    const path = `/tickets/t-unknown${action}`;
    const answer = action === "/whisper" ? await supervisor.get<Refusal>(path) : await supervisor.post<Refusal>(path, body);
    expect([answer.status, answer.body.error.code]).toEqual([404, "ticket.not-found"]);
  });
});

describe("roles", () => {
  test("whoever edits the policy takes no tickets, and reads policy and figures", async () => {
    const editor = await signIn(server.url, "editor@demo");
    const { ticket } = await waitingCustomer(server.url, supervisor);
    expect((await editor.get("/tickets")).status).toBe(403);
    for (const path of ["/tickets/next", `/tickets/${ticket.id}/accept`]) expect((await editor.post(path)).status).toBe(403);
    expect((await editor.get(`/conversations/${ticket.conversationId}`)).status).toBe(403);
    for (const path of ["/policy", "/analytics", "/me"]) expect((await editor.get(path)).status).toBe(200);
  });

  test("an agent does not read a colleague's chat, its whisper or its story; a supervisor does", async () => {
    const [owner, other] = await Promise.all([signIn(server.url, "agent1@demo"), signIn(server.url, "agent2@demo")]);
    const { ticket } = await accepted(owner);
    const paths = [`/conversations/${ticket.conversationId}`, `/tickets/${ticket.id}/whisper`];
    for (const path of paths) expect([(await other.get(path)).status, (await owner.get(path)).status, (await supervisor.get(path)).status]).toEqual([403, 200, 200]);
    expect(await ticketOf(other, ticket.conversationId)).toBeUndefined();
    expect((await other.post(`/conversations/${ticket.conversationId}/corrections`, { turnId: "x", emotion: "sad" })).status).toBe(403);
    await owner.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
  });
});

test("the list comes in pages that together are the list, each ticket once, in the line's order", async () => {
  for (let index = 0; index < 5; index += 1) await waitingCustomer(server.url, supervisor);
  const all = (await supervisor.get<{ tickets: Ticket[] }>("/tickets?status=waiting&limit=200")).body.tickets;
  const paged: Ticket[] = [];
  type Page = { tickets: Ticket[]; next: string | null };
  let cursor: string | null = "0";
  while (cursor !== null) {
    const { body }: { body: Page } = await supervisor.get<Page>(`/tickets?status=waiting&limit=2&cursor=${cursor}`);
    expect(body.tickets.length).toBeLessThanOrEqual(2);
    paged.push(...body.tickets);
    cursor = body.next;
  }
  expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  expect(all.length).toBeGreaterThanOrEqual(5);
  const places = all.map(({ place }) => place);
  expect(places).toEqual([...places].sort((a, b) => (a ?? 0) - (b ?? 0)));
});

describe("what the desk shows of the whole", () => {
  test("the policy has its version as ETag, and for every setting its unit, range, default and reason", async () => {
    const { body, headers } = await supervisor.get<PolicyView>("/policy");
    expect(headers.get("etag")).toBe(`"${body.version}"`);
    expect(body.fields.map(({ name }) => name).sort()).toEqual(Object.keys(body.settings).sort());
    for (const field of body.fields) expect(field).toMatchObject({ unit: expect.any(String), why: expect.stringMatching(/\w/) });
  });

  test("the figures count what happened", async () => {
    const figures = async (): Promise<Analytics> => (await supervisor.get<Analytics>("/analytics")).body;
    const before = await figures();
    const agent = await signIn(server.url, "agent6@demo");
    const { customer, ticket } = await accepted(agent);
    await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
    await customer.control("rate", { rating: 4 });
    const leaves = await waitingCustomer(server.url, supervisor);
    await leaves.customer.control("end");
    // The counts follow the log a moment behind.
    const after = await eventually(figures, (now) => now.abandoned > before.abandoned);
    expect([after.conversations - before.conversations, after.escalated - before.escalated, after.accepted - before.accepted, after.abandoned - before.abandoned]).toEqual([2, 2, 1, 1]);
    expect((after.reasons["asked-for-human"] ?? 0) - (before.reasons["asked-for-human"] ?? 0)).toBe(2);
    expect(after.csat.human.n - before.csat.human.n).toBe(1);
    expect(after.waitMs.n - before.waitMs.n).toBe(1);
    expect(after.waiting).toBe(before.waiting);
  });

  test("the OpenAPI page is 3.1 and lists every route the contract names", async () => {
    const { body } = await call<{ openapi: string; paths: Record<string, Record<string, unknown>> }>(api("/openapi.json"));
    expect(body.openapi).toBe("3.1.0");
    expect(body.paths["/api/v1/login"]?.post).toMatchObject({ security: [] });
    const listed = Object.entries(body.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace("/api/v1", "")}`));
    expect(listed).toEqual(expect.arrayContaining([
      "POST /login", "POST /logout", "GET /me", "PUT /me/presence", "POST /me/heartbeat", "GET /tickets", "POST /tickets/next", "POST /tickets/{id}/accept", "POST /tickets/{id}/messages", "POST /tickets/{id}/typing",
      "POST /tickets/{id}/notes", "POST /tickets/{id}/transfer", "POST /tickets/{id}/return", "POST /tickets/{id}/close", "GET /tickets/{id}/whisper", "POST /tickets/{id}/suggestions/{suggestionId}/response",
      "GET /conversations/{id}", "POST /conversations/{id}/corrections", "GET /policy", "GET /analytics",
    ]));
  });

  test("the metrics count turns and say nothing of what was written", async () => {
    const customer = await newCustomer(server.url);
    await customer.say("mi nombre secreto es Wenceslao Quiñones");
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(Number(/^relevo_turns_total(?:\{[^}]*\})? (\d+)/m.exec(text)?.[1])).toBeGreaterThan(0);
    expect(text).not.toMatch(/Wenceslao|Quiñones|@demo/);
  });
});

describe("work on a ticket", () => {
  test("at capacity the line gives no fourth chat, but one taken by name is given", async () => {
    const agent = await signIn(server.url, "agent7@demo");
    const mine: string[] = [];
    for (let index = 0; index < 3; index += 1) mine.push((await accepted(agent)).ticket.id);
    const { ticket } = await waitingCustomer(server.url, supervisor);
    expect(await agent.post("/tickets/next")).toMatchObject({ status: 409, body: { error: { code: "at-capacity" } } });
    expect((await agent.get<Me>("/me")).body).toMatchObject({ load: 3, capacity: 3 });
    expect((await agent.post(`/tickets/${ticket.id}/accept`)).status).toBe(200);
    for (const id of [...mine, ticket.id]) expect((await agent.post(`/tickets/${id}/close`, { disposition: "solved" })).status).toBe(204);
    expect((await agent.post("/tickets/next")).status).toBe(200);
  });

  test("a heartbeat says how often and until when", async () => {
    const { body } = await (await signIn(server.url, "agent8@demo")).post<{ everySeconds: number; expiresAt: string; now: string }>("/me/heartbeat");
    expect(body.everySeconds).toBe(15);
    expect(Date.parse(body.expiresAt) - Date.parse(body.now)).toBeGreaterThan(body.everySeconds * 1_000);
  });

  test("a transfer to a colleague moves the chat and all that belongs to it, and the customer hears who it is", async () => {
    const [from, to] = await Promise.all([signIn(server.url, "agent9@demo"), signIn(server.url, "agent2@demo")]);
    const { customer, ticket } = await accepted(from);
    const { watermark } = await customer.read();
    await to.put("/me/presence", { presence: "available" });
    expect((await from.post(`/tickets/${ticket.id}/transfer`, { to: { agentId: "agent2" }, comment: "sabe de neveras" })).status).toBe(204);
    expect((await customer.read(watermark)).activities.map(({ channelData }) => channelData?.relevo)).toMatchObject([{ kind: "joined", agent: "Owen Reed" }]);
    expect((await from.post(`/tickets/${ticket.id}/messages`, { text: "yo", clientId: "1" })).status).toBe(403);
    expect((await to.post(`/tickets/${ticket.id}/messages`, { text: "Hola, soy Owen.", clientId: "1" })).status).toBe(201);
    await to.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
    expect(await from.post(`/tickets/${ticket.id}/transfer`, { to: { agentId: "nobody" }, comment: "x" })).toMatchObject({ status: 422 });
  });

  test("a transfer to another agent skill waits in that line, and the comment is the colleagues' alone", async () => {
    const agent = await signIn(server.url, "agent9@demo");
    const { customer, ticket } = await accepted(agent);
    expect((await agent.post(`/tickets/${ticket.id}/transfer`, { to: { agentSkill: "care" }, comment: "secreto-del-equipo" })).status).toBe(204);
    expect(await ticketOf(supervisor, customer.conversationId)).toMatchObject({ id: ticket.id, status: "waiting", agentSkill: "care", agentId: null });
    expect((await ticketOf(supervisor, customer.conversationId))?.place).toBeGreaterThan(0);
    expect(JSON.stringify(await customer.read())).not.toContain("secreto-del-equipo");
  });

  test("notes and corrections are kept in the story and never reach the customer", async () => {
    const agent = await signIn(server.url, "agent10@demo");
    const { customer, ticket } = await accepted(agent);
    const { watermark } = await customer.read();
    const story = (await agent.get<{ events: { type: string; turnId?: string }[] }>(`/conversations/${ticket.conversationId}`)).body.events;
    const turnId = story.find(({ type }) => type === "TurnReceived")?.turnId ?? "";
    expect((await agent.post(`/tickets/${ticket.id}/notes`, { text: "cliente desde 2009" })).status).toBe(204);
    const correct = (body: object): ReturnType<typeof call<Refusal>> => agent.post(`/conversations/${ticket.conversationId}/corrections`, body);
    expect((await correct({ turnId, emotion: "anxious" })).status).toBe(204);
    expect((await correct({ turnId })).status).toBe(422);
    expect(await correct({ turnId, intent: "to-the-moon" })).toMatchObject({ status: 422, body: { error: { details: [{ field: "intent" }] } } });
    const { emotion } = (await agent.get<{ emotion: { turnId: string; emotion: string; confidence: number }[] }>(`/conversations/${ticket.conversationId}`)).body;
    expect(emotion.find((point) => point.turnId === turnId)).toMatchObject({ emotion: "anxious", confidence: 1 });
    expect((await correct({ turnId: "nobody-said-it", emotion: "sad" })).status).toBe(404);
    const after = (await agent.get<{ events: { type: string; text?: string; emotion?: string }[] }>(`/conversations/${ticket.conversationId}?after=${story.length}`)).body.events;
    expect(after).toMatchObject([{ type: "NoteAdded", text: "cliente desde 2009" }, { type: "ReadingCorrected", emotion: "anxious" }]);
    expect(await customer.read(watermark)).toMatchObject({ activities: [] });
    await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
  });

  test.each([["es", "¿Qué horario tienen?", /lunes/], ["en", "What are your opening hours?", /Monday/]] as const)("the whisper has at most three suggestions in the customer's language, %s, and claims no evidence it has not", async (locale, text, words) => {
    const agent = await signIn(server.url, "agent11@demo");
    const { customer, ticket } = await accepted(agent, locale);
    await customer.say(text);
    const { suggestions, brief } = (await agent.get<Whisper>(`/tickets/${ticket.id}/whisper`)).body;
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions.length).toBeLessThanOrEqual(3);
    expect(suggestions.every(({ evidence }) => evidence === null)).toBe(true);
    expect(suggestions.map((suggestion) => suggestion.text).join(" ")).toMatch(words);
    expect(Object.values(brief).every((line) => typeof line === "string")).toBe(true);
    expect((await agent.post(`/tickets/${ticket.id}/suggestions/${suggestions[0]?.id}/response`, { response: "dismissed" })).status).toBe(204);
    expect((await agent.post(`/tickets/${ticket.id}/suggestions/nobody-showed-it/response`, { response: "sent" })).status).toBe(404);
    await agent.post(`/tickets/${ticket.id}/close`, { disposition: "solved" });
  });
});
