import { existsSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("The pages are not built; npm test builds them");
  server = await startServer();
});
afterAll(() => server.remove());

type Script = { locale: string; launcher: string; lines: string[]; reason: RegExp; handoff: RegExp; answer: string; hours: string; opens: RegExp; csat: RegExp; agent: string };

const scripts: Script[] = [
  {
    locale: "es-ES", launcher: "es", agent: "agent1@demo",
    lines: ["¿Dónde está mi pedido 1043?", "46001", "¡Esto es una vergüenza, llevo tres días esperando!", "¡¡ES INACEPTABLE, estoy harto, sois unos inútiles!!"],
    reason: /furgoneta/, handoff: /Le paso con (una persona|alguien)/, answer: "Hola, soy Marta. Lo miro ahora mismo.", hours: "¿Qué horario tienen?", opens: /abren de lunes a sábado/, csat: /valora/,
  },
  {
    locale: "en-GB", launcher: "en", agent: "agent2@demo",
    lines: ["Where is my order 1043?", "46001", "This is a disgrace, I have been waiting for three days!", "THIS IS UNACCEPTABLE!! I am sick of you, you are useless!!"],
    reason: /van/, handoff: /passing you to (a person|someone)/, answer: "Hello, this is Owen. I am looking into it.", hours: "What are your opening hours?", opens: /open Monday to Saturday/, csat: /rate/,
  },
];

/** The transcript of the real Web Chat, as text. */
const transcript = (page: Page): Locator => page.getByTestId("chat-panel").getByRole("feed");

async function write(page: Page, text: string): Promise<void> {
  const box = page.getByTestId("chat-panel").getByRole("textbox").first();
  await box.fill(text);
  await box.press("Enter");
}

describe.each(scripts)("the whole story in a browser, $locale", ({ locale, lines, reason, handoff, answer, hours, opens, csat, agent }) => {
  test("asked, answered, angry, handed over, helped by a person, back with the assistant, rated", async () => {
    const [customerSide, agentSide] = await Promise.all([startBrowser({ locale }), startBrowser({ locale })]);
    try {
      const [shop, desk] = [await customerSide.context.newPage(), await agentSide.context.newPage()];
      const foreign: string[] = [];
      for (const page of [shop, desk]) page.on("request", (request) => { if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url()); });

      await desk.goto(`${server.url}/desk`);
      await desk.getByRole("textbox").first().fill(agent);
      await desk.locator('input[type="password"]').fill("demo");
      await desk.locator('button[type="submit"]').click();
      await desk.getByTestId("line").waitFor();

      await shop.goto(`${server.url}/`);
      await shop.getByTestId("launcher").click();
      await transcript(shop).getByText(/asistente automático|automatic assistant/).first().waitFor();
      const [first, second, ...angry] = lines as [string, string, ...string[]];
      await write(shop, first);
      await transcript(shop).getByText(/código postal|postcode/).first().waitFor();
      await write(shop, second);
      await transcript(shop).getByText(reason).first().waitFor();
      for (const line of angry) {
        await write(shop, line);
        await transcript(shop).getByText(line).first().waitFor();
      }
      await transcript(shop).getByText(handoff).first().waitFor();

      await desk.getByTestId("ticket-row").first().waitFor();
      await desk.getByTestId("take-next").click();
      await desk.getByTestId("why").waitFor();
      expect(["distress", "people-topic", "person-wanted"]).toContain(await desk.getByTestId("why").getAttribute("data-rule"));
      await desk.getByTestId("suggestion").first().waitFor();
      await desk.getByTestId("composer").fill(answer);
      await desk.getByTestId("send").click();
      await transcript(shop).getByText(answer).first().waitFor();

      // The assistant stays silent while the person has it.
      await write(shop, hours);
      await desk.getByTestId("story").getByText(hours).first().waitFor();
      expect(await transcript(shop).getByText(opens).count()).toBe(0);

      await desk.getByTestId("close").click();
      await desk.getByRole("menuitem").first().click();
      await transcript(shop).getByText(csat).first().waitFor();
      await shop.getByTestId("csat").first().waitFor();
      await write(shop, hours);
      await transcript(shop).getByText(opens).first().waitFor();
      expect(foreign).toEqual([]);
    } finally {
      await Promise.all([customerSide.close(), agentSide.close()]);
    }
  }, 120_000);
});
