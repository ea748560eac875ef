import type { BrowserContext, Page } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { kindOf, newCustomer, signIn } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.remove());

async function signedIn(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url + path);
  await page.locator("input[type=email]").fill("agent1@demo");
  await page.locator("input[type=password]").fill("demo");
  await page.locator("button[type=submit]").click();
  return page;
}

/** A customer who is upset about order 1043 and has asked for a person, and agent1's desk with that conversation taken. */
async function upsetCustomer(context: BrowserContext): Promise<{ desk: Page; customer: Awaited<ReturnType<typeof newCustomer>> }> {
  const customer = await newCustomer(server.url, "en");
  await customer.say("My order 1043 is late again and I am really angry, I want to talk to a person");
  await customer.hears((activity) => kindOf(activity) === "handoff");
  const desk = await signedIn(context, "/desk?lang=en");
  await desk.getByTestId("ticket-row").first().waitFor();
  await desk.locator("body").press("n");
  await desk.getByTestId("composer").waitFor();
  await desk.getByTestId("suggestion").nth(1).waitFor();
  return { desk, customer };
}

describe("the help at the desk", () => {
  it("puts the second suggestion at the caret, softens a draft on request, and shows after two turns that the customer feels better", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB" });
    try {
      const { desk, customer } = await upsetCustomer(context);
      const composer = desk.getByTestId("composer");
      await desk.getByTestId("behaviours-missing").getByText("Support").waitFor();

      await composer.fill("You should have checked the date.");
      await desk.getByTestId("mirror-look").click();
      const blaming = desk.getByTestId("mirror-finding").filter({ hasText: "Blaming" });
      await blaming.getByTestId("mirror-use").click();
      await blaming.waitFor({ state: "detached" });
      expect(await composer.inputValue()).not.toContain("should have");
      // The rest of it: cold to somebody angry.
      await desk.getByTestId("mirror-finding").filter({ hasText: "Cold" }).getByTestId("mirror-use").click();
      await desk.getByTestId("mirror").getByText("It can go out as it is.").waitFor();
      expect(await composer.inputValue()).toMatch(/sorry/);

      // A place left open is asked about once, and goes out only when the agent says so.
      expect(await desk.getByTestId("suggestion-source").allInnerTexts()).toContain("house reply");
      await composer.fill("I asked: [reason]. I am sorry.");
      await composer.press("Enter");
      await desk.getByTestId("slots-ask").waitFor();
      expect(await composer.inputValue()).toContain("[reason]");
      await desk.getByTestId("slot").click();
      await desk.keyboard.type("the van broke down");
      await desk.getByTestId("slots").or(desk.getByTestId("slots-ask")).waitFor({ state: "detached" });
      await composer.press("Enter");
      await customer.hears((activity) => activity.text === "I asked: the van broke down. I am sorry.");
      await customer.say("That is a shame, it is still late and I am angry");
      await desk.getByTestId("suggestion").nth(1).waitFor();

      const second = (await desk.getByTestId("suggestion").nth(1).locator("[lang=en]").innerText()).trim();
      await composer.fill("");
      await composer.focus();
      await desk.keyboard.press("Control+2");
      expect(await composer.inputValue()).toBe(second);
      await desk.getByTestId("send").click();
      if (/\[\p{L}/u.test(second)) await desk.getByTestId("slots-send").click();
      await customer.hears((activity) => activity.text === second);

      await customer.say("Oh, thank you, that helps");
      await customer.say("Perfect, you have been wonderful, thanks a lot!");
      await desk.getByTestId("mood").getByText(/satisfied|excited/).last().waitFor();
      await desk.getByTestId("behaviours-shown").waitFor();

      // Ops see what became of suggestions, and of nobody in particular.
      const ops = await context.newPage();
      await ops.goto(`${server.url}/ops?lang=en`);
      await ops.getByTestId("uses").getByText("Sent as they were").first().waitFor();
      const counted = await ops.getByTestId("uses").innerText();
      expect(counted).toMatch(/Shown\s+[1-9][\s\S]*Sent as they were\s+1\b/);
      await ops.close();

      // One key to who they are, and one from the composer to the shop's knowledge.
      await composer.press("Escape");
      await desk.keyboard.press("p");
      await desk.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "profile");
      await composer.focus();
      await desk.keyboard.press("Control+.");
      await desk.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "ask-question");

      // A person who knows better says so, with one press and one choice; the log keeps it.
      await desk.getByTestId("correct-reading").last().click();
      await desk.getByRole("menuitemradio", { name: "sad" }).click();
      await desk.getByTestId("reading").last().getByText("corrected by a person").waitFor();
    } finally {
      await close();
    }
  });

  it("answers the kitchen question in both languages, beside a conversation and on a page for the pocket", async () => {
    const { context, close } = await startBrowser({ locale: "en-GB", viewport: { width: 360, height: 720 } });
    try {
      const page = await signedIn(context, "/ask?lang=en");
      const ask = async (question: string): Promise<string> => {
        await page.getByTestId("ask-question").fill(question);
        await page.getByTestId("ask-send").click();
        await page.getByTestId("ask-answer").or(page.getByTestId("ask-none")).first().waitFor();
        return (await page.getByTestId("ask-answer").or(page.getByTestId("ask-none")).allInnerTexts()).join("\n");
      };
      expect(await ask("how do I season sirloin?")).toMatch(/coarse salt[\s\S]*Seasoning a sirloin/);
      await page.getByTestId("ask-question").fill("¿con qué sazono un solomillo?");
      await page.getByTestId("ask-send").click();
      await page.getByTestId("ask-answer").filter({ hasText: "sal gruesa" }).first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.getByTestId("ask-question").fill("who won the football match?");
      await page.getByTestId("ask-send").click();
      await page.getByTestId("ask-none").waitFor();
    } finally {
      await close();
    }
  });
});

describe("the mirror", () => {
  it("keeps nothing of a draft, in the log of the conversation or on the server's output, and only the desk may ask for it", async () => {
    const customer = await newCustomer(server.url, "es");
    await customer.say("Quiero hablar con una persona");
    await customer.hears((activity) => kindOf(activity) === "handoff");
    const agent = await signIn(server.url, "agent2@demo");
    await agent.post("/me/heartbeat");
    const { body: { tickets } } = await agent.get<{ tickets: { id: string; conversationId: string }[] }>("/tickets?status=waiting");
    const id = tickets.find(({ conversationId }) => conversationId === customer.conversationId)?.id ?? "";
    await agent.post(`/tickets/${id}/accept`);
    const { status, body } = await agent.post<{ ok: boolean; findings: { kind: string }[] }>(`/tickets/${id}/mirror`, { draft: "Cálmese, ya le dije zanahoria morada." });
    expect(status).toBe(200);
    expect(body.ok).toBe(false);
    expect(body.findings.map(({ kind }) => kind)).toContain("blaming");
    const { body: story } = await agent.get(`/conversations/${customer.conversationId}`);
    expect(JSON.stringify(story)).not.toContain("zanahoria");
    expect(server.output()).not.toContain("zanahoria");
    const editor = await signIn(server.url, "editor@demo");
    expect((await editor.post(`/tickets/${id}/mirror`, { draft: "hola" })).status).toBe(403);
    expect((await editor.get("/ask?q=solomillo")).status).toBe(200);
  });
});
