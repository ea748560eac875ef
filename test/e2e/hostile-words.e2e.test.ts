import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { call, newCustomer, signIn, type Agent } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf } from "../support/waiting-customer.ts";

let server: TestServer;
beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("The pages are not built; npm test builds them");
  server = await startServer();
});
afterAll(() => server.remove());

/** Each begins with a word of its own, by which it is found; whatever of it runs sets `ran`. */
const hostile = [
  'uno <img src=x onerror="window.ran=1">', "dos <script>window.ran=1</script>", "tres [pulse](javascript:window.ran=1)", "cuatro <svg onload=window.ran=1>", "cinco {{7*7}} ${7*7}",
  'seis <a href="javascript:window.ran=1">aquí</a>', "siete \u202Eotxet\u202C fin", "ocho <iframe srcdoc='<script>parent.ran=1</script>'></iframe>", 'nueve ![x](x"onerror="window.ran=1)', "diez <style>*{display:none}</style>",
];
const longWord = `once${"ñ".repeat(3_990)}`;

/** Watches a page for anything that runs or opens. */
function watched(page: Page): { dialogs: string[]; ran(): Promise<unknown> } {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return { dialogs, ran: () => page.evaluate(() => [(window as unknown as { ran?: number }).ran, document.querySelectorAll("[onerror], [onload], iframe, a[href^='javascript:']").length]) };
}
const nothingRan = [undefined, 0];
/** How far the page, or the part of it named, is wider than what is shown of it. */
const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe("words that want to be more than words", () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  beforeEach(async () => (browser = await startBrowser({ locale: "es-ES", viewport: { width: 320, height: 640 } })));
  afterEach(() => browser.close());

  test("from a customer stay words in the shop, in the line and in the desk, and nothing is wider than a small phone", async () => {
    const [shop, desk] = [await browser.context.newPage(), await browser.context.newPage()];
    const watch = [watched(shop), watched(desk)];
    await shop.goto(`${server.url}/`);
    await shop.getByTestId("launcher").click();
    const panel = shop.getByTestId("chat-panel");
    const write = async (text: string): Promise<void> => {
      const box = panel.getByRole("textbox").first();
      await box.fill(text);
      await box.press("Enter");
      await panel.getByRole("feed").getByText(text.split(/[ ñ]/)[0] ?? "").first().waitFor();
    };
    await write("quiero hablar con una persona");
    for (const text of [...hostile, longWord]) await write(text);
    const agent = await signIn(server.url);
    const [ticket] = (await agent.get<{ tickets: { id: string; conversationId: string }[] }>("/tickets")).body.tickets;
    await agent.post(`/tickets/${ticket?.id}/accept`);

    await desk.goto(`${server.url}/desk`);
    await desk.getByRole("textbox").first().fill("agent1@demo");
    await desk.locator('input[type="password"]').fill("demo");
    await desk.locator('button[type="submit"]').click();
    await desk.getByTestId("ticket-row").first().getByRole("button").first().click();
    const story = desk.getByTestId("story");
    for (const text of hostile) await story.getByText(text, { exact: true }).first().waitFor();
    await story.getByText(longWord.slice(0, 40)).first().waitFor();
    for (const page of [shop, desk]) expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(watch.flatMap(({ dialogs }) => dialogs)).toEqual([]);
    expect(await Promise.all(watch.map(({ ran }) => ran()))).toEqual([nothingRan, nothingRan]);
    await Promise.all([shop.close(), desk.close()]);
  }, 120_000);

  test("from an agent stay words in the shop, and a link that is drawn leads where it says and opens apart", async () => {
    const shop = await browser.context.newPage();
    const watch = watched(shop);
    await shop.goto(`${server.url}/`);
    await shop.getByTestId("launcher").click();
    const panel = shop.getByTestId("chat-panel");
    // Written before the line is up: it must arrive all the same.
    await panel.getByRole("textbox").first().fill("quiero hablar con una persona, por favor");
    await panel.getByRole("textbox").first().press("Enter");
    await panel.getByRole("feed").getByText("le paso con una.").first().waitFor();
    const agent = await signIn(server.url, "agent2@demo");
    const ticket = await newest(agent);
    await agent.post(`/tickets/${ticket?.id}/accept`);
    for (const [index, text] of [...hostile, longWord, "Mire https://example.com/ayuda y [aquí](https://example.com/otra)"].entries()) {
      expect((await agent.post(`/tickets/${ticket?.id}/messages`, { text, clientId: `m${index}` })).status).toBe(201);
    }
    const feed = panel.getByRole("feed");
    await feed.getByText("Mire", { exact: false }).first().waitFor();
    for (const text of hostile) await feed.getByText(text.split(" ")[0] ?? "").first().waitFor();
    const links = feed.locator("a[href]");
    const drawn = await links.evaluateAll((found) => found.map((link) => [link.getAttribute("href"), link.textContent, link.getAttribute("target"), link.getAttribute("rel")]));
    expect(drawn).toEqual(["ayuda", "otra"].map((path) => [`https://example.com/${path}`, `example.com/${path}`, "_blank", "noopener noreferrer"]));
    await browser.context.route("https://example.com/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>elsewhere</title>" }));
    const [apart] = await Promise.all([browser.context.waitForEvent("page"), links.first().click()]);
    await apart.waitForLoadState();
    expect(apart.url()).toBe("https://example.com/ayuda");
    expect(await apart.evaluate(() => window.opener === null && document.referrer === "")).toBe(true);
    await apart.close();
    expect(await overflow(shop)).toBeLessThanOrEqual(0);
    expect(watch.dialogs).toEqual([]);
    expect(await watch.ran()).toEqual(nothingRan);
    await shop.close();
  }, 120_000);
});

const newest = async (agent: Agent): Promise<{ id: string } | undefined> =>
  (await agent.get<{ tickets: { id: string; queuedAt: string }[] }>("/tickets?status=waiting&limit=200")).body.tickets.sort((a, b) => b.queuedAt.localeCompare(a.queuedAt))[0];

const heavy: [string, string][] = [
  ["120 KB of angry words", "horrible desastre NO FUNCIONA!!! ".repeat(3_700)],
  ["20,000 exclamation marks", "!".repeat(20_000)],
  ["50,000 combining marks", `e${"\u0301".repeat(50_000)}`],
  ["what backtracking patterns fear", `${"a".repeat(30_000)}! ${"a@".repeat(15_000)} ${"1".repeat(30_000)}`],
  ["20,000 nested quotes", `${'"«('.repeat(6_700)}`],
];

describe("texts made to keep the server busy", () => {
  test.each(heavy)("%s are answered and kept whole, and who asks meanwhile is answered", async (_, text) => {
    const [busy, other] = await Promise.all([newCustomer(server.url), newCustomer(server.url)]);
    const done: string[] = [];
    const note = <T>(name: string, work: Promise<T>): Promise<T> => work.finally(() => done.push(name));
    // Ten at once are ten times the work; one question among them does not wait for all of it.
    const heavyOnes = Promise.all(Array.from({ length: 10 }, () => busy.say(text))).finally(() => done.push("heavy"));
    const [alive, answer] = await Promise.all([note("alive", call(`${server.url}/livez`)), note("other", other.say("¿Qué horario tienen?"))]);
    const statuses = (await heavyOnes).map(({ status }) => status);
    expect([alive.status, answer.status]).toEqual([200, 200]);
    expect(done.at(-1)).toBe("heavy");
    expect(new Set(statuses)).toEqual(new Set([200]));
    const kept = (await busy.read()).activities.filter(({ from }) => from.role === "user");
    expect(kept.every((activity) => activity.text === text)).toBe(true);
    expect(kept).toHaveLength(10);
  });

  test("a body past the limit is 413 in the contract's form and leaves no trace", async () => {
    const customer = await newCustomer(server.url);
    const { watermark } = await customer.read();
    expect(await customer.say("palabra ".repeat(40_000))).toMatchObject({ status: 413, body: { error: { code: "body.too-large" } } });
    expect(await customer.read(watermark)).toEqual({ activities: [], watermark });
  });

  test("a text that asks for a person beyond what is read still reaches the log whole, and a person's desk", async () => {
    const customer = await newCustomer(server.url);
    const text = `quiero hablar con una persona ${"y más ".repeat(20_000)}`;
    expect((await customer.say(text)).status).toBe(200);
    const supervisor = await signIn(server.url, "supervisor@demo");
    expect(await ticketOf(supervisor, customer.conversationId)).toMatchObject({ status: "waiting" });
    const { body } = await supervisor.get<{ events: { type: string; text?: string }[] }>(`/conversations/${customer.conversationId}`);
    expect(body.events.find(({ type }) => type === "TurnReceived")?.text).toBe(text);
  });
});
