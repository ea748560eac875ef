import type { IntentFollows } from "../core/next-intent.ts";
import { noTopic, topicOf } from "../core/whisper.ts";
import type { Clock, Feed, FeedBatch } from "./ports.ts";

/** Counts which topic follows which, by following the feed, courtesies between them left out; built anew at each start. A projection, never the truth, and it holds no customer's words. */
export type FollowIntents = { start(): Promise<void>; follows(): IntentFollows };

/** What was asked a month ago still says what comes next; older seasons do not. */
const lookBack = 30 * 86_400_000;
/** Conversations whose last intent is remembered: those that are going on. */
const going = 5_000;

export function createFollowIntents({ feed, clock }: { feed: Feed; clock: Clock }): FollowIntents {
  let follows = new Map<string, Map<string, number>>();
  let latest = new Map<string, string>();
  let stop = (): void => undefined;

  const take = ({ conversationId, events }: FeedBatch): void => {
    // What a dialog was told for its own question is no new wish: a bare number reads as one.
    const answers = new Set(events.flatMap((event) => (event.type === "DecisionMade" && event.decision.action.kind === "continue" ? [event.turnId] : [])));
    for (const event of events) {
      if (event.type !== "TurnUnderstood" || answers.has(event.turnId)) continue;
      const intent = topicOf(event.understanding);
      if (intent === null || noTopic.has(intent)) continue;
      const before = latest.get(conversationId);
      if (before !== undefined && before !== intent) {
        const counts = follows.get(before) ?? new Map<string, number>();
        follows.set(before, counts.set(intent, (counts.get(intent) ?? 0) + 1));
      }
      latest.delete(conversationId);
      latest.set(conversationId, intent);
      const [oldest] = latest.keys();
      if (latest.size > going && oldest !== undefined) latest.delete(oldest);
    }
  };
  return {
    async start() {
      stop();
      [follows, latest] = [new Map(), new Map()];
      stop = await feed.resume(feed.cursorAt(clock.now() - lookBack), take);
    },
    follows: () => follows,
  };
}
