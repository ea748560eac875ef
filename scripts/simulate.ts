import { parseArgs } from "node:util";
import { setTimeout as wait } from "node:timers/promises";
import type { LoginAnswer, TicketView } from "../src/api/contract.ts";
import { createJsonClient, type JsonClient } from "./client/http-json.ts";
import { playAgent } from "./simulate/agent.ts";
import { playCustomer } from "./simulate/customer.ts";
import { personas } from "./simulate/personas.ts";
import { createRandom } from "./simulate/random.ts";
import { emptyTally, printedSummary, summary, type Tally } from "./simulate/tally.ts";

/**
 * `npm run simulate -- --customers N --agents M --seconds S [--seed K] [--url URL] [--json]`: customers over Direct Line and
 * agents over the API, against a running server. Ends with 1 when a conversation was lost, 2 when the server cannot be used.
 */
const { values } = parseArgs({
  options: {
    customers: { type: "string", default: "20" },
    agents: { type: "string", default: "3" },
    seconds: { type: "string", default: "30" },
    seed: { type: "string", default: "1" },
    url: { type: "string", default: `http://127.0.0.1:${process.env["PORT"] || 3978}` },
    json: { type: "boolean", default: false },
  },
});
// The demo logins are agent1 to agent50.
const limits = { customers: [0, 5_000], agents: [0, 50], seconds: [1, 86_400], seed: [0, 2 ** 31] } as const;
const wanted = { customers: number("customers"), agents: number("agents"), seconds: number("seconds"), seed: number("seed") };
const tally = emptyTally();
const client = createJsonClient(values.url);

try {
  await checkServer(client);
  const ended = endAfter(wanted.seconds);
  console.error(`${wanted.customers} customers and ${wanted.agents} agents for ${wanted.seconds} s at ${values.url} ...`);
  const agents = Array.from({ length: wanted.agents }, (_, index) => playAgent(`agent${index + 1}@demo`, { url: values.url, client, random: createRandom(wanted.seed * 1_000 + 500_000 + index), tally, ended }));
  const customers = Array.from({ length: wanted.customers }, (_, index) => comeAndGo(index, ended));
  await Promise.all([...agents, ...customers]);
  await findLost(client, tally);
  console.log(values.json ? JSON.stringify(summary(tally), null, 2) : printedSummary(tally));
  process.exitCode = tally.outcomes.some(({ outcome }) => outcome === "lost") ? 1 : 0;
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
} finally {
  client.close();
}
process.exit();

/** One customer after the other on the same chair, each with their own chance, so that a run can be repeated. */
async function comeAndGo(chair: number, ended: AbortSignal): Promise<void> {
  const random = createRandom(wanted.seed * 1_000 + chair);
  // Nobody opens the shop's door at the same moment.
  await wait(random.between(0, 1_000));
  while (!ended.aborted) await playCustomer(random.pick(personas), random.pick(["es", "es", "en"]), { client, random, tally, ended });
}

/** Who was told to wait must be in the line, and who was told that a person is there must be with one: the server is asked. */
async function findLost(api: JsonClient, { outcomes }: Tally): Promise<void> {
  const waiting = outcomes.filter(({ outcome }) => outcome === "in line" || outcome === "with a person");
  if (waiting.length === 0) return;
  const login = await api.send("POST", "/api/v1/login", { email: "supervisor@demo", password: "demo" });
  const { token } = login.body as LoginAnswer;
  const open = new Set<string>();
  for (let cursor: string | null = "0"; cursor !== null; ) {
    const page: { tickets: TicketView[]; next: string | null } = (await api.send("GET", `/api/v1/tickets?limit=200&cursor=${cursor}`, undefined, token)).body as never;
    for (const { conversationId } of page.tickets) open.add(conversationId);
    cursor = page.next;
  }
  for (const found of waiting) {
    if (open.has(found.conversationId)) continue;
    // Closed between the customer's last look and ours: the log tells it apart from a loss.
    const { body } = await api.send("GET", `/api/v1/conversations/${found.conversationId}?after=0`, undefined, token);
    const { events = [] } = body as { events?: { type: string }[] };
    if (events.some(({ type }) => type === "TicketClosed" || type === "TicketReturned")) found.outcome = "served";
    else {
      found.why = `was ${found.outcome} and has no open ticket`;
      found.outcome = "lost";
    }
  }
}

/** A server that is just starting gets ten seconds to become ready; one that is not there is not waited for. */
async function checkServer(api: JsonClient): Promise<void> {
  for (const deadline = Date.now() + 10_000; ; ) {
    const answer = await api.send("GET", "/readyz").catch(() => null);
    if (answer?.status === 200) return;
    if (answer?.status !== 503 || Date.now() > deadline) throw new Error(`no ready server at ${values.url}; start one with npm start`);
    await wait(250);
  }
}

/** Aborts after the given time or at the first Ctrl-C, which then still gets its summary. */
function endAfter(seconds: number): AbortSignal {
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  return AbortSignal.any([AbortSignal.timeout(seconds * 1000), interrupted.signal]);
}

function number(name: keyof typeof limits): number {
  const [low, high] = limits[name];
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  console.error(`error: --${name} must be a whole number from ${low} to ${high}`);
  process.exit(2);
}
