import { ConflictError } from "../core/errors.ts";
import type { Event, StoredEvent } from "../core/events.ts";
import { evolve, initialState, type ConversationState } from "../core/state.ts";
import { createMailbox } from "./mailbox.ts";
import type { Clock, EventLog, Mark } from "./ports.ts";

export type Loaded = { state: ConversationState; version: number };

/** What a use case makes of a state: events to append (none: nothing happens) and the answer for its caller. */
export type Change<T> = { events: Event[]; result: T };

export type Applied = { conversationId: string; before: ConversationState; after: ConversationState; version: number; events: StoredEvent[] };

type Decide<T> = (state: ConversationState, version: number) => Change<T> | Promise<Change<T>>;

type Outcome<T> = { result: T; following: Promise<void>[] };

export type Conversations = {
  /** The folded state, read on from the log. */
  load(conversationId: string): Promise<Loaded>;
  /** The folded state at that version or later: the warm one when it is new enough, without asking the store. */
  atLeast(conversationId: string, version: number): Promise<Loaded>;
  /**
   * Decides on the state and appends what was decided, one change at a time per conversation, again from the newer state when another
   * process was faster. Deciding must be repeatable. The log's errors pass through.
   */
  change<T>(conversationId: string, decide: Decide<T>): Promise<T>;
  /**
   * Records what nobody waits for: with the conversation's next append, or by itself a moment later.
   * A crash before that loses it, so it must be true to say that it is not known.
   */
  later(conversationId: string, events: Event[]): void;
  /** Appends at once what `later` still holds. */
  flush(): Promise<void>;
  /** Drops what is known of a conversation here: it was erased. */
  forget(conversationId: string): void;
  /**
   * Another process appended: a conversation that is warm here is kept in step, so that its next turn, wherever it comes in, is decided on what is true.
   * Without this a customer whose turns alternate between processes would cost each of them a conflict.
   */
  heard(conversationId: string, events: StoredEvent[]): void;
  /** Called after each append of this process, in order per conversation. The change is answered once what follows from it is done; that must not throw. */
  onApplied(listener: (applied: Applied) => void | Promise<void>): void;
};

/** Conversations kept folded in memory. At about 20 kB each this is 60 MB at most. */
const warmLimit = 3_000;
/** How long `later` may hold an event, in milliseconds: a customer who goes on talking comes back sooner. */
const laterWithin = 500;
/** Another process wins at most this often in a row before the caller hears of it. */
const attempts = 20;

const hasOpenTicket = (state: ConversationState): boolean => state.ticket !== null;
const hasUnsent = (state: ConversationState): boolean => state.unsent.length > 0;

/** Marks that changed between two states; unchanged ones are left out. */
function changedMarks(before: ConversationState, after: ConversationState): Partial<Record<Mark, boolean>> {
  return {
    ...(hasOpenTicket(before) === hasOpenTicket(after) ? {} : { "open-ticket": hasOpenTicket(after) }),
    ...(hasUnsent(before) === hasUnsent(after) ? {} : { unsent: hasUnsent(after) }),
  };
}

export function createConversations({ log, clock }: { log: EventLog; clock: Clock }): Conversations {
  const warm = new Map<string, Loaded>();
  const inOrder = createMailbox();
  const listeners: ((applied: Applied) => void | Promise<void>)[] = [];

  const keep = (conversationId: string, loaded: Loaded): Loaded => {
    warm.delete(conversationId);
    warm.set(conversationId, loaded);
    const [oldest] = warm.keys();
    if (warm.size > warmLimit && oldest !== undefined) warm.delete(oldest);
    return loaded;
  };

  const readOn = async (conversationId: string): Promise<Loaded> => {
    const { state, version } = warm.get(conversationId) ?? { state: initialState(), version: 0 };
    const events = await log.read(conversationId, version);
    return keep(conversationId, { state: events.reduce(evolve, state), version: events.at(-1)?.version ?? version });
  };

  const held = new Map<string, Event[]>();
  let flushing: NodeJS.Timeout | null = null;

  const attempt = async <T>(conversationId: string, { state, version }: Loaded, change: Change<T>, evenIfNothing: boolean): Promise<Outcome<T>> => {
    if (change.events.length === 0 && !evenIfNothing) return { result: change.result, following: [] };
    const at = clock.now();
    const carried = held.get(conversationId) ?? [];
    const toAppend = [...change.events, ...carried];
    if (toAppend.length === 0) return { result: change.result, following: [] };
    const numbered = toAppend.map((event, index) => ({ ...event, version: version + index + 1, at }));
    const after = numbered.reduce(evolve, state);
    const events = await log.append(conversationId, toAppend, version, at, changedMarks(state, after));
    if (carried.length > 0) release(conversationId, carried.length);
    const applied = { conversationId, before: state, after, version: version + events.length, events };
    keep(conversationId, { state: after, version: applied.version });
    return { result: change.result, following: listeners.map((listener) => Promise.resolve(listener(applied))) };
  };

  const release = (conversationId: string, count: number): void => {
    const rest = held.get(conversationId)?.slice(count) ?? [];
    if (rest.length > 0) held.set(conversationId, rest);
    else held.delete(conversationId);
  };

  const run = async <T>(conversationId: string, decide: Decide<T>, withHeld: boolean): Promise<T> => {
    const { result, following } = await inOrder(conversationId, async (): Promise<Outcome<T>> => {
      for (let tries = 1; ; tries += 1) {
        // The first decision is made on what is known here, without reading: the append tells when that was stale.
        // One round trip instead of two; a conversation not seen before is taken for a new one.
        const known = tries === 1 ? (warm.get(conversationId) ?? { state: initialState(), version: 0 }) : await readOn(conversationId);
        try {
          const change = await decide(known.state, known.version);
          // Nothing to append, so nothing tells: look before answering.
          if (change.events.length === 0 && !withHeld && tries === 1 && (await readOn(conversationId)).version !== known.version) continue;
          return await attempt(conversationId, known, change, withHeld);
        } catch (error) {
          if (!(error instanceof ConflictError)) {
            // The store may or may not have taken it: the next one reads the log again.
            warm.delete(conversationId);
            throw error;
          }
          if (tries >= attempts) throw error;
        }
      }
    });
    await Promise.all(following);
    return result;
  };

  const conversations: Conversations = {
    load: readOn,
    atLeast: async (conversationId, version) => {
      const known = warm.get(conversationId);
      return known && known.version >= version ? known : readOn(conversationId);
    },
    change: (conversationId, decide) => run(conversationId, decide, false),
    later(conversationId, events) {
      held.set(conversationId, [...(held.get(conversationId) ?? []), ...events]);
      flushing ??= setTimeout(() => {
        // What cannot be recorded now stays held for the next append of its conversation.
        conversations.flush().catch(() => undefined);
      }, laterWithin);
    },
    async flush() {
      if (flushing) clearTimeout(flushing);
      flushing = null;
      await Promise.all([...held.keys()].map((conversationId) => run(conversationId, () => ({ events: [], result: undefined }), true)));
    },
    forget(conversationId) {
      warm.delete(conversationId);
      held.delete(conversationId);
    },
    heard(conversationId, events) {
      const known = warm.get(conversationId);
      const fresh = known ? events.filter(({ version }) => version > known.version) : [];
      const [first] = fresh;
      if (!known || !first) return;
      // After a gap the next look reads on from where it stands.
      if (first.version === known.version + 1) keep(conversationId, { state: fresh.reduce(evolve, known.state), version: fresh.at(-1)?.version ?? known.version });
    },
    onApplied: (listener) => void listeners.push(listener),
  };
  return conversations;
}
