import type { ConversationView, TicketView, WireEvent } from "../../src/api/contract.ts";

/** A ticket with what the test cares about. */
export function ticket(change: Partial<TicketView> = {}): TicketView {
  return {
    id: "t1", conversationId: "c1", customer: { id: "customer-1", name: null }, language: "es", agentSkill: "general", status: "waiting", place: 1, rank: 1,
    queuedAt: "2026-11-20T10:00:00.000Z", waitedMs: 60_000, reason: { rule: "asked-for-human" },
    emotion: { emotion: "neutral", valence: 0, arousal: 0, trend: "steady", confidence: 0.5 }, agentId: null, agentName: null, offer: null, heldUntil: null, unansweredMs: null, lastText: "hola", trackingCode: "4QK7-M2XD", version: 5,
    ...change,
  };
}

const at = "2026-11-20T10:00:00.000Z";
/** An event without what every event has. */
type Bare<E> = E extends unknown ? Omit<E, "version" | "at"> : never;

/** Numbers events from a version on, as the log does. */
export const events = (first: number, ...bare: Bare<WireEvent>[]): WireEvent[] => bare.map((event, i) => ({ ...event, version: first + i, at }) as WireEvent);

export const said = (turnId: string, text: string): Bare<WireEvent> => ({ type: "TurnReceived", turnId, text, control: null, rating: null, attachments: [] });

export const understood = (turnId: string, emotion: "neutral" | "angry"): Bare<WireEvent> => ({
  type: "TurnUnderstood", turnId,
  understanding: {
    model: "1", language: "es", foreign: false, intents: [], intentSure: false, entities: [], assent: null, wantsHuman: false, danger: null,
    emotion: { emotion, valence: emotion === "angry" ? -0.8 : 0, arousal: 0.5, confidence: 0.9, evidence: ["harto"], dissatisfaction: emotion === "angry" ? 1 : 0, needsPerson: 0 },
  },
});

export const replied = (author: "assistant" | "person" | "system", text: string, extra: { clientId?: string; notice?: "handoff" | "welcome" } = {}): Bare<WireEvent> => ({
  type: "ReplyRecorded",
  reply: {
    replyId: `reply ${text}`, turnId: null, author, text, keys: [], notice: extra.notice ? { kind: extra.notice, values: {} } : null, quickReplies: [],
    agent: author === "person" ? { id: "a1", name: "Marta" } : null, clientId: extra.clientId ?? null,
  },
});

export const decided = (turnId: string, action: Extract<WireEvent, { type: "DecisionMade" }>["decision"]["action"]): Bare<WireEvent> => ({
  type: "DecisionMade", turnId, decision: { action, rule: action.kind, policyVersion: 7 },
});

export const handedOff = (turnId: string): Bare<WireEvent> => ({
  type: "TicketOpened", ticketId: "t1", turnId, reason: { rule: "asked-for-human" }, line: { language: "es", agentSkill: "general" }, boostMinutes: 0, safety: false, queuedAt: null,
});

export const view = (all: WireEvent[]): ConversationView => ({
  conversation: { id: "c1", channel: "web", customer: { id: "customer-1", name: null }, language: "es", ticketId: "t1" },
  version: all.at(-1)?.version ?? 0, events: all, emotion: [],
});
