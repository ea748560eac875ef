import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newCustomer, signIn, type Agent, type Ticket } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.remove());

async function waiting(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await (await newCustomer(server.url)).say("quiero hablar con una persona");
}

test("six presses of next at once give an agent three chats, the capacity", async () => {
  await waiting(6);
  const agent = await signIn(server.url, "agent20@demo");
  const answers = await Promise.all(Array.from({ length: 6 }, () => agent.post("/tickets/next")));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 200, 409, 409, 409]);
});

describe("a ticket can be passed only to who can take it now", () => {
  let owner: Agent;
  let ticket: Ticket;
  beforeAll(async () => {
    await waiting(1);
    owner = await signIn(server.url, "agent21@demo");
    ticket = (await owner.post<{ ticket: Ticket }>("/tickets/next")).body.ticket;
  });
  const pass = (agentId: string): ReturnType<Agent["post"]> => owner.post(`/tickets/${ticket.id}/transfer`, { to: { agentId }, comment: "por favor" });

  test.each([["editor", "takes no chats"], ["nobody", "is unknown"], ["agent40", "is not at the desk"], ["agent21", "has it already"]])("not to %s, who %s", async (agentId) => {
    expect((await pass(agentId)).status).toBe(422);
    expect((await owner.get<{ tickets: Ticket[] }>("/tickets?mine=true")).body.tickets.map(({ id }) => id)).toContain(ticket.id);
  });

  test("but to a colleague who is there", async () => {
    const colleague = await signIn(server.url, "agent22@demo");
    await colleague.put("/me/presence", { presence: "available" });
    expect((await pass("agent22")).status).toBe(204);
    expect((await colleague.get<{ tickets: Ticket[] }>("/tickets?mine=true")).body.tickets.map(({ id }) => id)).toContain(ticket.id);
  });
});

test("a taken port is said in one line with its remedy", async () => {
  const { port } = new URL(server.url);
  const { PATH = "" } = process.env;
  const second = spawn("node_modules/.bin/node", ["src/main.ts"], { env: { PATH, PORT: port, DATA_DIR: mkdtempSync(join(tmpdir(), "relevo-")) }, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  second.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(second, "exit")) as [number];
  expect(code).toBe(2);
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(said).toMatch(new RegExp(`${port}.*PORT`));
});
