import type { BrowserContext, Locator, Page } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.remove());

async function openPage(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url + path);
  return page;
}

async function openChat(page: Page): Promise<void> {
  await page.getByTestId("launcher").click();
  await page.locator(".relevo-turn").first().waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  const box = page.locator(".relevo-chat textarea");
  await box.fill(text);
  await box.press("Enter");
}

/** The customer's turns that say this; a word of it may stand again under a turn, as what the reading rests on. */
const turn = (desk: Page, text: string): Locator => desk.getByTestId("story").locator("[data-turn]").filter({ hasText: text });

/** A customer who has asked for a person, and a desk signed in beside them. */
async function inLine(context: BrowserContext): Promise<{ shop: Page; desk: Page }> {
  const shop = await openPage(context, "/?lang=en");
  await openChat(shop);
  await shop.getByTestId("ask-person").click();
  await shop.getByTestId("keep-waiting").waitFor();
  const desk = await openPage(context, "/desk?lang=en");
  await desk.getByLabel("E-mail").fill("agent1@demo");
  await desk.getByLabel("Password").fill("demo");
  await desk.locator("button[type=submit]").click();
  await desk.getByTestId("ticket-row").first().waitFor();
  return { shop, desk };
}

describe("the pages", () => {
  it("take the next chat by one key, put a suggestion at the caret and send it only when told", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB" });
    try {
      const { shop, desk } = await inLine(context);
      const markup = '<img src=x onerror="document.title=1"> **Where** is my order 1043?';
      await write(shop, markup);
      await desk.locator("body").press("n");
      await desk.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "composer");
      await turn(desk, markup).waitFor();
      expect(await desk.getByTestId("story").locator("img").count()).toBe(0);

      await desk.getByTestId("suggestion").first().waitFor();
      await desk.keyboard.type("Marta here.");
      await desk.keyboard.press("Control+1");
      const draft = await desk.getByTestId("composer").inputValue();
      expect(draft).toMatch(/^Marta here\. .{10}/);
      expect(await shop.locator(".relevo-turn--person").count()).toBe(0);
      await desk.keyboard.press("Enter");
      await shop.locator(".relevo-turn--person").first().waitFor();
      await desk.getByTestId("suggestion").first().waitFor({ state: "detached" });

      expect(await shop.getByTestId("announce").innerText()).toBe("Marta Gil, a person, has joined the conversation.");
      expect(await shop.locator(".relevo-author").last().innerText()).toBe("Marta Gil · person");
      await shop.reload();
      await openChat(shop);
      await shop.locator(".relevo-turn--person").first().waitFor();
      expect(await shop.locator(".relevo-turn--person .webchat__bubble").count()).toBe(1);
      await desk.getByTestId("close").click();
      await desk.locator("[data-disposition=solved]").click();
      await shop.getByTestId("csat").locator("[data-score='5']").click();
      await shop.locator(".relevo-thanks").getByText("Your rating: 5, very good.", { exact: true }).waitFor();
    } finally {
      await close();
    }
  });

  it("keep what was written while the server was away, and send it once when it is back", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB" });
    try {
      const { shop, desk } = await inLine(context);
      await desk.getByTestId("take-next").click();
      await desk.getByTestId("composer").waitFor();

      await server.stop();
      await desk.getByTestId("server-down").waitFor();
      await write(shop, "written in the dark");
      await shop.getByTestId("offline").waitFor();
      await desk.getByTestId("composer").fill("and so is this");
      await desk.getByTestId("composer").press("Enter");
      await desk.getByTestId("retry").waitFor();

      await server.restart();
      await desk.getByTestId("server-down").waitFor({ state: "detached" });
      await desk.getByTestId("retry").click();
      const heard = shop.locator(".relevo-turn--person .webchat__bubble__content").getByText("and so is this");
      await heard.waitFor();
      const written = turn(desk, "written in the dark");
      await written.first().waitFor();
      expect(await written.count()).toBe(1);
      expect(await heard.count()).toBe(1);
    } finally {
      await close();
    }
  }, 120_000);

  it("keep a message that was left, through a reload, and ask for it before", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB" });
    try {
      const shop = await openPage(context, "/?lang=en");
      await openChat(shop);
      await shop.getByTestId("ask-person").click();
      await shop.getByTestId("leave-message").click();
      const who = shop.getByTestId("who");
      await who.getByText("Write your message").waitFor();
      await write(shop, "please call me about order 1043");
      await who.getByText("Your message is saved").waitFor();
      await shop.reload();
      await openChat(shop);
      await who.getByText("Your message is saved").waitFor();
      expect(await shop.locator(".relevo-bar button").evaluateAll((all) => all.map((one) => one.getAttribute("data-testid")))).toEqual(["ask-person"]);
    } finally {
      await close();
    }
  });

  it("give an agent's words back after the session ended under them, and when the customer has left", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB" });
    try {
      const { shop, desk } = await inLine(context);
      await desk.getByTestId("take-next").click();
      await desk.getByTestId("composer").waitFor();
      const taken = await desk.getByTestId("conversation").getAttribute("data-ticket");
      await desk.route("**/messages", (route) => route.fulfill({ status: 401, contentType: "application/json", body: '{"error":{"code":"unauthorized","message":""}}' }));
      await desk.getByTestId("composer").fill("I have found your parcel");
      await desk.getByTestId("composer").press("Enter");
      await desk.getByLabel("E-mail").fill("agent1@demo");
      await desk.getByLabel("Password").fill("demo");
      await desk.locator("button[type=submit]").click();
      await desk.locator(`[data-ticket="${taken}"] button`).first().click();
      await desk.getByTestId("composer").waitFor();
      expect(await desk.getByTestId("composer").inputValue()).toBe("I have found your parcel");

      await shop.getByTestId("chat-menu").click();
      await shop.getByTestId("end").click();
      await shop.getByTestId("end-yes").click();
      expect(await desk.getByTestId("unsent-draft").locator("textarea").first().inputValue()).toBe("I have found your parcel");
      await desk.getByTestId("story").getByText("The customer ends the chat with Marta Gil", { exact: false }).waitFor();
    } finally {
      await close();
    }
  });

  it("fit on a phone, one pane at a time, and cost little before the chat is opened", async () => {
    const { context, close } = await startBrowser({ locale: "es-ES", viewport: { width: 320, height: 568 } });
    try {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${server.url}/`);
      await page.getByTestId("launcher").waitFor();
      expect(asked).toContain("/widget.js");
      expect(asked).not.toContain("/webchat.js");
      expect(asked.filter((path) => path.startsWith("/api") || path.startsWith("/v3"))).toEqual([]);

      await openChat(page);
      const panel = await page.getByTestId("chat-panel").boundingBox();
      expect([panel?.x, panel?.y, panel?.width, panel?.height]).toEqual([0, 0, 320, 568]);
      for (const path of ["/", "/desk", "/ops"]) {
        await page.goto(server.url + path);
        await page.locator("main").waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      }
    } finally {
      await close();
    }
  });

  it("tell on a phone whose chat it is and why it came, and what that rests on when asked", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB", viewport: { width: 320, height: 568 } });
    try {
      const { desk } = await inLine(context);
      await desk.locator("body").press("n");
      const why = desk.getByTestId("why");
      await why.waitFor();
      const name = desk.getByTestId("conversation").locator("h2");
      // The name ends in a code of four letters: the widest must fit as well.
      const cut = await name.evaluate((element) => { element.textContent = "Customer WMWM"; return element.scrollWidth - element.clientWidth; });
      expect(cut).toBe(0);
      expect(await why.textContent()).toContain("Asked for a person");
      expect(await why.textContent()).not.toContain("The message that decided it");
      await desk.getByTestId("why-more").click();
      expect(await why.textContent()).toContain("The message that decided it");
      expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    } finally {
      await close();
    }
  });
});
