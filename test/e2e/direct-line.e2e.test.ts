import WebSocket from "ws";
import { byAssistant, call, newCustomer, type Activity, type Customer } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => (server = await startServer({ SIGNING_SECRET: "a-signing-secret-of-some-length-for-tests" })));
afterAll(() => server.remove());

const secret = { authorization: "Bearer a-signing-secret-of-some-length-for-tests" };
const base = (): string => `${server.url}/v3/directline`;
const asHolder = ({ token }: { token: string }): { authorization: string } => ({ authorization: `Bearer ${token}` });
const fromUser = (activities: Activity[]): (string | undefined)[] => activities.filter(({ from }) => from.role === "user").map(({ text }) => text);

/** Collects what a stream tells until `enough`; the socket stays open for the caller to end. */
function listen(url: string, enough: (activities: Activity[]) => boolean): { socket: WebSocket; done: Promise<{ activities: Activity[]; watermark: string }> } {
  const socket = new WebSocket(url);
  const activities: Activity[] = [];
  let watermark = "0";
  const done = new Promise<{ activities: Activity[]; watermark: string }>((resolve, reject) => {
    socket.on("error", reject);
    socket.on("message", (data) => {
      const set = JSON.parse((data as Buffer).toString()) as { activities?: Activity[]; watermark?: string };
      activities.push(...(set.activities ?? []).filter(({ type }) => type === "message"));
      watermark = set.watermark ?? watermark;
      if (enough(activities)) resolve({ activities: [...activities], watermark });
    });
  });
  return { socket, done };
}
const streamOf = async (customer: Customer, watermark: string): Promise<string> =>
  (await call<{ streamUrl: string }>(`${base()}/conversations/${customer.conversationId}?watermark=${watermark}`, { headers: asHolder(customer) })).body.streamUrl;

test("the first thing shown says it is an automatic assistant, what it can do and how to reach a person, in the page's language", async () => {
  for (const [locale, words] of [["es", [/asistente automático/, /pedido/, /Hablar con una persona/]], ["en-GB", [/automatic assistant/, /order/, /Talk to a person/]]] as const) {
    const [first] = (await (await newCustomer(server.url, locale)).read()).activities;
    expect(first).toMatchObject({ channelData: { relevo: { author: "assistant", kind: "welcome" } } });
    for (const word of words) expect(first?.text).toMatch(word);
  }
});

test("a message sent again with the same client id and a new activity is one message with one answer", async () => {
  const customer = await newCustomer(server.url);
  const answers = await Promise.all(Array.from({ length: 16 }, () => customer.say("¿Qué horario tienen?", "client-1")));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  const { activities } = await customer.read();
  expect(fromUser(activities)).toHaveLength(1);
  expect(activities.filter(byAssistant)).toHaveLength(2); // the greeting and the answer
  expect(activities.find(({ from }) => from.role === "user")?.channelData?.clientActivityID).toBe("client-1");
});

test("fifty messages at once are all kept, and each is answered before the next is taken", async () => {
  const customer = await newCustomer(server.url);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => customer.say(`hola ${index}`, `m${index}`)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  const { activities } = await customer.read();
  expect(new Set(fromUser(activities)).size).toBe(50);
  expect(activities.slice(1).map(({ from }) => from.role)).toEqual(Array.from({ length: 50 }, () => ["user", "bot"]).flat());
});

test("a hundred messages have rising watermarks, and reading from any of them gives exactly what follows", async () => {
  const customer = await newCustomer(server.url);
  const watermarks = ["0"];
  for (let index = 0; index < 100; index += 1) {
    await customer.say(`hola ${index}`);
    watermarks.push((await customer.read(watermarks.at(-1))).watermark);
  }
  expect(watermarks.every((watermark, index) => index === 0 || Number(watermark) > Number(watermarks[index - 1]))).toBe(true);
  const all = (await customer.read("0")).activities.map(({ id }) => id);
  for (const watermark of watermarks) {
    const rest = (await customer.read(watermark)).activities.map(({ id }) => id);
    expect(rest).toEqual(rest.length === 0 ? [] : all.slice(-rest.length));
  }
  expect((await customer.read(watermarks.at(-1))).activities).toEqual([]);
});

test("a client that loses its stream and comes back with its last watermark gets everything once", async () => {
  const customer = await newCustomer(server.url);
  const first = listen(customer.streamUrl, (activities) => fromUser(activities).length >= 5);
  const sending = (async () => {
    for (let index = 0; index < 20; index += 1) await customer.say(`hola ${index}`);
  })();
  const seen = await first.done;
  first.socket.terminate();
  await sending;
  const second = listen(await streamOf(customer, seen.watermark), (activities) => activities.some(({ text }) => text === "hola 19"));
  const rest = await second.done;
  second.socket.terminate();
  expect(fromUser([...seen.activities, ...rest.activities])).toEqual(Array.from({ length: 20 }, (_, index) => `hola ${index}`));
});

test("two streams on one conversation both get all of it", async () => {
  const customer = await newCustomer(server.url);
  const enough = (activities: Activity[]): boolean => activities.some(({ text }) => text === "hola 2") && activities.filter(byAssistant).length >= 4;
  const streams = [listen(customer.streamUrl, enough), listen(await streamOf(customer, "-"), enough)];
  for (let index = 0; index < 3; index += 1) await customer.say(`hola ${index}`);
  const [one, two] = await Promise.all(streams.map(({ done }) => done));
  streams.forEach(({ socket }) => socket.terminate());
  expect(one?.activities.map(({ id }) => id)).toEqual(two?.activities.map(({ id }) => id));
});

test("an uploaded picture becomes part of the conversation; a program does not", async () => {
  const customer = await newCustomer(server.url);
  const form = (type: string): FormData => {
    const data = new FormData();
    data.append("activity", new Blob([JSON.stringify({ type: "message", from: { id: "me" }, text: "mire" })], { type: "application/vnd.microsoft.activity" }));
    data.append("file", new Blob([new Uint8Array([1, 2, 3])], { type }), "foto.png");
    return data;
  };
  const upload = (type: string): Promise<Response> => fetch(`${base()}/conversations/${customer.conversationId}/upload?userId=me`, { method: "POST", headers: asHolder(customer), body: form(type) });
  expect((await upload("image/png")).status).toBe(200);
  const [sent] = (await customer.read()).activities.filter(({ from }) => from.role === "user") as (Activity & { attachments: { contentUrl: string; name: string }[] })[];
  expect(sent).toMatchObject({ text: "mire", attachments: [{ name: "foto.png" }] });
  const file = await fetch(sent?.attachments[0]?.contentUrl ?? "");
  expect([file.status, file.headers.get("content-type"), (await file.arrayBuffer()).byteLength]).toEqual([200, "image/png", 3]);
  expect((await upload("text/html")).status).toBe(400);
});

describe("a token reaches its own conversation and nothing else", () => {
  test.each([["none", {}], ["junk", { authorization: "Bearer junk" }], ["basic", { authorization: "Basic eDp5" }]])("with %s the answer is 401 in the contract's form", async (_, headers) => {
    for (const [method, path] of [["POST", "/tokens/generate"], ["POST", "/tokens/refresh"], ["POST", "/conversations"], ["GET", "/conversations/x/activities"], ["POST", "/conversations/x/activities"], ["GET", "/conversations/x"]]) {
      const answer = await call<{ error: { code: string } }>(base() + path, { method, ...(method === "POST" ? { body: {} } : {}), headers });
      expect([path, answer.status, answer.body.error.code]).toEqual([path, 401, "unauthorized"]);
    }
  });

  test("another conversation looks the same as one that does not exist", async () => {
    const [mine, other] = await Promise.all([newCustomer(server.url), newCustomer(server.url)]);
    for (const path of ["/activities", ""]) {
      const foreign = await call(`${base()}/conversations/${other.conversationId}${path}`, { headers: asHolder(mine) });
      const absent = await call(`${base()}/conversations/c000000000000000000000000${path}`, { headers: asHolder(mine) });
      expect([foreign.status, foreign.body]).toEqual([403, absent.body]);
    }
    expect((await call(`${base()}/conversations/${other.conversationId}/activities`, { method: "POST", body: { type: "message", text: "x" }, headers: asHolder(mine) })).status).toBe(403);
    const refused = new WebSocket(`${base().replace("http", "ws")}/conversations/${other.conversationId}/stream?t=${mine.token}`);
    const [, response] = await new Promise<[unknown, { statusCode: number }]>((resolve) => refused.on("unexpected-response", (...both) => resolve(both as unknown as [unknown, { statusCode: number }])));
    expect(response.statusCode).toBe(403);
    refused.on("error", () => undefined).terminate();
  });

  test("whoever a client says it is, what it sends is its token's user's", async () => {
    const customer = await newCustomer(server.url);
    await call(`${base()}/conversations/${customer.conversationId}/activities`, { method: "POST", body: { type: "message", text: "hola", from: { id: "dl_victim", role: "bot" } }, headers: asHolder(customer) });
    const sent = (await customer.read()).activities.find(({ text }) => text === "hola");
    expect(sent?.from).toMatchObject({ role: "user" });
    expect(sent?.from.id).not.toBe("dl_victim");
  });

  test("the secret makes tokens for users whose id says so, and refreshing keeps the conversation", async () => {
    const refused = await call(`${base()}/tokens/generate`, { method: "POST", body: { user: { id: "ana" } }, headers: secret });
    expect(refused.status).toBe(400);
    const { body } = await call<{ token: string; conversationId: string; expires_in: number }>(`${base()}/tokens/generate`, { method: "POST", body: { user: { id: "dl_ana" } }, headers: secret });
    expect(body.expires_in).toBeGreaterThan(0);
    const refreshed = await call<{ conversationId: string }>(`${base()}/tokens/refresh`, { method: "POST", headers: asHolder(body) });
    expect(refreshed.body.conversationId).toBe(body.conversationId);
  });

  test("a token with one changed character is refused", async () => {
    const { token } = await newCustomer(server.url);
    const middle = Math.floor(token.length / 2);
    const changed = token.slice(0, middle) + (token[middle] === "A" ? "B" : "A") + token.slice(middle + 1);
    expect((await call(`${base()}/tokens/refresh`, { method: "POST", headers: { authorization: `Bearer ${changed}` } })).status).toBe(401);
  });

  test("a page on a foreign site gets no token, nor leave to read the answer", async () => {
    for (const origin of ["https://evil.example", "null", `${server.url}.evil.example`]) {
      const answer = await call(`${server.url}/api/directline/token`, { method: "POST", body: {}, headers: { origin } });
      expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    }
  });
});
