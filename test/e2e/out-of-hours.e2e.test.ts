import { writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { byAssistant, byPerson, kindOf, newCustomer, signIn } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf } from "../support/waiting-customer.ts";

let server: TestServer;
let folder: string;
/** Closed now whatever the hour of the run; open from the day after tomorrow at nine. */
const opens = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "relevo-hours-"));
  const week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => `  ${day}: []`).join("\n");
  writeFileSync(join(folder, "hours.yaml"), `timeZone: Etc/UTC\nweek:\n${week}\ndays:\n  ${opens}: ["09:00-17:00"]\n`);
  server = await startServer({ OPENING_HOURS: join(folder, "hours.yaml") });
});
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

test.each(["es", "en"] as const)("out of hours the customer hears when people are back and leaves a message; the assistant goes on, and the answer lands in the same thread, in %s", async (locale) => {
  const customer = await newCustomer(server.url, locale);
  await customer.say(locale === "es" ? "quiero hablar con una persona" : "I want to talk to a person");
  const notice = await customer.hears((activity) => kindOf(activity) === "hours");
  expect(notice.channelData?.relevo).toMatchObject({ backAt: `${opens}T09:00:00.000Z`, phase: "message-asked" });
  expect(notice.text).toMatch(/9:00/);
  await customer.say(locale === "es" ? "Soy Ana, la nevera llegó rota" : "I am Ann, the fridge arrived broken");
  await customer.say(locale === "es" ? "¿Qué horario tienen?" : "What are your opening hours?");
  const last = (await customer.read()).activities.at(-1);
  expect(last && byAssistant(last)).toBe(true);

  const agent = await signIn(server.url);
  const ticket = await ticketOf(agent, customer.conversationId);
  expect(ticket).toMatchObject({ status: "message" });
  expect((await agent.post(`/tickets/${ticket?.id}/accept`)).status).toBe(200);
  await agent.post(`/tickets/${ticket?.id}/messages`, { text: "Buenos días.", clientId: "m1" });
  expect(await customer.hears(byPerson)).toMatchObject({ text: "Buenos días." });
  await agent.post(`/tickets/${ticket?.id}/close`, { disposition: "solved" });
  await agent.post("/logout");
});

test("somebody who is at the desk out of hours is told of, and takes the chat", async () => {
  const agent = await signIn(server.url);
  await agent.put("/me/presence", { presence: "available" });
  const customer = await newCustomer(server.url);
  await customer.say("quiero hablar con una persona");
  expect((await customer.hears((activity) => kindOf(activity) === "queue")).channelData?.relevo?.place).toBe(1);
  expect((await agent.post("/tickets/next")).status).toBe(200);
});
