import type { IntentFollows } from "../core/next-intent.ts";
import type { Clock, Feed, FeedBatch } from "./ports.ts";

/** Counts which intent follows which, by following the feed; built anew at each start. A projection, never the truth, and it holds no customer's words. */
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
    for (const event of events) {
      if (event.type !== "TurnUnderstood" || !event.understanding.intentSure) continue;
      const intent = event.understanding.intents[0]?.intent;
      if (intent === undefined) continue;
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
