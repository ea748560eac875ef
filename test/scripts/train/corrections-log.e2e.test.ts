import { correctionsFromLog } from "../../../scripts/train/corrections-log.ts";
import { newCustomer, signIn } from "../../support/clients.ts";
import { startServer, type TestServer } from "../../support/server.ts";

type Story = { events: { type: string; turnId?: string }[] };

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.remove());

test("a correction made at the desk is in the list, masked, while the server runs and after it has stopped", async () => {
  const customer = await newCustomer(server.url);
  await customer.say("hola, soy Marta; anulen el 1043 y llámenme al 612 345 678");
  const supervisor = await signIn(server.url, "supervisor@demo");
  const { events } = (await supervisor.get<Story>(`/conversations/${customer.conversationId}`)).body;
  const turnId = events.find(({ type }) => type === "TurnReceived")?.turnId;
  expect((await supervisor.post(`/conversations/${customer.conversationId}/corrections`, { turnId, intent: "cancel-order" })).status).toBe(204);
  expect((await supervisor.post(`/conversations/${customer.conversationId}/corrections`, { turnId, emotion: "frustrated" })).status).toBe(204);

  const expected = [expect.objectContaining({ text: "hola, soy [name]; anulen el [order] y llámenme al [phone]", language: "es", intent: "cancel-order", emotion: "frustrated" })];
  const from = { redisUrl: null, dataDir: server.dataDir };
  const running = await correctionsFromLog(from);
  expect(running.corrections).toEqual(expected);
  expect(running.corrections[0]?.readAs?.emotion).toEqual(expect.any(String));
  expect((await customer.say("gracias")).status).toBe(200);

  await server.stop();
  expect((await correctionsFromLog(from)).corrections).toEqual(running.corrections);
  await server.restart();
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});
