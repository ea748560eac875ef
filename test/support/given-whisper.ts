import { resolve } from "node:path";
import { createMemoryLog } from "../../src/adapters/memory/memory-log.ts";
import { createMemoryReactions } from "../../src/adapters/memory/memory-reactions.ts";
import { createReactionFollower } from "../../src/app/reaction-follower.ts";
import { createWhisper } from "../../src/app/whisper.ts";
import type { Event } from "../../src/core/events.ts";
import { evolve, initialState, type ConversationState } from "../../src/core/state.ts";
import type { Emotion } from "../../src/core/understanding.ts";
import { candidatesOf, textsOf } from "../../src/nlu/catalogue-views.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { createKnowledge } from "../../src/nlu/knowledge.ts";
import { loadModels, type Models } from "../../src/nlu/models.ts";
import { pastRepliesOver } from "../../src/nlu/replies/past-replies.ts";
import { createRemember } from "../../src/nlu/replies/remember.ts";
import { createReplyTemplates } from "../../src/nlu/replies/templates-of-replies.ts";
import { aReading, anUnderstanding, noon } from "./given.ts";

const quiet = { info: () => undefined, error: (fields: Record<string, unknown>) => { throw new Error(JSON.stringify(fields)); } };

let models: Promise<Models> | null = null;

/** A whisper with nothing in it yet, over a log in memory. */
export async function start() {
  const catalogue = await loadCatalogue(resolve(import.meta.dirname, "../../intents"));
  const candidates = candidatesOf(catalogue);
  const { remember, safe } = createRemember(candidates, [...catalogue.texts.values()].flatMap(({ es, en }) => [es, en]), "secret");
  const { log, feed } = createMemoryLog();
  const store = createMemoryReactions();
  let now = noon;
  const clock = { now: () => (now += 60_000) };
  const parts = { feed, log, store, remember, clock, logger: quiet };
  const follower = createReactionFollower(parts);
  const whisper = createWhisper({
    store, candidates, ask: createKnowledge(catalogue, await (models ??= loadModels(resolve(import.meta.dirname, "../../src/nlu/models")))), texts: textsOf(catalogue), clock, logger: quiet, halfLifeDays: null,
    makePast: pastRepliesOver(catalogue.intents.values(), safe), makeTemplates: createReplyTemplates,
  });
  await follower.start();
  return { log, feed, store, follower, whisper, candidates, parts };
}

const feels: Partial<Record<Emotion, number>> = { angry: -0.8, frustrated: -0.6, neutral: 0, satisfied: 0.6 };

export type Line = { customer: string; emotion: Emotion; intent?: string } | { agent: string; name?: string };

/** What a talk of these lines leaves in the log, about a late order unless said otherwise, between a customer called Ana and an agent. */
export function talk(lines: Line[], customer = "Ana Ruiz", id = `dl_${customer}`): Event[] {
  const started: Event = { type: "ConversationStarted", channel: "test", customer: { id, name: customer, signedIn: true }, language: "es", reference: null };
  return [started, ...lines.flatMap((line, i): Event[] => {
    if ("agent" in line) {
      const reply = { replyId: `r${i}`, turnId: null, author: "person" as const, text: line.agent, keys: [], notice: null, quickReplies: [], agent: { id: `agent-${line.name ?? "leo"}`, name: line.name ?? "Leo" }, clientId: null };
      return [{ type: "ReplyRecorded", reply }];
    }
    const understanding = anUnderstanding({ language: "es", intents: [{ intent: line.intent ?? "order-status", confidence: 0.9 }], intentSure: true, emotion: aReading({ emotion: line.emotion, valence: feels[line.emotion] ?? 0 }) });
    return [{ type: "TurnReceived", turnId: `t${i}`, text: line.customer, control: null, rating: null, attachments: [] }, { type: "TurnUnderstood", turnId: `t${i}`, understanding }];
  })];
}

export const stateOf = (events: Event[]): ConversationState => events.map((event, i) => ({ ...event, version: i + 1, at: noon })).reduce(evolve, initialState());

/** Everything that happened is known. */
export async function settled({ follower, whisper }: { follower: { flush(): Promise<void> }; whisper: { refresh(): Promise<void> } }): Promise<void> {
  await new Promise(setImmediate);
  await follower.flush();
  await whisper.refresh();
}
