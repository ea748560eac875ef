import WebSocket from "ws";
import { call, newCustomer, type Activity } from "../support/clients.ts";
import { startTestRedis, type TestRedis } from "../support/redis.ts";
import { startServer, type TestServer } from "../support/server.ts";

let redis: TestRedis;
let server: TestServer;

beforeAll(async () => {
  redis = await startTestRedis();
  await redis.kill();
  // Nothing is announced before Redis is there; the port is open long before.
  server = await startServer({ REDIS_URL: redis.path, LOG_LEVEL: "info" }, /listening/);
});
afterAll(async () => {
  await server.remove();
  await redis.stop();
});

type Ready = { status: string; failing?: string[] };
const ready = (): ReturnType<typeof call<Ready>> => call<Ready>(`${server.url}/readyz`);
const until = async (status: number): Promise<void> => {
  while ((await ready()).status !== status) await new Promise((resolve) => setImmediate(resolve));
};

test("the server starts before Redis: alive, not ready, and ready by itself once Redis is there", async () => {
  expect((await call(`${server.url}/livez`)).status).toBe(200);
  expect(await ready()).toMatchObject({ status: 503, body: { failing: expect.arrayContaining(["redis"]) as string[] } });
  await redis.restart();
  await until(200);
});

test("with Redis gone a turn is refused with 503 and Retry-After, and the same turn sent again later is taken once", async () => {
  const customer = await newCustomer(server.url);
  await customer.say("hola", "before");
  await redis.kill();
  await until(503);
  const refused = await customer.say("¿Qué horario tienen?", "again");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await call(`${server.url}/livez`)).toMatchObject({ status: 200 });
  await redis.restart();
  await until(200);
  expect((await customer.say("¿Qué horario tienen?", "again")).status).toBe(200);
  const said = (await customer.read()).activities.filter(({ from }: Activity) => from.role === "user").map(({ text }) => text);
  expect(said).toEqual(["hola", "¿Qué horario tienen?"]);
});

test("with Redis stopped but not dead turns fail instead of hanging, and work again when it goes on", async () => {
  const customer = await newCustomer(server.url);
  redis.pause();
  expect((await customer.say("hola")).status).toBe(503);
  redis.resume();
  await until(200);
  expect((await customer.say("hola")).status).toBe(200);
});

test("a chat stream that was open before Redis went away tells what comes after", async () => {
  const customer = await newCustomer(server.url);
  const socket = new WebSocket(customer.streamUrl);
  const heard = (text: string): Promise<unknown> => new Promise((resolve) => socket.on("message", (data) => (data as Buffer).toString().includes(text) && resolve(data)));
  await heard("asistente automático");
  const later = heard("sigo aquí");
  await redis.kill();
  await until(503);
  await redis.restart();
  await until(200);
  await customer.say("sigo aquí");
  await later;
  socket.terminate();
});
