import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { readOptions } from "./options.ts";

const help = `Examples:
  npm run screenshots
  npm run screenshots -- --url http://127.0.0.1:3978 --language en --out /tmp/pictures

Plays the whole relay on a running server with its demo logins and writes shop.png, desk.png and ops.png.
  --url       where the server is (http://127.0.0.1:3978)
  --language  es or en (es)
  --out       folder of the pictures (docs/images)`;

const { values } = readOptions(help, { options: { url: { type: "string" }, language: { type: "string" }, out: { type: "string" } } });
const url = values.url ?? "http://127.0.0.1:3978";
const language = values.language === "en" ? "en" : "es";
const out = values.out ?? join(import.meta.dirname, "../docs/images");
const es = language === "es";

/** What the customer on the picture writes; the third line is the one that brings a person. */
const story = es
  ? ["¿Dónde está mi pedido 1043?", "46001", "Otra vez con retraso, ¡estoy harto!", "¡Es la tercera vez, esto es una vergüenza!"]
  : ["Where is my order 1043?", "46001", "Late again, I am fed up!", "This is the third time, it is a disgrace!"];

/** Others in the line and with the assistant, so that the desk and the counts have something to show. */
const others: { language: "es" | "en"; lines: string[] }[] = [
  { language: "en", lines: ["My mother passed away and I am so sad, I do not know how to stop her weekly basket"] },
  { language: "es", lines: ["¿Qué horario tienen?", "Quiero hablar con una persona"] },
  { language: "en", lines: ["What are your opening hours?", "Thank you, that is great"] },
  { language: "es", lines: ["¿Dónde está mi pedido 1043?", "46001", "Gracias, muy amable"] },
  { language: "en", lines: ["I want to cancel my subscription"] },
];

/** Browser flags as in the tests: Debian's Chromium, and nothing that would call home. */
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const picture = { width: 1280, height: 800 };

/** A customer without a browser, over Direct Line. An answered POST means that the assistant has answered as well. */
async function customer(spoken: "es" | "en", lines: string[]): Promise<void> {
  const post = async (path: string, body: object, token?: string): Promise<Record<string, string>> => {
    const response = await fetch(url + path, { method: "POST", headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as Record<string, string>;
  };
  const { token = "" } = await post("/api/directline/token", {});
  const { conversationId = "" } = await post("/v3/directline/conversations", {}, token);
  const activities = `/v3/directline/conversations/${conversationId}/activities`;
  await post(activities, { type: "event", name: "relevo.start", value: { language: spoken }, locale: spoken, from: { id: "demo" } }, token);
  for (const text of lines) await post(activities, { type: "message", text, locale: spoken, from: { id: "demo" } }, token);
}

async function newPage(browser: Browser): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: picture, locale: es ? "es-ES" : "en-GB", reducedMotion: "reduce", colorScheme: "light" });
  return context.newPage();
}

async function signIn(page: Page, path: string, email: string): Promise<void> {
  await page.goto(`${url}${path}?lang=${language}`);
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill("demo");
  await page.locator("button[type=submit]").click();
}

/** Waits until what is drawn has settled: two frames without anything new asked for. */
const settled = (page: Page): Promise<void> => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

async function play(browser: Browser): Promise<void> {
  const desk = await newPage(browser);
  await signIn(desk, "/desk", "agent1@demo");
  await desk.getByTestId("line").waitFor();

  const shop = await newPage(browser);
  await shop.goto(`${url}/?lang=${language}`);
  await shop.getByTestId("launcher").click();
  const bubbles = shop.locator(".relevo-turn");
  await bubbles.first().waitFor();
  const write = shop.locator(".relevo-chat textarea");
  for (const line of story) {
    const before = await bubbles.count();
    await write.fill(line);
    await write.press("Enter");
    await bubbles.nth(before).waitFor();
    if (await shop.getByTestId("keep-waiting").isVisible()) break; // the handoff has come: what follows would only be more of it
  }
  await shop.getByTestId("keep-waiting").waitFor();
  // Taken before the others come: one of them may be ahead in line. Not all of them wait for a person.
  await desk.getByTestId("ticket-row").first().waitFor();
  await desk.getByTestId("take-next").click();
  await desk.getByTestId("suggestion").first().waitFor();
  for (const one of others) await customer(one.language, one.lines);
  await desk.getByTestId("ticket-row").nth(3).waitFor();
  await settled(desk);
  await desk.screenshot({ path: join(out, "desk.png") });

  await desk.getByTestId("insert").first().click();
  await desk.getByTestId("send").click();
  await shop.locator(".relevo-turn--person").first().waitFor();
  await settled(shop);
  await shop.screenshot({ path: join(out, "shop.png") });

  await desk.getByTestId("close").click();
  await desk.locator("[data-disposition=solved]").click();
  await shop.getByTestId("csat").locator("[data-score='5']").click();

  const ops = await newPage(browser);
  await signIn(ops, "/ops", "editor@demo");
  await ops.getByTestId("policy-version").waitFor();
  await ops.getByTestId("reasons").waitFor();
  await settled(ops);
  await ops.screenshot({ path: join(out, "ops.png") });
}

await mkdir(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: flags });
try {
  await play(browser);
  console.log(`written to ${out}: shop.png, desk.png, ops.png`);
} finally {
  await browser.close();
}
