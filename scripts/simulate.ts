import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { LoginAnswer, TicketView } from "../src/api/contract.ts";
import { createBalancedClient } from "./client/balanced-json.ts";
import { createJsonClient, type JsonClient } from "./client/http-json.ts";
import { readOptions } from "./options.ts";
import { playAgent } from "./simulate/agent.ts";
import { playCustomer } from "./simulate/customer.ts";
import { startOwnServers } from "./simulate/own-servers.ts";
import { personas } from "./simulate/personas.ts";
import { createRandom } from "./simulate/random.ts";
import { standing } from "./simulate/standing.ts";
import { emptyTally, printedSummary, summary, type Tally } from "./simulate/tally.ts";

const usage = `npm run simulate -- --customers N --agents M --seconds S [--seed K] [--agents-die D] [--url URL | --processes P [--restart]] [--json]
Customers over Direct Line and agents over the API, against a running server, or against P processes on a Redis of their own. Halfway D of the agents
are gone without a word and, with --restart, one process is killed and started again. Ends with 1 when a conversation was lost, 2 when the server cannot be used.`;
const { values } = readOptions(usage, {
  options: {
    customers: { type: "string", default: "20" },
    agents: { type: "string", default: "3" },
    seconds: { type: "string", default: "30" },
    seed: { type: "string", default: "1" },
    url: { type: "string", default: `http://127.0.0.1:${process.env["PORT"] || 3978}` },
    "agents-die": { type: "string", default: "0" },
    processes: { type: "string", default: "0" },
    restart: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
// The demo logins are agent1 to agent50.
const limits = { customers: [0, 5_000], agents: [0, 50], seconds: [1, 86_400], seed: [0, 2 ** 31], "agents-die": [0, 50], processes: [0, 8] } as const;
const wanted = { customers: number("customers"), agents: number("agents"), seconds: number("seconds"), seed: number("seed"), dying: number("agents-die"), processes: number("processes") };
const tally = emptyTally();
if (values.restart && wanted.processes === 0) refuse("--restart needs --processes: a server that is not ours is not killed");
if (wanted.dying > wanted.agents) refuse("--agents-die must not be more than --agents");
const own = wanted.processes > 0 ? await startOwnServers(wanted.processes) : null;
const urls = own?.urls ?? [values.url];
const client = createBalancedClient(urls);

try {
  await checkServer(createJsonClient(urls[0] ?? ""));
  const ended = endAfter(wanted.seconds);
  const halfway = AbortSignal.timeout(wanted.seconds * 500);
  console.error(`${wanted.customers} customers and ${wanted.agents} agents for ${wanted.seconds} s at ${urls.join(" and ")} ...`);
  const dies = (index: number): boolean => index >= wanted.agents - wanted.dying;
  const agents = Array.from({ length: wanted.agents }, (_, index) => playAgent(`agent${index + 1}@demo`, {
    url: urls, client, random: createRandom(wanted.seed * 1_000 + 500_000 + index), tally, ended: dies(index) ? AbortSignal.any([ended, halfway]) : ended,
  }));
  const customers = Array.from({ length: wanted.customers }, (_, index) => comeAndGo(index, ended));
  await Promise.all([...agents, ...customers, mishap(halfway, ended)]);
  await settle(client, tally, new Set(Array.from({ length: wanted.agents }, (_, index) => index).filter(dies).map((index) => `agent${index + 1}`)));
  console.log(values.json ? JSON.stringify(summary(tally), null, 2) : printedSummary(tally));
  process.exitCode = tally.outcomes.some(({ outcome }) => outcome === "lost") ? 1 : 0;
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
} finally {
  client.close();
  await own?.stop();
}
process.exit();

/** One customer after the other on the same chair, each with their own chance, so that a run can be repeated. */
async function comeAndGo(chair: number, ended: AbortSignal): Promise<void> {
  const random = createRandom(wanted.seed * 1_000 + chair);
  // Nobody opens the shop's door at the same moment.
  await wait(random.between(0, Math.max(1_000, wanted.customers * 20)), undefined, { signal: ended }).catch(() => undefined);
  while (!ended.aborted) await playCustomer(random.pick(personas), random.pick(["es", "es", "en"]), { client, random, tally, ended, crowd: wanted.customers });
}

/** Halfway the agents who die are gone already; a process is killed and started again while everybody goes on. */
async function mishap(halfway: AbortSignal, ended: AbortSignal): Promise<void> {
  const now = AbortSignal.any([halfway, ended]);
  if (!now.aborted) await once(now, "abort");
  if (ended.aborted) return;
  if (wanted.dying > 0) tally.mishaps.push(`${wanted.dying} agents gone without a word`);
  if (!values.restart || !own) return;
  await own.killAndRestart(0);
  tally.mishaps.push("one process killed and started again");
}

/** How a conversation stands is what the server says once all is over: customers looked away a moment before, and gave up on an answer that came later. */
async function settle(api: JsonClient, found: Tally, dead: ReadonlySet<string>): Promise<void> {
  const unsettled = found.outcomes.filter(({ outcome }) => outcome !== "answered" && outcome !== "served");
  if (unsettled.length === 0) return;
  const { token } = (await api.send("POST", "/api/v1/login", { email: "supervisor@demo", password: "demo" })).body as LoginAnswer;
  const open = new Map<string, TicketView>();
  for (let cursor: string | null = "0"; cursor !== null; ) {
    const page: { tickets: TicketView[]; next: string | null } = (await api.send("GET", `/api/v1/tickets?limit=200&cursor=${cursor}`, undefined, token)).body as never;
    for (const ticket of page.tickets) open.set(ticket.conversationId, ticket);
    cursor = page.next;
  }
  for (const one of unsettled) {
    if (one.outcome === "lost") found.late += 1;
    const ticket = open.get(one.conversationId);
    const { events = [] } = ticket ? {} : ((await api.send("GET", `/api/v1/conversations/${one.conversationId}?after=0`, undefined, token)).body as { events?: { type: string }[] });
    const { outcome, why } = standing(ticket, events.map(({ type }) => type), dead);
    one.outcome = outcome;
    if (outcome === "lost") one.why = `${one.why ? `${one.why}; ` : ""}${why}`;
  }
}

/** A server that is just starting gets ten seconds to become ready; one that is not there is not waited for. */
async function checkServer(api: JsonClient): Promise<void> {
  for (const deadline = Date.now() + 10_000; ; ) {
    const answer = await api.send("GET", "/readyz").catch(() => null);
    if (answer?.status === 200) return;
    if (answer?.status !== 503 || Date.now() > deadline) throw new Error(`no ready server at ${urls.join(", ")}; start one with npm start`);
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
  return refuse(`--${name} must be a whole number from ${low} to ${high}`);
}

function refuse(why: string): never {
  console.error(`error: ${why}`);
  process.exit(2);
}
