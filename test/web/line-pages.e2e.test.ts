import type { BrowserContext, Page } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { newCustomer, signIn } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf } from "../support/waiting-customer.ts";

let server: TestServer;
// Long enough for a browser on a busy machine to press a button, short enough to see a nudge come.
beforeAll(async () => (server = await startServer({ OFFER_SECONDS: "30", FIRST_REPLY_SECONDS: "4" })));
afterAll(() => server.remove());

async function openDesk(context: BrowserContext, email: string, before: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<Page> {
  const desk = await context.newPage();
  await before(desk);
  await desk.goto(`${server.url}/desk?lang=en`);
  await desk.getByLabel("E-mail").fill(email);
  await desk.getByLabel("Password").fill("demo");
  await desk.locator("button[type=submit]").click();
  await desk.getByTestId("take-next").waitFor();
  return desk;
}

const asks = async (): ReturnType<typeof newCustomer> => {
  const customer = await newCustomer(server.url, "en");
  await customer.say("I want to talk to a person");
  return customer;
};

describe("the line on the desk", () => {
  it("offers a chat to who wants that, takes it back when let pass, gives it with the caret when taken, reminds of a first word and puts aside", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB" });
    try {
      const desk = await openDesk(context, "agent1@demo");
      await desk.getByTestId("presence").click();
      await desk.getByTestId("offers").click();
      await desk.keyboard.press("Escape");

      const first = await asks();
      await desk.getByTestId("offer").waitFor();
      expect(await desk.getByTestId("offer").innerText()).toMatch(/is offered to you \(.+\)\. \d+ s left\./);
      await desk.getByTestId("offer-decline").click();
      await desk.getByTestId("offer").waitFor({ state: "detached" });
      await desk.locator("[data-testid=ticket-row][data-status=waiting]").waitFor();
      await first.control("end");

      const second = await asks();
      await desk.getByTestId("offer-accept").click();
      await desk.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "composer");
      expect(await desk.getByTestId("load").innerText()).toMatch(/1 .*3/);
      await desk.getByTestId("unanswered").waitFor();
      await desk.getByTestId("nudge").waitFor();
      await desk.getByTestId("composer").fill("Hello, Marta here.");
      await desk.keyboard.press("Enter");
      await desk.getByTestId("nudge").waitFor({ state: "detached" });
      await desk.getByTestId("unanswered").waitFor({ state: "detached" });

      await desk.getByTestId("hold").click();
      await desk.locator("[data-minutes='15']").click();
      await desk.getByTestId("held").waitFor();
      expect(await desk.getByTestId("load").innerText()).toMatch(/0 .*3/);
      await second.hears(({ text }) => text?.includes("15 minutes") ?? false);
      await second.say("fine, I am here");
      await desk.getByTestId("held").waitFor({ state: "detached" });
      expect(await desk.getByTestId("load").innerText()).toMatch(/1 .*3/);
      await second.control("end");
    } finally {
      await close();
    }
  });

  it("says who is looking at a chat that is offered to a colleague, and who took it first", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB" });
    try {
      const desk = await openDesk(context, "agent2@demo");
      const colleague = await openDesk((await startOther()).context, "agent3@demo");
      await colleague.getByTestId("presence").click();
      await colleague.getByTestId("offers").click();
      await colleague.keyboard.press("Escape");
      const customer = await asks();
      await colleague.getByTestId("offer").waitFor();
      await desk.getByTestId("offered").waitFor();
      await desk.getByTestId("take").first().click();
      await desk.getByText("It is being offered to Inés Roca.").first().waitFor();
      await colleague.getByTestId("offer-accept").click();
      await desk.locator("[data-testid=ticket-row]").waitFor({ state: "detached" });
      const supervisor = await signIn(server.url, "supervisor@demo");
      expect(await ticketOf(supervisor, customer.conversationId)).toMatchObject({ status: "accepted", agentId: "agent3" });
      await customer.control("end");
    } finally {
      await Promise.all(others.splice(0).map((end) => end()));
      await close();
    }
  });

  it("warns a minute before it goes away by itself, stays at one press, and goes away without one", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB" });
    try {
      const desk = await openDesk(context, "agent4@demo", (page) => page.clock.install());
      const agent = await signIn(server.url, "agent4@demo");
      const presence = async (): Promise<string> => (await agent.get<{ presence: string }>("/me")).body.presence;
      await desk.clock.fastForward("09:05");
      await desk.getByText(/Still there\? In \d\d s you will be set to away\./).waitFor();
      await desk.getByRole("button", { name: "I am here" }).click();
      await desk.getByText(/Still there\?/).waitFor({ state: "detached" });
      expect(await presence()).toBe("available");
      await desk.clock.fastForward("09:05");
      await desk.getByText(/Still there\?/).waitFor();
      await desk.clock.fastForward("01:00");
      await desk.getByText("You are away: there was no activity.", { exact: false }).waitFor();
      expect(await presence()).toBe("away");
      await desk.getByRole("button", { name: "Back to available" }).click();
      await desk.getByText("You are away: there was no activity.", { exact: false }).waitFor({ state: "detached" });
      expect(await presence()).toBe("available");
    } finally {
      await close();
    }
  });
});

const others: (() => Promise<void>)[] = [];
/** A browser of its own: two people do not share a cookie. */
async function startOther(): Promise<{ context: BrowserContext }> {
  const { context, close } = await startBrowser({ locale: "en-GB" });
  others.push(close);
  return { context };
}
