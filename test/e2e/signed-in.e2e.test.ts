import jwt from "jsonwebtoken";
import { call, signIn, type Activity } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";

const secret = "known-to-the-host-site-and-to-us-alone";
let server: TestServer;
beforeAll(async () => (server = await startServer({ CUSTOMER_JWT_SECRET: secret })));
afterAll(() => server.remove());

const tokenFor = (customer: string): ReturnType<typeof call<{ token: string; conversationId: string }>> =>
  call(`${server.url}/api/directline/token`, { method: "POST", body: { customer } });

test("a customer whom the host site has signed in sees their order without giving the postcode", async () => {
  const { body: { token, conversationId } } = await tokenFor(jwt.sign({ sub: "lucia", name: "Lucía" }, secret, { expiresIn: 60 }));
  const headers = { authorization: `Bearer ${token}` };
  const base = `${server.url}/v3/directline/conversations`;
  await call(base, { method: "POST", body: { locale: "es" }, headers });
  await call(`${base}/${conversationId}/activities`, { method: "POST", body: { type: "message", text: "¿Dónde está mi pedido 1043?" }, headers });
  const { body } = await call<{ activities: Activity[] }>(`${base}/${conversationId}/activities`, { headers });
  expect(body.activities.at(-1)?.text).toMatch(/furgoneta/);
});

test("a customer whom the host site marks, or who comes back within days, moves up in the line but not past its bound", async () => {
  const wait = async (claims: object): Promise<number> => {
    const { body: { token, conversationId } } = await tokenFor(jwt.sign(claims, secret, { expiresIn: 60 }));
    const headers = { authorization: `Bearer ${token}` };
    const base = `${server.url}/v3/directline/conversations`;
    await call(base, { method: "POST", body: { locale: "es" }, headers });
    await call(`${base}/${conversationId}/activities`, { method: "POST", body: { type: "message", text: "quiero hablar con una persona" }, headers });
    const supervisor = await signIn(server.url, "supervisor@demo");
    const { body } = await supervisor.get<{ events: { type: string; boostMinutes?: number }[] }>(`/conversations/${conversationId}`);
    return body.events.find(({ type }) => type === "TicketOpened")?.boostMinutes ?? -1;
  };
  expect(await wait({ sub: "eva" })).toBe(0);
  expect(await wait({ sub: "vera", vip: true })).toBe(3);
  expect(await wait({ sub: "vera", vip: true })).toBe(6);
});

test.each([
  ["signed by somebody else", jwt.sign({ sub: "lucia" }, "another secret of about the same length", { expiresIn: 60 })],
  ["expired", jwt.sign({ sub: "lucia" }, secret, { expiresIn: -1 })],
  ["without a signature", jwt.sign({ sub: "lucia" }, "", { algorithm: "none" })],
  ["without a subject", jwt.sign({ name: "Lucía" }, secret, { expiresIn: 60 })],
  ["no token at all", "lucia"],
])("a word %s signs nobody in", async (_, customer) => {
  expect((await tokenFor(customer)).status).toBe(401);
});

test("a browser cannot choose who it is", async () => {
  const { body } = await call<{ token: string }>(`${server.url}/api/directline/token`, { method: "POST", body: { user: { id: "lucia" } } });
  const { userId } = jwt.decode(body.token) as { userId: string };
  expect(userId).toMatch(/^dl_/);
});
