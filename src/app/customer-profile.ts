import type { BehaviourWords, ReadBehaviours } from "../core/behaviours.ts";
import { behaviours } from "../core/behaviours.ts";
import type { Behaviour } from "../core/behaviours.ts";
import type { StoredEvent } from "../core/events.ts";
import { isAnotherTalk, promisesLeft, type PromiseLeft } from "../core/promises-left.ts";
import type { Language } from "../core/turn.ts";
import { noTopic, topicOf, topicsAmong } from "../core/whisper.ts";
import type { Clock, CustomerIndex, EventLog, Texts } from "./ports.ts";

/** Who a customer is to the shop, in the agent's language; every line says where it comes from. */
export type CustomerProfile = { conversations: number; lastAt: string | null; notes: string[]; facts: string[]; advice: string };

export type ReadProfile = (customerId: string, current: { conversationId: string; notes: string[] }, language: Language) => Promise<CustomerProfile>;

const day = 86_400_000;
/** A note says how things were then; half a year later it is gossip. */
const noteLasts = 180 * day;
/** Earlier conversations read: who comes more often is known by the latest. */
const lookedAt = 5;
/** Promises shown; who was promised more has a story to read. */
const promisesShown = 3;
/** Between two turns, less than this in valence is noise of the reading; the trend's own step. */
const rise = 0.15;
/** A conversation that ended below this ended badly. */
const unhappyBelow = -0.2;

/** Who a conversation was left with: the assistant, who nobody or a person had given it to; the line, with the place or a message kept; or a person. */
type LeftWith = "assistant" | "given-back" | "line" | "left-line" | "message" | "person";

type Past = { at: number; endedAt: number; topics: string[]; first: number | null; last: number | null; leftWith: LeftWith; disposition: string | null; rating: number | null; notes: { text: string; name: string; at: number }[]; calmedBy: Behaviour[]; promised: PromiseLeft[]; solvedAt: number };

/** What one earlier conversation tells. */
function pastOf(at: number, events: readonly StoredEvent[], read: ReadBehaviours): Past {
  const past: Past = { at, endedAt: at, topics: [], first: null, last: null, leftWith: "assistant", disposition: null, rating: null, notes: [], calmedBy: [], promised: promisesLeft(events), solvedAt: -Infinity };
  let said: BehaviourWords | null = null;
  let language: Language = "es";
  for (const event of events) {
    past.endedAt = event.at;
    past.leftWith = leftWithAfter(past.leftWith, event);
    if (event.type === "TurnUnderstood") {
      language = event.understanding.language;
      const topic = topicOf(event.understanding);
      if (topic !== null && !past.topics.includes(topic)) past.topics.push(topic);
      const valence = event.understanding.emotion?.valence;
      if (valence === undefined) continue;
      const before = past.last;
      if (said && before !== null && valence - before >= rise) for (const one of behaviours) if (said[one].length > 0) past.calmedBy.push(one);
      said = null;
      past.first ??= valence;
      past.last = valence;
    } else if (event.type === "ReplyRecorded" && event.reply.author === "person") said = read(event.reply.text, language);
    // Who took it anew had not settled it: how that ends is another answer.
    else if (event.type === "TicketAccepted") past.disposition = null;
    else if (event.type === "TicketReturned") past.disposition = event.why === "solved" ? "solved" : null;
    else if (event.type === "TicketClosed") {
      past.disposition = event.disposition;
      if (event.disposition === "solved") past.solvedAt = event.at;
    }
    else if (event.type === "RatingGiven") past.rating = event.score;
    else if (event.type === "NoteAdded") past.notes.push({ text: event.text, name: event.agent.name, at: event.at });
  }
  return past;
}

/** Who has the conversation after an event: a person by taking it or by answering, however it was passed on. */
function leftWithAfter(before: LeftWith, event: StoredEvent): LeftWith {
  if (event.type === "TicketOpened" || event.type === "TicketRequeued") return "line";
  if (event.type === "TicketTransferred") return event.to ? "person" : "line";
  if (event.type === "TicketAccepted" || event.type === "TicketTakenOver" || (event.type === "ReplyRecorded" && event.reply.author === "person")) return "person";
  if (event.type === "MessageLeft" || event.type === "MessageTaken") return "message";
  if (event.type === "TicketReturned") return "given-back";
  return event.type === "TicketAbandoned" && event.by === "customer" ? "left-line" : before;
}

/** Reads the profile from the customer's earlier conversations. Nothing is stored for it: what is erased is gone from it at once. */
export function createReadProfile({ index, log, texts, readBehaviours, clock }: { index: CustomerIndex; log: EventLog; texts: Texts; readBehaviours: ReadBehaviours; clock: Clock }): ReadProfile {
  return async (customerId, { conversationId, notes }, language) => {
    const say = (key: string, values: Record<string, string | number> = {}): string => texts.text(key, values, language);
    const known = await index.of(customerId);
    const earlier = known.filter((one) => one.conversationId !== conversationId);
    const read = await Promise.all(earlier.slice(0, lookedAt).map(async (one) => pastOf(one.at, await log.read(one.conversationId, 0), readBehaviours)));
    const pasts = read.filter(({ endedAt, at, topics }) => endedAt > at || topics.length > 0);
    const date = (at: number): string => new Date(at).toISOString().slice(0, 10);
    const titles = (topics: string[]): string => topicsAmong(topics).filter((topic) => texts.has(`${topic}.title`)).map((topic) => say(`${topic}.title`)).join(", ");
    const facts = pasts.flatMap(({ at, topics, first, last, leftWith, disposition, rating }): string[] => {
      const about = titles(topics) || say("profile.no-topic");
      const ended = disposition === null ? say(`profile.left-with.${leftWith}`) : say(`profile.disposition.${disposition}`);
      const moved = first === null || last === null || Math.abs(last - first) < rise ? say("profile.steady") : say(last > first ? "profile.better" : "profile.worse");
      return [say("profile.past", { date: date(at), about, ended, moved }), ...(rating === null ? [] : [say("profile.rated", { date: date(at), rating })])];
    });
    const owed = owedBy(pasts);
    const promised = owed.map(({ text, at }) => say("profile.promised", { date: date(at), text }));
    const kept = pasts.flatMap((past) => past.notes).filter(({ at }) => clock.now() - at < noteLasts)
      .map(({ text, name, at }) => say("profile.note", { text, name, date: date(at), until: date(at + noteLasts) }));
    return { conversations: earlier.length + 1, lastAt: earlier[0] ? new Date(earlier[0].at).toISOString() : null, notes: [...notes, ...kept], facts: [...promised, ...facts], advice: owed.length > 0 ? say("profile.advice.promised") : adviceOf(pasts, say, titles) };
  };
}

/** What people promised in earlier conversations and nothing shows as done, newest first: a conversation solved later settles it. */
function owedBy(pasts: readonly Past[]): PromiseLeft[] {
  const owed = pasts.flatMap(({ promised }) => promised).filter(({ at }) => !pasts.some(({ solvedAt }) => isAnotherTalk(at, solvedAt)));
  return owed.sort((a, b) => b.at - a.at).slice(0, promisesShown);
}

/** One piece of advice on how to meet this customer, the weightiest that is known. */
function adviceOf(pasts: readonly Past[], say: (key: string, values?: Record<string, string | number>) => string, titles: (topics: string[]) => string): string {
  const [latest] = pasts;
  if (!latest) return say("profile.advice");
  const counts = new Map<Behaviour, number>();
  for (const one of pasts.flatMap(({ calmedBy }) => calmedBy)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [calming] = [...counts].sort((a, b) => b[1] - a[1]);
  if ((latest.last ?? 0) < unhappyBelow || (latest.rating ?? 5) <= 2) return say("profile.advice.unhappy");
  if (calming) return say(`profile.advice.calmed.${calming[0]}`);
  const again = latest.topics.find((topic) => !noTopic.has(topic) && pasts.slice(1).some(({ topics }) => topics.includes(topic)));
  return again === undefined ? say("profile.advice.known") : say("profile.advice.again", { about: titles([again]) });
}
