import { createServer, request, type Server } from "node:http";
import { once } from "node:events";
import { gzipSync } from "node:zlib";
import { call } from "../support/clients.ts";
import { freePort, startServer, type TestServer } from "../support/server.ts";

type Sent = { text?: string; type: string; name?: string; conversation: string };

let server: TestServer;
let connector: Server;
let port: number;
const sent: Sent[] = [];
/** What the channel answers to the next replies instead of 200. */
const misbehaving: { status: number; headers: Record<string, string> }[] = [];

beforeAll(async () => {
  port = await freePort();
  connector = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      const { text, type, name } = JSON.parse(Buffer.concat(chunks).toString()) as Sent;
      sent.push({ text, type, ...(name ? { name } : {}), conversation: /conversations\/([^/]+)/.exec(incoming.url ?? "")?.[1] ?? "" });
      const { status, headers } = misbehaving.shift() ?? { status: 200, headers: {} };
      response.writeHead(status, { "content-type": "application/json", ...headers }).end('{"id":"x"}');
    });
  }).listen(port, "127.0.0.1");
  await once(connector, "listening");
  server = await startServer();
});
afterAll(async () => {
  await server.remove();
  connector.close();
});

let counted = 0;
const activity = (rest: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: "message", id: `a${(counted += 1)}`, text: "What are your opening hours?", channelId: "emulator", serviceUrl: `http://127.0.0.1:${port}`,
  conversation: { id: `conversation-${counted}` }, from: { id: "user" }, recipient: { id: "bot" }, locale: "en-US", ...rest,
});
const post = (body: unknown, headers: Record<string, string> = {}): ReturnType<typeof call<{ error?: { code: string } }>> =>
  call(`${server.url}/api/messages`, { method: "POST", body, headers });
const repliesTo = (conversation: string): Sent[] => sent.filter((reply) => reply.conversation === conversation && reply.type === "message");

test("a turn is answered through the connector", async () => {
  const { status } = await post(activity({ conversation: { id: "hours" } }));
  expect(status).toBe(200);
  expect(repliesTo("hours")).toHaveLength(1);
});

test("an activity delivered twice is answered once, and both deliveries succeed", async () => {
  const twice = activity({ conversation: { id: "twice" } });
  expect([(await post(twice)).status, (await post(twice)).status]).toEqual([200, 200]);
  expect(repliesTo("twice")).toHaveLength(1);
});

test("an activity delivered sixteen times at once is answered once", async () => {
  const many = activity({ conversation: { id: "many" } });
  const answers = await Promise.all(Array.from({ length: 16 }, () => post(many)));
  expect(answers.map(({ status }) => status)).toEqual(Array<number>(16).fill(200));
  expect(repliesTo("many")).toHaveLength(1);
});

test("the same activity id in two conversations is two turns", async () => {
  await post(activity({ id: "same", conversation: { id: "one" } }));
  await post(activity({ id: "same", conversation: { id: "two" } }));
  expect([repliesTo("one").length, repliesTo("two").length]).toEqual([1, 1]);
});

test("a handoff is told to the channel as handoff.initiate and goes on as handoff.status; Teams, which refuses such events, gets none", async () => {
  const eventsOf = (conversation: string): Sent[] => sent.filter((one) => one.conversation === conversation && one.type === "event");
  const told = (conversation: string, name: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => { if (eventsOf(conversation).some((one) => one.name === name)) resolve(); };
      connector.on("request", (_, response) => response.on("finish", look));
      look();
    });
  await post(activity({ conversation: { id: "in-teams" }, channelId: "msteams", text: "talk to a person" }));
  await post(activity({ conversation: { id: "in-emulator" }, text: "talk to a person" }));
  await told("in-emulator", "handoff.initiate");
  await post(activity({ conversation: { id: "in-emulator" }, type: "event", name: "handoff.status", value: { state: "accepted" } }));
  await told("in-emulator", "handoff.status");
  await post(activity({ conversation: { id: "in-emulator" }, type: "event", name: "handoff.status", value: { state: "completed" } }));
  const inLine = repliesTo("in-teams").length;
  expect(inLine).toBeGreaterThan(0);
  expect(eventsOf("in-teams")).toEqual([]);
  // Both are out of the line again: what follows here counts tickets.
  await post(activity({ conversation: { id: "in-teams" }, channelId: "msteams", text: "back to the assistant" }));
});

test("a person's answer reaches the customer through the connector after the turn has ended", async () => {
  await post(activity({ conversation: { id: "proactive" }, text: "talk to a person" }));
  const { body: { token } } = await call<{ token: string }>(`${server.url}/api/v1/login`, { method: "POST", body: { email: "agent1@demo", password: "demo" } });
  const headers = { authorization: `Bearer ${token}` };
  const { body: { ticket } } = await call<{ ticket: { id: string } }>(`${server.url}/api/v1/tickets/next`, { method: "POST", body: {}, headers });
  const heard = new Promise<void>((resolve) => connector.on("request", (_, response) => response.on("finish", () => repliesTo("proactive").some(({ text }) => text === "Hello, I am Marta.") && resolve())));
  await call(`${server.url}/api/v1/tickets/${ticket.id}/messages`, { method: "POST", body: { text: "Hello, I am Marta.", clientId: "1" }, headers });
  await heard;
});

describe("a channel that misbehaves", () => {
  test.each([500, 502, 503])("and answers %i, perhaps after showing the reply, does not get it again", async (status) => {
    misbehaving.push({ status, headers: {} });
    expect((await post(activity({ conversation: { id: `ambiguous-${status}` } }))).status).toBe(200);
    expect(repliesTo(`ambiguous-${status}`)).toHaveLength(1);
  });

  test("and says it is busy gets the reply again when it asks for it", async () => {
    misbehaving.push({ status: 429, headers: { "retry-after": "1" } });
    expect((await post(activity({ conversation: { id: "busy" } }))).status).toBe(200);
    expect(repliesTo("busy")).toHaveLength(2);
  });

  test("and points elsewhere is not followed there", async () => {
    let called = 0;
    const elsewhere = createServer((_, response) => response.writeHead(200).end(String((called += 1)))).listen(0, "127.0.0.1");
    await once(elsewhere, "listening");
    const address = elsewhere.address();
    misbehaving.push({ status: 307, headers: { location: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/stolen` } });
    expect((await post(activity({ conversation: { id: "redirected" } }))).status).toBe(200);
    expect(called).toBe(0);
    elsewhere.close();
  });
});

describe("bad input gets a clear error, and the process lives on", () => {
  const raw = async (headers: Record<string, string>, body: Buffer | string, path = "/api/messages", method = "POST"): Promise<number> => {
    const outgoing = request(server.url + path, { method, headers });
    outgoing.on("error", () => undefined);
    const answered = once(outgoing, "response") as Promise<[{ statusCode: number; resume(): void }]>;
    outgoing.end(body);
    const [response] = await answered;
    response.resume();
    return response.statusCode;
  };
  const json = { "content-type": "application/json" };

  afterEach(async () => expect((await call(`${server.url}/livez`)).status).toBe(200));

  test.each(["/api/messages", "/api/directline/token", "/v3/directline/tokens/generate", "/v3/directline/conversations", "/v3/directline/conversations/x/activities", "/v3/directline/conversations/x/upload", "/api/v1/login", "/api/v1/tickets/next"])(
    "%s refuses an encoded body before reading it", async (path) => {
      expect(await raw({ ...json, "content-encoding": "gzip" }, "junk", path)).toBe(415);
      expect(await raw({ ...json, "content-encoding": "gzip" }, gzipSync(Buffer.alloc(30_000_000)), path)).toBe(415);
    });
  test("an encoding on a GET is refused too", async () => expect(await raw({ "content-encoding": "gzip" }, "", "/livez", "GET")).toBe(415));

  test("a body over the limit is refused, with and without a length", async () => {
    expect(await raw({ ...json, "content-length": "300000" }, Buffer.alloc(300_000, 32))).toBe(413);
    expect(await raw({ ...json, "transfer-encoding": "chunked" }, Buffer.alloc(1_000_000, 32))).toBe(413);
  });

  test.each<[string, string]>([
    ["null", "null"], ["an array", "[]"], ["text", '"x"'], ["no type", JSON.stringify(activity({ type: undefined }))], ["text as object", JSON.stringify(activity({ text: {} }))],
    ["text as null", JSON.stringify(activity({ text: null }))], ["text as number", JSON.stringify(activity({ text: 1 }))], ["conversation as text", JSON.stringify(activity({ conversation: "c" }))], ["a bad timestamp", JSON.stringify(activity({ timestamp: "yesterday" }))],
    ["a NUL", JSON.stringify(activity({ text: "a\u0000b" }))], ["half a surrogate", JSON.stringify(activity({ text: "\ud800" }))], ["too many entities", JSON.stringify(activity({ entities: Array(1000).fill({}) }))],
    ["deep nesting", JSON.stringify(activity()).replace("{", `{"x":${"[".repeat(50_000)}${"]".repeat(50_000)},`)], ["not JSON", "{"], ["nothing", ""],
  ])("%s is a 400 in the contract's form", async (_, body) => {
    const response = await fetch(`${server.url}/api/messages`, { method: "POST", headers: json, body });
    expect(response.status).toBe(400);
    expect(Object.keys(((await response.json()) as { error: object }).error)).toEqual(expect.arrayContaining(["code", "message"]));
  });

  test.each(["application/x-www-form-urlencoded", "text/plain"])("%s is not taken, so a foreign page cannot post a form", async (type) => {
    expect(await raw({ "content-type": type, origin: "https://evil.example" }, JSON.stringify(activity()))).toBe(415);
  });

  test.each(["http://attacker.example", "http://169.254.169.254/latest", "file:///etc/passwd", "http://[::1]:6379", "https://127.0.0.1:8443", "http://user:pw@127.0.0.1:9999", "http://127.0.0.1:80", "not a url"])(
    "no reply is sent to %s", async (serviceUrl) => {
      const before = sent.length;
      expect((await post(activity({ serviceUrl }))).status).toBe(400);
      expect(sent).toHaveLength(before);
    });

  test("an unknown address and a wrong method say so in JSON, without naming the server", async () => {
    const missing = await call<{ error: { code: string } }>(`${server.url}/<script>`);
    expect([missing.status, missing.body.error.code]).toEqual([404, "not-found"]);
    expect(missing.headers.get("server")).toBeNull();
    expect((await call(`${server.url}/api/messages`)).status).toBe(405);
  });
});
