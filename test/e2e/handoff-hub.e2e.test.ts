import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { byPerson, kindOf, newCustomer } from "../support/clients.ts";
import { eventually } from "../support/eventually.ts";
import { startServer, type TestServer } from "../support/server.ts";

const secret = "known-to-us-and-to-the-hub-alone-32";
const sign = (path: string, body: string): string => `sha256=${createHmac("sha256", secret).update(`${path}\n${body}`).digest("hex")}`;

type Sent = { path: string; signed: boolean; body: { name?: string; type: string; text?: string; callbackUrl?: string; conversation?: { id: string } } };
const sent: Sent[] = [];
const arrives = async (fits: (one: Sent) => boolean): Promise<Sent> => {
  const found = await eventually(() => Promise.resolve(sent.find(fits)), (one) => one !== undefined);
  if (!found) throw new Error("it never came");
  return found;
};
let hub: Server;
let server: TestServer;

beforeAll(async () => {
  hub = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      const text = Buffer.concat(chunks).toString();
      sent.push({ path: request.url ?? "", signed: request.headers["x-relevo-signature"] === sign(request.url ?? "", text), body: JSON.parse(text) as Sent["body"] });
      response.writeHead(202).end();
    });
  });
  hub.listen(0, "127.0.0.1");
  await once(hub, "listening");
  server = await startServer({ HANDOFF_HUB_URL: `http://127.0.0.1:${(hub.address() as AddressInfo).port}`, HANDOFF_HUB_SECRET: secret });
});
afterAll(async () => {
  await server.remove();
  hub.close();
});

const eva = { id: "77", name: "Eva" };

test("a hub takes the place of the desk: it gets the customer with all that was said, its person talks to them, and the assistant goes on", async () => {
  const customer = await newCustomer(server.url, "en");
  await customer.say("Where is my order 1043?");
  await customer.say("I want to talk to a person");
  const initiate = await arrives(({ body }) => body.name === "handoff.initiate" && body.conversation?.id === customer.conversationId);
  expect(initiate).toMatchObject({ path: "/handoffs", signed: true });
  const answer = async (activity: object, signature?: string): Promise<number> => {
    const body = JSON.stringify(activity);
    const callbackUrl = initiate.body.callbackUrl ?? "";
    return (await fetch(callbackUrl, { method: "POST", body, headers: { "content-type": "application/json", "x-relevo-signature": signature ?? sign(new URL(callbackUrl).pathname, body) } })).status;
  };

  expect(await answer({ type: "event", name: "handoff.status", from: eva, value: { state: "accepted" } }, "sha256=00")).toBe(401);
  expect(await answer({ type: "event", name: "handoff.status", from: eva, value: { state: "accepted" } })).toBe(204);
  expect((await customer.hears((activity) => kindOf(activity) === "joined")).text).toMatch(/^Eva has joined/);
  expect(await answer({ type: "message", id: "m1", from: eva, text: "Hello, Eva here." })).toBe(204);
  expect((await customer.hears(byPerson)).from.name).toBe("Eva");

  await customer.say("thank you, Eva");
  const { body } = await arrives((one) => one.body.text === "thank you, Eva");
  expect(body.type).toBe("message");
  expect(await answer({ type: "event", name: "handoff.status", from: eva, value: { state: "completed" } })).toBe(204);
  await customer.hears((activity) => kindOf(activity) === "returned");
  await customer.say("what are your opening hours?");
  await customer.hears((activity) => /Monday/.test(activity.text ?? ""));
});

test("when the hub is gone the customer is asked for a message instead of waiting in vain", async () => {
  hub.closeAllConnections();
  await new Promise((resolve) => hub.close(resolve));
  const customer = await newCustomer(server.url, "en");
  await customer.say("I want to talk to a person");
  const told = await customer.hears((activity) => activity.channelData?.relevo?.phase === "message-asked");
  expect(told.text).toMatch(/cannot reach anyone/);
});
