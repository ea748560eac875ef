import { once } from "node:events";
import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import { createHttpOrders } from "../../../src/adapters/orders/http-orders.ts";

// A real server and no interceptor: giving up on a request in the middle is what is tested here.
let server: Server;
let base: string;
let answer: (response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((_, response) => answer(response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const find = { call: "find-order", number: "1043", postcode: "46001" } as const;
const nobody = { customerId: null, idempotencyKey: "k" };

test.each<[string, (response: ServerResponse) => void]>([
  ["never answers", () => undefined],
  ["starts an answer and never ends it", (response) => { response.writeHead(200).write("{\"order\":"); }],
  ["breaks the connection", (response) => { response.destroy(); }],
])("answers unavailable in time when the backend %s", async (_, behaviour) => {
  answer = behaviour;
  expect(await createHttpOrders(base, { timeoutMs: 60 }).perform(find, nobody)).toEqual({ ok: false, why: "unavailable" });
});
