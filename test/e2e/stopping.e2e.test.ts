import { once } from "node:events";
import { connect } from "node:net";
import { call, newCustomer, signIn, type Answer, type Customer } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { ticketOf, waitingCustomer } from "../support/waiting-customer.ts";

let server: TestServer;
beforeAll(async () => (server = await startServer({ LOG_LEVEL: "info" })));
afterAll(() => server.remove());

const inFlight = 32;

test("SIGTERM with 32 turns in flight: each gets a full answer, the process ends with 0, and a restart has all that was acknowledged", async () => {
  const customers: Customer[] = [];
  for (let index = 0; index < inFlight; index += 1) customers.push(await newCustomer(server.url));
  // More than one each, so that turns are still being taken when the signal comes, whatever the machine's speed.
  const turns: Promise<Answer<{ id?: string; error?: { code: string } }>>[] = [];
  const first = new Promise<void>((resolve) => {
    customers.forEach((customer, index) => {
      const turn = customer.say(`¿Dónde está mi pedido 1043? ${index}`, `turn-${index}`);
      turns.push(turn);
      turn.then(() => resolve(), () => resolve());
    });
  });
  await first;
  const code = server.stop();
  const answers = await Promise.all(turns);
  expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
  for (const { status, body } of answers) expect(status === 200 ? body.id : body.error?.code).toEqual(expect.any(String));
  expect(await code).toBe(0);

  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  const [error] = (await once(socket, "error")) as [NodeJS.ErrnoException];
  expect(error.code).toBe("ECONNREFUSED");

  await server.restart();
  for (const [index, customer] of customers.entries()) {
    const said = (await customer.read()).activities.filter(({ from }) => from.role === "user").map(({ text }) => text);
    if (answers[index]?.status === 200) expect(said).toEqual([`¿Dónde está mi pedido 1043? ${index}`]);
    // A client that was refused sends again under the same id; whether it had been recorded or not, it is there once.
    await customer.say(`¿Dónde está mi pedido 1043? ${index}`, `turn-${index}`);
    expect((await customer.read()).activities.filter(({ from }) => from.role === "user")).toHaveLength(1);
  }
}, 10_000 * 4);

test("while it stops, open streams are closed with the word that says: come back", async () => {
  const customer = await newCustomer(server.url);
  const socket = new WebSocket(customer.streamUrl);
  await once(socket, "open");
  const closed = once(socket, "close") as Promise<[CloseEvent]>;
  const code = server.stop();
  const [{ code: why }] = await closed;
  expect(why).toBe(1012);
  expect(await code).toBe(0);
  await server.restart();
});

test("a stop waits for no connection on which nothing is being answered, and what stood in line stands there again", async () => {
  const agent = await signIn(server.url);
  const { customer, ticket } = await waitingCustomer(server.url, agent);
  const silent = connect(Number(new URL(server.url).port), "127.0.0.1"); // as browsers open them in advance
  const deaf = connect(Number(new URL(server.url).port), "127.0.0.1"); // a WebSocket whose other side never says goodbye
  const path = new URL(customer.streamUrl);
  deaf.write(`GET ${path.pathname}${path.search} HTTP/1.1\r\nHost: ${path.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`);
  expect(String(await once(deaf, "data"))).toContain("101");
  await call(`${server.url}/livez`, { headers: { connection: "keep-alive" } });
  for (const socket of [silent, deaf]) socket.on("error", () => socket.destroy());
  expect(await server.stop()).toBe(0);
  expect(server.output()).not.toContain("answers cut off");
  await server.restart();
  expect(await ticketOf(await signIn(server.url), customer.conversationId)).toMatchObject({ id: ticket.id, status: "waiting", place: ticket.place });
});
