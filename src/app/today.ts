import { behaviours, noBehaviours } from "../core/behaviours.ts";
import type { Behaviour, BehaviourWords, ReadBehaviours } from "../core/behaviours.ts";
import type { Reply, StoredEvent } from "../core/events.ts";
import type { Language } from "../core/turn.ts";
import type { Clock, Feed } from "./ports.ts";

type Phase = { sum: number; n: number };
type Seen = { escalated: boolean; turns: number; language: Language };
/** Replies read, and in how many of them each behaviour shows. */
export type ShownIn = { replies: number; shown: Record<Behaviour, number> };

export type Counts = {
  from: number; conversations: number; turns: number; handledByBot: number; escalated: number; reasons: Record<string, number>;
  accepted: number; abandoned: number; returned: number; waits: number[]; csat: { bot: Phase; human: Phase };
  /** The one standard, measured the same way on both. Of all people together, never of one. */
  behaviours: { bot: ShownIn; human: ShownIn };
};

/** Counts of the day so far (UTC), kept by following the feed; built anew at start from the day's own feed. A projection, never the truth. */
export type Today = { start(): Promise<void>; counts(): Counts };

const day = 86_400_000;
/** Texts of the assistant whose behaviours are remembered: all of the catalogue, with room for filled-in values. */
const textsKept = 2_000;

export function createToday({ feed, clock, readBehaviours }: { feed: Feed; clock: Clock; readBehaviours: ReadBehaviours }): Today {
  const midnight = (): number => Math.floor(clock.now() / day) * day;
  let from = midnight();
  let seen = new Map<string, Seen>();
  let queued = new Map<string, number>();
  let counts = emptyCounts(from);
  let stop = (): void => undefined;

  /** The assistant says the same texts all day, and reading one costs more than the rest of a turn's counting. */
  const known = new Map<string, BehaviourWords>();
  const read = (text: string, language: Language): BehaviourWords => {
    const key = `${language} ${text}`;
    const before = known.get(key);
    if (before) return before;
    const found = readBehaviours(text, language);
    if (known.size >= textsKept) known.clear();
    known.set(key, found);
    return found;
  };

  const readReply = ({ author, text, notice }: Reply, language: Language): void => {
    if (author === "system" || notice !== null) return;
    const own = counts.behaviours[author === "person" ? "human" : "bot"];
    const found = author === "assistant" ? read(text, language) : readBehaviours(text, language);
    own.replies += 1;
    for (const one of behaviours) if (found[one].length > 0) own.shown[one] += 1;
  };

  const count = (conversationId: string, event: StoredEvent): void => {
    if (midnight() !== from) {
      from = midnight();
      [seen, queued, counts] = [new Map(), new Map(), emptyCounts(from)];
    }
    const known = seen.get(conversationId) ?? { escalated: false, turns: 0, language: "es" };
    if (event.type === "TurnReceived") {
      counts.turns += 1;
      seen.set(conversationId, { ...known, turns: known.turns + 1 });
    } else if (event.type === "TurnUnderstood") seen.set(conversationId, { ...known, language: event.understanding.language });
    else if (event.type === "ReplyRecorded") readReply(event.reply, known.language);
    else if (event.type === "TicketOpened") {
      queued.set(event.ticketId, event.at);
      counts.reasons[event.reason.rule] = (counts.reasons[event.reason.rule] ?? 0) + 1;
      seen.set(conversationId, { ...known, escalated: true });
    } else if (event.type === "TicketAccepted") {
      counts.accepted += 1;
      counts.waits.push(event.at - (queued.get(event.ticketId) ?? event.at));
    } else if (event.type === "TicketAbandoned" && event.by === "customer") counts.abandoned += 1;
    else if (event.type === "TicketReturned" && event.why !== "customer-ended") counts.returned += 1;
    else if (event.type === "RatingGiven") {
      counts.csat[event.phase].sum += event.score;
      counts.csat[event.phase].n += 1;
    }
  };
  const take = ({ conversationId, events }: { conversationId: string; events: StoredEvent[] }): void => {
    for (const event of events) if (event.at >= from) count(conversationId, event);
  };

  return {
    async start() {
      stop();
      [seen, queued, counts] = [new Map(), new Map(), emptyCounts(from)];
      stop = await feed.resume(feed.cursorAt(from), take);
    },
    counts() {
      const talked = [...seen.values()].filter(({ turns }) => turns > 0);
      const escalated = talked.filter((conversation) => conversation.escalated).length;
      return { ...counts, conversations: talked.length, escalated, handledByBot: talked.length - escalated };
    },
  };
}

const emptyCounts = (from: number): Counts => ({
  from, conversations: 0, turns: 0, handledByBot: 0, escalated: 0, reasons: {}, accepted: 0, abandoned: 0, returned: 0, waits: [],
  csat: { bot: { sum: 0, n: 0 }, human: { sum: 0, n: 0 } },
  behaviours: { bot: { replies: 0, shown: noBehaviours() }, human: { replies: 0, shown: noBehaviours() } },
});
