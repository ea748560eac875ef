import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createMemoryReactions } from "../../src/adapters/memory/memory-reactions.ts";
import { createWhisper } from "../../src/app/whisper.ts";
import type { StoredEvent } from "../../src/core/events.ts";
import type { RememberedReply } from "../../src/core/reactions/remembered-reply.ts";
import { evolve, initialState, type ConversationState } from "../../src/core/state.ts";
import { emotions, type Understanding } from "../../src/core/understanding.ts";
import { candidatesOf, textsOf } from "../../src/nlu/catalogue-views.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { createKnowledge } from "../../src/nlu/knowledge.ts";
import { loadModels } from "../../src/nlu/models.ts";
import { pastRepliesOver } from "../../src/nlu/replies/past-replies.ts";
import { createRemember } from "../../src/nlu/replies/remember.ts";
import { createReplyTemplates } from "../../src/nlu/replies/templates-of-replies.ts";
import { createRandom, type Random } from "../simulate/random.ts";
import { atMost, type Line } from "./report.ts";
import { quantile, type Spread } from "./statistics.ts";

/** Replies a conversation holds, and how many are known in the end: what fifty people write in a year. */
const repliesPerConversation = 5;
const known = 100_000;
/** Things that are said, of which each is said in a few ways. */
const distinct = 5_000;
/** Turns the whisper is asked for, after as many that are for the compiler. */
const asked = 400;
const at = Date.UTC(2026, 0, 1);

/** How long the whisper takes for a turn with a hundred thousand past replies in its index, and what the index costs. */
export async function benchWhisper(progress: (text: string) => void): Promise<Line[]> {
  const catalogue = await loadCatalogue(join(import.meta.dirname, "../../intents"));
  const candidates = candidatesOf(catalogue);
  const { safe } = createRemember(candidates, [...catalogue.texts.values()].flatMap(({ es, en }) => [es, en]), "bench");
  const random = createRandom(11);
  const wishes = [...catalogue.intents.values()].flatMap(({ intent, utterances }) => [...utterances.es.map((text) => ({ intent, language: "es" as const, text })), ...utterances.en.map((text) => ({ intent, language: "en" as const, text }))]);
  const sentences = candidates.flatMap(({ text }) => [text.es, text.en]).flatMap((text) => text.split(/(?<=[.:;?!])\s/));
  const wordings = Array.from({ length: distinct }, () => `${random.pick(asPair(sentences))} ${random.pick(asPair(sentences))}`);
  const replies = Array.from({ length: known }, (_, i) => replyOf(i, random, random.pick(asPair(wishes)), wordings));
  const store = createMemoryReactions();
  const whisper = createWhisper({
    store, candidates, ask: createKnowledge(catalogue, await loadModels(join(import.meta.dirname, "../../src/nlu/models"))), texts: textsOf(catalogue), clock: { now: () => at }, logger: { info: () => undefined, error: (fields) => { throw new Error(JSON.stringify(fields)); } },
    halfLifeDays: null, makePast: pastRepliesOver(catalogue.intents.values(), safe), makeTemplates: createReplyTemplates,
  });
  const put = (from: number, to: number): Promise<void> => store.put(Array.from({ length: (to - from) / repliesPerConversation }, (_, c) => {
    const first = from + c * repliesPerConversation;
    return { conversationId: `c${first}`, replies: replies.slice(first, first + repliesPerConversation) };
  }), at);

  const steps = [known / 2, known];
  const grown: { seconds: number; bytes: number }[] = [];
  for (const [step, to] of steps.entries()) {
    progress(`taking in replies up to ${to}`);
    await put(steps[step - 1] ?? 0, to);
    const [started, before] = [performance.now(), memory()];
    await whisper.refresh();
    grown.push({ seconds: (performance.now() - started) / 1000, bytes: memory() - before });
  }
  const turns = Array.from({ length: 2 * asked }, () => waitingFor(random.pick(asPair(wishes)), random));
  progress(`${asked} turns`);
  const times = turns.map((state) => {
    const started = performance.now();
    whisper.suggest(state, "es");
    return performance.now() - started;
  }).slice(asked);
  const [half, whole] = grown;
  const growth = half && whole ? whole.seconds / half.seconds : NaN;
  const perReply = grown.reduce((sum, { bytes }) => sum + bytes, 0) / known;
  return [
    atMost(`whisper for a turn, p99, ${known} past replies, ms`, { median: quantile(times, 0.99), low: quantile(times, 0.5), high: Math.max(...times) }, 50, 20, "p99 (p50 to the slowest)"),
    atMost("taking in the second half ÷ the first half", single(growth), 2.5, 1.3, `${grown.map(({ seconds }) => `${seconds.toFixed(1)} s`).join(", then ")}, learning what calms included`),
    atMost("memory for a past reply, kB", single(perReply / 1024), 8, 4, `${((perReply * known) / 2 ** 20).toFixed(0)} MB for all`),
  ];
}

const single = (value: number): Spread => ({ median: value, low: value, high: value });

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** What is held, after what is not has been thrown away. */
function memory(): number {
  if (typeof collect === "function") collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The same list, known to have a first. */
const asPair = <T>(values: readonly T[]): readonly [T, ...T[]] => {
  if (values.length === 0) throw new Error("the catalogue has no utterances: restore intents/");
  return values as readonly [T, ...T[]];
};

type Wish = { intent: string; language: "es" | "en"; text: string };

/** One of the wordings, the first most often, every third time with a word of the customer's: as alike and as unlike as what people write. */
function replyOf(i: number, random: Random, wish: Wish, wordings: readonly string[]): RememberedReply {
  const words = wish.text.split(" ");
  const wording = wordings[Math.floor(wordings.length * random.next() ** 2)] ?? "";
  return {
    replyId: `r${i}`, at, by: "person", author: `a${random.between(1, 50)}`, customer: `c${Math.floor(i / repliesPerConversation)}`, suggested: null, known: null, language: wish.language, intent: wish.intent, emotion: random.pick(emotions), before: -random.next(),
    text: random.next() < 1 / 3 ? `${wording} ${words[random.between(0, words.length - 1)] ?? ""}` : wording,
    after: [2 * random.next() - 1, 2 * random.next() - 1], context: [{ speaker: "customer", text: wish.text }],
  };
}

function waitingFor(wish: Wish, random: Random): ConversationState {
  const emotion = random.pick(emotions);
  const understanding: Understanding = {
    model: "bench", language: wish.language, foreign: false, intents: [{ intent: wish.intent, confidence: 0.9 }], intentSure: true, entities: [], assent: null, wantsHuman: false, danger: null, rejectsAnswer: false,
    emotion: { emotion, valence: -0.5, arousal: 0.3, confidence: 0.8, evidence: [], dissatisfaction: 0.5, needsPerson: 0.3 },
  };
  const events: StoredEvent[] = [
    { type: "TurnReceived", turnId: "t1", text: wish.text, control: null, rating: null, attachments: [], version: 1, at },
    { type: "TurnUnderstood", turnId: "t1", understanding, version: 2, at },
  ];
  return events.reduce(evolve, initialState());
}
