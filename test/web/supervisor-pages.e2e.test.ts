import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { newCustomer, signIn, kindOf } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.remove());

async function deskOf(context: BrowserContext, email: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.url}/desk?lang=en`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("demo");
  await page.locator("button[type=submit]").click();
  await page.getByTestId("line").waitFor();
  return page;
}

/** A customer with agent1, over the API. */
async function withAgent1(): Promise<Awaited<ReturnType<typeof newCustomer>> & { ticketId: string }> {
  const customer = await newCustomer(server.url, "en");
  const agent = await signIn(server.url, "agent1@demo");
  await agent.post("/me/heartbeat");
  await customer.say("I want to talk to a person");
  await customer.hears((activity) => kindOf(activity) === "queue");
  const { body } = await agent.get<{ tickets: { id: string; conversationId: string }[] }>("/tickets?status=waiting");
  const ticketId = body.tickets.find(({ conversationId }) => conversationId === customer.conversationId)?.id ?? "";
  await agent.post(`/tickets/${ticketId}/accept`);
  return { ...customer, ticketId };
}

describe("the desk of a supervisor", () => {
  it("shows what the team has, whispers to the person in words the customer never sees, and takes over in one press the customer hears of", async () => {
    const customer = await withAgent1();
    const { context, close } = await startBrowser({ locale: "en-GB" });
    const other = await startBrowser({ locale: "en-GB" });
    try {
      const marta = await deskOf(other.context, "agent1@demo");
      const sol = await deskOf(context, "supervisor@demo");
      await marta.locator(`[data-ticket="${customer.ticketId}"] button`).first().click();
      await sol.getByTestId("team").locator(`[data-ticket="${customer.ticketId}"] button`).first().click();
      await marta.getByTestId("conversation").getByTestId("viewer").waitFor();

      await sol.getByTestId("supervisor-note").fill("Ask for the photo first");
      await sol.getByTestId("supervisor-whisper").click();
      const note = marta.getByTestId("story").getByTestId("note");
      await note.filter({ hasText: "Ask for the photo first" }).waitFor();
      expect(await note.innerText()).toContain("the customer does not see it");

      await sol.getByTestId("take-over").click();
      await sol.getByTestId("composer").waitFor();
      const told = await customer.hears((activity) => kindOf(activity) === "joined" && /after/.test(activity.text ?? ""));
      expect(told.channelData?.relevo).toMatchObject({ author: "system", kind: "joined" });
      await marta.getByTestId("composer").waitFor({ state: "detached" });
      const { activities } = await customer.read();
      expect(activities.map(({ text }) => text).join()).not.toContain("photo");
    } finally {
      await close();
      await other.close();
    }
  });

  it("passes a chat back to the line, or gives it back with an errand, each by its own act", async () => {
    const customer = await withAgent1();
    const { context, close } = await startBrowser({ locale: "en-GB" });
    try {
      const marta = await deskOf(context, "agent1@demo");
      await marta.locator(`[data-ticket="${customer.ticketId}"] button`).first().click();
      await marta.getByTestId("pass").click();
      expect(await marta.getByTestId("pass-do").isDisabled()).toBe(true);
      await marta.getByTestId("pass-comment").fill("knows about refunds");
      await marta.getByTestId("pass-do").click();
      await customer.hears((activity) => kindOf(activity) === "handoff" && /another person/.test(activity.text ?? ""));

      await marta.locator(`[data-ticket="${customer.ticketId}"][data-status=waiting] [data-testid=take]`).click();
      await marta.getByTestId("return").click();
      await marta.getByTestId("errand").fill("change the delivery date of the order");
      await marta.getByTestId("return-do").click();
      const offer = await customer.hears((activity) => (activity.suggestedActions?.actions.length ?? 0) > 0 && /asked me to help/.test(activity.text ?? ""));
      expect(offer.channelData?.relevo?.author).toBe("assistant");
    } finally {
      await close();
    }
  });
});

describe("the customer's chat", () => {
  it("shows what the person will get, takes a correction the person reads first, and a code to note down", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB" });
    try {
      const shop = await context.newPage();
      await shop.goto(`${server.url}/?lang=en`);
      await shop.getByTestId("launcher").click();
      await shop.locator(".relevo-turn").first().waitFor();
      await shop.getByTestId("ask-person").click();
      await shop.locator("[data-kind=brief]").first().waitFor();
      await shop.getByTestId("correct-brief").click();
      await shop.locator("[data-kind=brief]").filter({ hasText: "Write now" }).waitFor();
      const box = shop.locator(".relevo-chat textarea");
      await box.fill("it is about the March invoice");
      await box.press("Enter");
      await shop.locator("[data-kind=brief]").filter({ hasText: "Noted" }).waitFor();
      await shop.getByTestId("chat-menu").click();
      expect(await shop.getByTestId("tracking-code").innerText()).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);

      const [download] = await Promise.all([shop.waitForEvent("download"), shop.getByTestId("save-transcript").click()]);
      const kept = await readFile(await download.path(), "utf8");
      expect(kept).toMatch(/Tracking code: [0-9A-Z]{4}-[0-9A-Z]{4}/);
      expect(kept).toContain("You: it is about the March invoice");

      const desk = await deskOf(context, "agent2@demo");
      await desk.getByTestId("ticket-row").filter({ hasText: "March invoice" }).getByTestId("take").click();
      await desk.getByTestId("corrections").getByText("it is about the March invoice").waitFor();
    } finally {
      await close();
    }
  });
});
