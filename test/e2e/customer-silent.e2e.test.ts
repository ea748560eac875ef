import { kindOf, signIn } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf, waitingCustomer } from "../support/waiting-customer.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ CUSTOMER_SILENT_SECONDS: "2", PRESENCE_EXPIRY_SECONDS: "60" });
});
afterAll(() => server.remove());

test("a customer who does not answer the person goes back to the assistant even when the process was killed meanwhile, and finds everything when they write", async () => {
  const marta = await signIn(server.url, "agent1@demo");
  const { customer, ticket } = await waitingCustomer(server.url, marta, "en");
  await marta.post(`/tickets/${ticket.id}/accept`);
  await marta.post(`/tickets/${ticket.id}/messages`, { text: "Which order is it about?", clientId: "1" });
  await server.kill();
  await server.restart();
  const told = await customer.hears((activity) => kindOf(activity) === "returned");
  expect(told.text).toMatch(/no answer for a while/);
  expect(await ticketOf(await signIn(server.url, "supervisor@demo"), customer.conversationId)).toBeUndefined();
  await customer.say("what are your opening hours?");
  await customer.hears((activity) => /Monday/.test(activity.text ?? ""));
});
