import type { BackendCall, BackendResult } from "../core/dialog.ts";
import type { Event, Reply, StoredEvent } from "../core/events.ts";
import type { PolicyInForce } from "../core/policy-settings.ts";
import type { RememberedReply } from "../core/reactions/remembered-reply.ts";
import type { AgentIdentity, Line, Ticket } from "../core/ticket.ts";
import type { AgentSkill } from "../core/policy.ts";
import type { Language } from "../core/turn.ts";

/** Lists kept with the log, changed in the same step: conversations with an open ticket, and those with replies a channel has not confirmed. */
export type Mark = "open-ticket" | "unsent";

/** The log of every conversation. `append` throws ConflictError when the version moved on, NotFoundError when the conversation was erased; all throw UnavailableError when the store does not answer. */
export type EventLog = {
  append(conversationId: string, events: Event[], expectedVersion: number, at: number, marks?: Partial<Record<Mark, boolean>>): Promise<StoredEvent[]>;
  /** Events after a version, oldest first, to the end or to a version. Empty for an unknown or erased conversation. */
  read(conversationId: string, afterVersion: number, toVersion?: number): Promise<StoredEvent[]>;
  marked(mark: Mark): Promise<string[]>;
  /** Deletes the conversation and leaves a tombstone, so that nothing can be appended again. */
  erase(conversationId: string): Promise<void>;
};

/** One append, as followers see it; `version` is that of its last event, `own` says that this process made it. */
export type FeedBatch = { conversationId: string; version: number; events: StoredEvent[]; own: boolean };

/** Every append of every conversation, in order per conversation. Cursors are opaque and survive restarts. */
export type Feed = {
  subscribe(listener: (batch: FeedBatch) => void): () => void;
  /**
   * Calls back for all after the cursor, then keeps calling for what is new, nothing twice. `cursorOf` makes the cursor of where the listener stands when it
   * calls it: few need one, and making it at every entry for nobody was a tenth of a turn's CPU.
   *
   * @throws InvalidInputError on a cursor it did not make
   */
  resume(cursor: string, listener: (batch: FeedBatch, cursorOf: () => string) => void): Promise<() => void>;
  cursor(): string;
  /** The cursor of a moment: everything appended from then on comes after it. */
  cursorAt(at: number): string;
};

/** The waiting lines. Their truth is the log; joining twice is joining once. */
export type WaitingLine = {
  join(conversationId: string, ticket: Ticket): Promise<void>;
  leave(ticket: Ticket): Promise<void>;
  /** 1 is next; null when the ticket is not in the line. */
  place(ticket: Ticket): Promise<number | null>;
  /** The first tickets of a line, in order, left where they are. */
  firsts(line: Line, count: number): Promise<{ conversationId: string; ticketId: string }[]>;
  /** Takes the most urgent first job of these lines out of its line. */
  takeFirst(lines: Line[]): Promise<{ conversationId: string; ticketId: string } | null>;
  /** How long the last tickets of a line waited before a person took them, in milliseconds; newest last, at most 50. */
  waits(line: Line): Promise<number[]>;
  noteWait(line: Line, ms: number): Promise<void>;
};

export type Presence = "available" | "busy" | "away" | "offline";

/** Who is at the desk. Kept alive by heartbeats; silence makes an agent offline. */
export type PresenceBoard = {
  /** `until` (epoch ms) ends it by itself: from then on the agent is available. */
  set(agentId: string, presence: Presence, until?: number): Promise<void>;
  /** Renews; returns when it runs out, epoch ms. An agent that was offline becomes available. */
  beat(agentId: string): Promise<number>;
  of(agentIds: string[]): Promise<Presence[]>;
  /** When an agent is offline unless another heartbeat comes, epoch ms; null when they are already. */
  runsOutAt(agentId: string): Promise<number | null>;
};

/** Open desks, in every process: who has none cannot see what is offered. */
export type Desks = {
  /** Also renews: a desk whose process died is forgotten after a while. */
  opened(agentId: string, deskId: string): Promise<void>;
  closed(agentId: string, deskId: string): Promise<void>;
  areOpen(agentIds: string[]): Promise<boolean[]>;
};

/** Who wants to be offered chats, and who looks at an offer now. */
export type OfferTakers = {
  choose(agentId: string, takes: boolean): Promise<void>;
  all(): Promise<string[]>;
  /** False when the agent is looking at another offer: one at a time. Runs out by itself. */
  reserve(agentId: string, ticketId: string, ms: number): Promise<boolean>;
  release(agentId: string): Promise<void>;
};

/** Durable timers: one per phase of a ticket. A timer that fires asks what is due and says when to ask again. */
export type Timers = { arm(conversationId: string, phase: string, at: number): Promise<void> };

export type AgentAccount = AgentIdentity & {
  email: string;
  roles: ("viewer" | "agent" | "supervisor" | "editor" | "admin")[];
  languages: Language[];
  agentSkills: AgentSkill[];
  capacity: number;
};

export type AgentDirectory = { all(): AgentAccount[]; byId(id: string): AgentAccount | null };

export type Orders = { perform(call: BackendCall, who: { customerId: string | null; idempotencyKey: string }): Promise<BackendResult> };

/** Delivery to a channel that does not read the log itself. Resolves when taken; rejects with `refused` or `unknown-outcome`. */
export type ReplySender = { send(reference: string, reply: Reply): Promise<{ ok: true } | { ok: false; why: "refused" | "unknown-outcome"; error: unknown }> };

/** When customers whom the host site names began conversations. */
export type Contacts = {
  /** Notes that this conversation begins; returns when the same customer's one before it began, epoch ms, null when there was none within 30 days. Beginning one twice is beginning it once. */
  begin(customerId: string, conversationId: string, at: number): Promise<number | null>;
  forget(customerId: string): Promise<void>;
};

/** Which conversations a customer has had, in every process; filled by following the feed from where `cursor` stands. */
export type CustomerIndex = {
  add(customerId: string, conversationId: string, at: number): Promise<void>;
  /** Newest first. */
  of(customerId: string): Promise<{ conversationId: string; at: number }[]>;
  forget(customerId: string): Promise<void>;
  cursor(): Promise<string | null>;
  keepCursor(cursor: string): Promise<void>;
};

/** What was done with whose authority, and why; never with a customer's words or name. Append-only. Times are epoch milliseconds. */
export type AuditEntry = { id: string; at: number; who: string; what: string; before: unknown; after: unknown; why: string };
export type Audit = {
  append(entry: Omit<AuditEntry, "id">): Promise<void>;
  /** Oldest first, after an id. */
  read(after: string | null, limit: number): Promise<AuditEntry[]>;
};

/** Files that customers sent. */
export type Uploads = { remove(url: string): Promise<void> };

export type PolicySource = { current(): PolicyInForce };
/** The policy with who put it in force, when (epoch ms) and why. */
export type PolicyInForceView = { current(): PolicyInForce & { author: string; at: number; why: string } };

/** Texts by key, in a language. Throws on an unknown key or a missing value: a fault of ours, found by the tests. */
export type Texts = { has(key: string): boolean; text(key: string, values: Record<string, string | number>, language: Language): string };

/** What passes and is not kept: typing. */
export type Signal =
  | { conversationId: string; kind: "typing"; who: "customer" | "assistant" | "agent" }
  /** A colleague has it on the screen, or is writing in it. */
  | { conversationId: string; kind: "viewing"; agent: AgentIdentity; typing: boolean };
export type Channel<T> = { publish(signal: T): void; subscribe(listener: (signal: T) => void): () => void };
export type Signals = Channel<Signal>;

/** What one agent alone is told in passing: to answer a customer they took, or that a pause would do them good. Nothing of it is kept. */
export type DeskSignal =
  | { kind: "nudge"; agentId: string; conversationId: string; ticketId: string; returnsAt: number }
  | { kind: "pause"; agentId: string; minutes: number };
export type DeskSignals = Channel<DeskSignal>;

export type Clock = { now(): number };
export type Ids = { next(prefix: string): string };
/** Structured log lines without customer text. */
export type Log = { info(fields: Record<string, unknown>, message: string): void; error(fields: Record<string, unknown>, message: string): void };

/** What the whisper remembers, by conversation: a projection of the log, masked, shared by all processes. */
export type ReactionStore = {
  /** Replaces what is kept of these conversations, and notes that the feed was followed up to a moment, epoch ms. */
  put(entries: readonly { conversationId: string; replies: readonly RememberedReply[] }[], followedTo: number): Promise<void>;
  /** What is kept of a conversation; empty for none. */
  of(conversationId: string): Promise<RememberedReply[]>;
  /** Deletes what is kept of a conversation; every process hears of it. */
  forget(conversationId: string): Promise<void>;
  /** Deletes everything, before a rebuild. */
  clear(): Promise<void>;
  /** Epoch ms up to which the feed was followed; 0 where it never was. */
  followedTo(): Promise<number>;
  /** What changed since a mark of an earlier answer, or everything for null; replies are null where a conversation was forgotten. `whole` says that what was known before is void. */
  changes(since: string | null): Promise<{ mark: string; whole: boolean; changed: { conversationId: string; replies: RememberedReply[] | null }[] }>;
  /** Keeps that templates were shown for a ticket, for some weeks, and counts each once a ticket, whichever process showed it. */
  show(ticketId: string, templates: readonly string[]): Promise<void>;
  wasShown(ticketId: string, template: string): Promise<boolean>;
  /** Adds to the counts of a template: how often it was shown, sent, edited or dismissed. Nobody's name is with them. */
  count(template: string, what: SuggestionUse): Promise<void>;
  counts(): Promise<Record<string, Partial<Record<SuggestionUse, number>>>>;
};

export type SuggestionUse = "shown" | "sent" | "edited" | "dismissed";
