import { resolve } from "node:path";
import { dialogs } from "../../dialogs/all.ts";
import { createMemoryLog } from "../../src/adapters/memory/memory-log.ts";
import { createAgentWork, type AgentWork } from "../../src/app/agent-work.ts";
import { createFollowIntents } from "../../src/app/intent-follows.ts";
import type { IntentFollows } from "../../src/core/next-intent.ts";
import { createAssistant, type Assistant } from "../../src/app/assistant.ts";
import type { Clock, EventLog, Feed, Orders, Texts } from "../../src/app/ports.ts";
import type { Origin } from "../../src/app/handle-turn.ts";
import type { Event, Reply, StoredEvent } from "../../src/core/events.ts";
import { defaultPolicy } from "../../src/core/policy-settings.ts";
import type { Decision } from "../../src/core/policy.ts";
import type { Turn } from "../../src/core/turn.ts";
import { textsOf, topicsOf } from "../../src/nlu/catalogue-views.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { createDemoOrders } from "../../src/adapters/orders/demo-orders.ts";
import { createKnowledge } from "../../src/nlu/knowledge.ts";
import { loadModels } from "../../src/nlu/models.ts";
import { createUnderstand } from "../../src/nlu/understand.ts";
import { aTurn, noon } from "./given.ts";

const root = resolve(import.meta.dirname, "../..");

export type Talk = Assistant & {
  log: EventLog;
  feed: Feed;
  texts: Texts;
  work: AgentWork;
  /** Which topic followed which so far. */
  follows(): IntentFollows;
  /** The customer says something in conversation c1. */
  says(text: string, rest?: Partial<Turn>): Promise<{ decision: Decision | null; replies: Reply[]; events: StoredEvent[] }>;
  /** Everything in the log of c1. */
  story(): Promise<StoredEvent[]>;
};

export const website: Origin = { channel: "test", customer: { id: "dl_ana", name: null, signedIn: false }, reference: null };

export const repliesIn = (events: (Event | StoredEvent)[]): Reply[] => events.flatMap((event) => (event.type === "ReplyRecorded" ? [event.reply] : []));

async function load() {
  const [catalogue, models] = await Promise.all([loadCatalogue(resolve(root, "intents")), loadModels(resolve(root, "src/nlu/models"))]);
  return { catalogue, models, ask: createKnowledge(catalogue, models) };
}
/** Making them takes longer than most talks; nothing changes them. */
let loaded: ReturnType<typeof load> | null = null;

/** The digital colleague with the real catalogue and models over a log in memory, at noon. */
export async function startTalk({ orders = createDemoOrders(() => noon), origin = website, clock = { now: () => noon } }: { orders?: Orders; origin?: Origin; clock?: Clock } = {}): Promise<Talk> {
  const { catalogue, models, ask } = await (loaded ??= load());
  const { log, feed } = createMemoryLog();
  const texts = textsOf(catalogue);
  let counted = 0;
  const ids = { next: (prefix: string) => `${prefix}${(counted += 1)}` };
  const followIntents = createFollowIntents({ feed, clock });
  await followIntents.start();
  const assistant = createAssistant({
    follows: () => followIntents.follows(), log, understand: createUnderstand(models), topics: topicsOf(catalogue), dialogs, orders, ask, texts, policy: { current: () => defaultPolicy },
    ids, clock, calendarDate: () => "2026-11-22", placeEvery: 60_000, logger: { info: () => undefined, error: () => undefined },
  });
  const { conversations, replies, handleTurn } = assistant;
  return {
    ...assistant, log, feed, texts, follows: () => followIntents.follows(),
    work: createAgentWork({ conversations, replies, ids, errandJob: assistant.errandJob }),
    story: () => log.read("c1", 0),
    async says(text, rest = {}) {
      const { version } = await conversations.load("c1");
      const { decision } = await handleTurn(aTurn(text, rest), origin);
      const events = await log.read("c1", version);
      return { decision, replies: repliesIn(events), events };
    },
  };
}
