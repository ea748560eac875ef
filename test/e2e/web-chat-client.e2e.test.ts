import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { signIn, type Activity, type Agent } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf } from "../support/waiting-customer.ts";

/** What the page keeps for the test. */
type Seen = { statuses: number[]; activities: Activity[] };
type Line = {
  conversationId: string; token: string; watermark: string; end(): void;
  postActivity(activity: object): { subscribe(next: (id: string) => void, failed: (error: unknown) => void): void };
  connectionStatus$: { subscribe(next: (status: number) => void): void };
  activity$: { subscribe(next: (activity: Activity) => void, failed: () => void): void };
};
type ChatWindow = { WebChat: { createDirectLine(options: object): Line }; token: string; line: Line; seen: Seen };

/** Of the client's connection states: 0 not begun, 1 connecting, 2 online. */
const online = 2;

let server: TestServer;
let agent: Agent;
let browser: Awaited<ReturnType<typeof startBrowser>>;
beforeAll(async () => {
  if (!existsSync("dist/web/webchat.js")) throw new Error("The pages are not built; npm test builds them");
  [server, browser] = await Promise.all([startServer(), startBrowser({ locale: "es-ES" })]);
  agent = await signIn(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** The shop's own page with the real client, connected to a conversation of its own. */
async function openClient(options: object): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${server.url}/`);
  await page.addScriptTag({ url: "/webchat.js" });
  await page.evaluate(async () => {
    const here = window as unknown as ChatWindow;
    const answer = await fetch("/api/directline/token", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    here.token = ((await answer.json()) as { token: string }).token;
    here.seen = { statuses: [], activities: [] };
  });
  await connect(page, options);
  return page;
}

/** Connects with the page's token; what is seen adds to what was. */
const connect = (page: Page, options: object): Promise<void> =>
  page.evaluate((given) => {
    const here = window as unknown as ChatWindow;
    here.line = here.WebChat.createDirectLine({ token: here.token, domain: `${location.origin}/v3/directline`, ...given });
    here.line.connectionStatus$.subscribe((status) => here.seen.statuses.push(status));
    here.line.activity$.subscribe((activity) => here.seen.activities.push(activity), () => undefined);
  }, options);

/** Ends the client and connects another one to the same conversation, where the first one stopped reading, with a token got for the old one. */
async function reconnect(page: Page, options: object): Promise<void> {
  const where = await page.evaluate(async () => {
    const here = window as unknown as ChatWindow;
    const { conversationId, token, watermark } = here.line;
    const answer = await fetch("/v3/directline/tokens/refresh", { method: "POST", headers: { authorization: `Bearer ${token}` } });
    here.token = ((await answer.json()) as { token: string }).token;
    here.line.end();
    here.seen.statuses = [];
    return { conversationId, watermark };
  });
  await connect(page, { ...options, ...where });
  await isOnline(page);
}

const say = (page: Page, text: string): Promise<string> =>
  page.evaluate((given) => new Promise<string>((resolve, reject) => {
    const { line } = window as unknown as ChatWindow;
    line.postActivity({ type: "message", text: given, from: { id: "me" }, locale: "es", channelData: { clientActivityID: `id ${given}` } }).subscribe(resolve, reject);
  }), text);

const seen = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as ChatWindow).seen);
const conversationOf = (page: Page): Promise<string> => page.evaluate(() => (window as unknown as ChatWindow).line.conversationId);
const isOnline = (page: Page): Promise<unknown> => page.waitForFunction((status) => (window as unknown as ChatWindow).seen.statuses.at(-1) === status, online);
/** Waits until a message from the bot's side has these words. */
const hears = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((given) => (window as unknown as ChatWindow).seen.activities.some(({ text, from }) => from.role === "bot" && text?.includes(given)), words);
const hearsItself = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((given) => (window as unknown as ChatWindow).seen.activities.some(({ text, from }) => from.role === "user" && text === given), words);
const messages = async (page: Page): Promise<Activity[]> => (await seen(page)).activities.filter(({ type }) => type === "message");

describe.each([["a WebSocket", { webSocket: true }], ["polling", { webSocket: false, pollingInterval: 300 }]])("Microsoft's own Direct Line client over %s", (_, options) => {
  test("goes online, hears the greeting, and what it posts is answered once", async () => {
    const page = await openClient(options);
    await hears(page, "asistente automático");
    await isOnline(page);
    const id = await say(page, "¿Qué horario tienen?");
    await hears(page, "lunes a sábado");
    await hearsItself(page, "¿Qué horario tienen?");
    const all = await messages(page);
    expect(all.map(({ from }) => from.role)).toEqual(["bot", "user", "bot"]);
    expect(all[1]).toMatchObject({ id, channelData: { clientActivityID: "id ¿Qué horario tienen?" } });
    expect((await seen(page)).statuses).toEqual(expect.arrayContaining([0, 1, online]));
    await page.close();
  });

  test("hears a person who takes over, by name", async () => {
    const page = await openClient(options);
    await say(page, "quiero hablar con una persona");
    await hears(page, "persona");
    const ticket = await ticketOf(agent, await conversationOf(page));
    await agent.post(`/tickets/${ticket?.id}/accept`);
    await agent.post(`/tickets/${ticket?.id}/messages`, { text: "Hola, soy Marta.", clientId: "m1" });
    await hears(page, "Hola, soy Marta.");
    expect((await messages(page)).at(-1)).toMatchObject({ from: { name: "Marta Gil" }, channelData: { relevo: { author: "person" } } });
    await agent.post(`/tickets/${ticket?.id}/close`, { disposition: "solved" });
    await page.close();
  });

  test("sends a picture, and gets it back where everybody in the conversation finds it", async () => {
    const page = await openClient(options);
    await hears(page, "asistente automático");
    await page.evaluate(() => new Promise<string>((resolve, reject) => {
      const contentUrl = URL.createObjectURL(new Blob([new Uint8Array([137, 80, 78, 71])], { type: "image/png" }));
      (window as unknown as ChatWindow).line.postActivity({ type: "message", text: "mire la foto", from: { id: "me" }, attachments: [{ name: "foto.png", contentType: "image/png", contentUrl }] }).subscribe(resolve, reject);
    }));
    await hearsItself(page, "mire la foto");
    const sent = (await messages(page)).find(({ text }) => text === "mire la foto") as Activity & { attachments: { contentUrl: string; name: string }[] };
    expect(sent.attachments).toMatchObject([{ name: "foto.png", contentType: "image/png" }]);
    const bytes = await page.evaluate(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength, sent.attachments[0]?.contentUrl ?? "");
    expect(bytes).toBe(4);
    await page.close();
  });

  test("with a refreshed token goes on in the same conversation, where it had stopped reading", async () => {
    const page = await openClient(options);
    await say(page, "hola");
    await hearsItself(page, "hola");
    const before = await conversationOf(page);
    await reconnect(page, options);
    await say(page, "sigo yo");
    await hearsItself(page, "sigo yo");
    expect(await conversationOf(page)).toBe(before);
    const mine = (await messages(page)).filter(({ from }) => from.role === "user").map(({ text }) => text);
    expect(mine).toEqual(["hola", "sigo yo"]);
    await page.close();
  });

  test("cut off while a person writes, by a crash of the server, it has everything once, in order", async () => {
    const page = await openClient(options);
    await say(page, "quiero hablar con una persona");
    await hears(page, "persona");
    const ticket = await ticketOf(agent, await conversationOf(page));
    await agent.post(`/tickets/${ticket?.id}/accept`);
    const write = async (index: number): Promise<void> => expect((await agent.post(`/tickets/${ticket?.id}/messages`, { text: `línea ${index}.`, clientId: `m${index}` })).status).toBe(201);
    for (let index = 0; index < 5; index += 1) await write(index);
    await hears(page, "línea 4.");
    await page.evaluate(() => void (Math.random = () => 0)); // the client waits 3 to 15 seconds at random before it comes back
    await server.kill(); // every socket is cut without a word
    await server.restart();
    // Over a WebSocket the client comes back by itself; one that polls gives up at the first failure, and its page connects again.
    if (!options.webSocket) await reconnect(page, options);
    for (let index = 5; index < 10; index += 1) await write(index);
    await hears(page, "línea 9.");
    await say(page, "ya lo veo");
    await hearsItself(page, "ya lo veo");
    const all = await messages(page);
    expect(all.filter(({ text }) => text?.startsWith("línea")).map(({ text }) => text)).toEqual(Array.from({ length: 10 }, (__, index) => `línea ${index}.`));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    await agent.post(`/tickets/${ticket?.id}/close`, { disposition: "solved" });
    await page.close();
  });
});
