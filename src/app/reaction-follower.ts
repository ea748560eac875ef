import { followReactions, noReactions, type Reaction, type ReactionFold } from "../core/reactions/follow-reactions.ts";
import type { RememberedReply } from "../core/reactions/remembered-reply.ts";
import type { StoredEvent } from "../core/events.ts";
import { createMailbox } from "./mailbox.ts";
import type { Clock, EventLog, Feed, FeedBatch, Log, ReactionStore } from "./ports.ts";

/** Makes of a reaction what may be kept: masked, without names. */
export type Remember = (reaction: Reaction, names: readonly string[]) => RememberedReply;

export type ReactionFollower = {
  /** Catches up with what happened since the projection was last written, then follows. */
  start(): Promise<void>;
  /** Writes what waits to be written. */
  flush(): Promise<void>;
  stop(): Promise<void>;
  /** Builds the projection anew from the whole log; answers how many conversations and replies it holds. */
  rebuild(): Promise<{ conversations: number; replies: number }>;
  /** Deletes what is kept of an erased conversation. */
  forget(conversationId: string): Promise<void>;
};

type Followed = { version: number; fold: ReactionFold; names: string[] };

/** Conversations whose fold is kept at hand; beyond, the log is read again. */
const keptAtHand = 2_000;
/** What is learned is written this long after, together, in milliseconds: the chat does not wait for it, and a crash loses nothing, since the log has it. */
const writeAfter = 2_000;
/** Catching up begins this much before the last write: another process may have written later than it followed. Milliseconds. */
const overlap = 60_000;

type Parts = { feed: Feed; log: Pick<EventLog, "read">; store: ReactionStore; remember: Remember; clock: Clock; logger: Log };

/** Follows the feed and keeps, for every reply, how the customer's state moved after it. A projection, never the truth. */
export function createReactionFollower({ feed, log, store, remember, clock, logger }: Parts): ReactionFollower {
  const atHand = new Map<string, Followed>();
  const waiting = new Set<string>();
  const forgotten = new Set<string>();
  const inOrder = createMailbox();
  let timer: NodeJS.Timeout | null = null;
  let unfollow = (): void => undefined;
  const busy = new Set<Promise<void>>();

  const keep = (conversationId: string, followed: Followed): void => {
    atHand.delete(conversationId);
    atHand.set(conversationId, followed);
    for (const oldest of atHand.keys()) {
      if (atHand.size <= keptAtHand) break;
      if (!waiting.has(oldest)) atHand.delete(oldest);
      else break;
    }
  };

  const fold = (followed: Followed, events: readonly StoredEvent[]): Followed => events.reduce<Followed>((before, event) => ({
    version: event.version, fold: followReactions(before.fold, event), names: namesAfter(before.names, event),
  }), followed);

  const nobody: Followed = { version: 0, fold: noReactions, names: [] };

  const take = async (batch: FeedBatch): Promise<void> => {
    const { conversationId, events, version } = batch;
    const known = atHand.get(conversationId) ?? nobody;
    if (known.version >= version) return;
    const contiguous = known.version === version - events.length;
    const followed = fold(known, contiguous ? events : await log.read(conversationId, known.version));
    const changed = followed.fold.reactions !== known.fold.reactions;
    if (changed) waiting.add(conversationId);
    keep(conversationId, followed);
    if (changed) timer ??= setTimeout(() => void flush(), writeAfter);
  };

  const follow = (batch: FeedBatch): void => {
    const taken = inOrder(batch.conversationId, () => take(batch)).catch((error: unknown) => logger.error({ err: error, conversationId: batch.conversationId }, "reactions not followed; a rebuild will"));
    busy.add(taken);
    void taken.finally(() => busy.delete(taken));
  };

  const remembered = ({ fold: { reactions }, names }: Followed): RememberedReply[] => reactions.map((reaction) => remember(reaction, names));

  const flush = async (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    await Promise.all(busy);
    const chosen = [...waiting].filter((conversationId) => !forgotten.has(conversationId));
    waiting.clear();
    const entries = chosen.flatMap((conversationId) => {
      const followed = atHand.get(conversationId);
      return followed ? [{ conversationId, replies: remembered(followed) }] : [];
    });
    if (entries.length === 0) return;
    await store.put(entries, clock.now()).catch((error: unknown) => {
      // Written with the next ones; until then it is only missing from what the whisper knows.
      for (const { conversationId } of entries) waiting.add(conversationId);
      logger.error({ err: error }, "reactions not written; trying again");
    });
  };

  /** Everything the feed has from a moment on; only this process' own news after that. */
  const followFrom = async (at: number): Promise<void> => {
    unfollow();
    let catchingUp = true;
    unfollow = await feed.resume(feed.cursorAt(at), (batch) => {
      if (batch.own || catchingUp) follow(batch);
    });
    catchingUp = false;
    await flush();
  };

  return {
    start: async () => followFrom(Math.max(0, (await store.followedTo()) - overlap)),
    flush,
    async stop() {
      unfollow();
      await flush();
    },
    async rebuild() {
      unfollow();
      await flush();
      atHand.clear();
      await store.clear();
      const seen = new Set<string>();
      const stop = await feed.resume(feed.cursorAt(0), ({ conversationId }) => void seen.add(conversationId));
      stop();
      let replies = 0;
      let conversations = 0;
      for (const conversationId of seen) {
        const events = await log.read(conversationId, 0);
        const entry = { conversationId, replies: remembered(fold(nobody, events)) };
        if (entry.replies.length === 0) continue;
        conversations += 1;
        replies += entry.replies.length;
        await store.put([entry], clock.now());
      }
      return { conversations, replies };
    },
    async forget(conversationId) {
      forgotten.add(conversationId);
      atHand.delete(conversationId);
      waiting.delete(conversationId);
      await Promise.all(busy);
      await store.forget(conversationId);
    },
  };
}

/** The names of the people in a conversation: its customer, and the colleagues who took it. */
function namesAfter(names: string[], event: StoredEvent): string[] {
  const name = event.type === "ConversationStarted" ? event.customer.name : event.type === "TicketAccepted" ? event.agent.name : event.type === "ReplyRecorded" ? (event.reply.agent?.name ?? null) : null;
  return name === null || names.includes(name) ? names : [...names, name];
}
