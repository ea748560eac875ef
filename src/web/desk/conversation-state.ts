import type { ConversationView, EmotionPoint, WireEvent } from "../../api/contract.ts";

/** A conversation as the desk holds it: events in order of version, each once. */
export type Conversation = {
  about: ConversationView["conversation"];
  version: number;
  events: WireEvent[];
  emotion: Record<string, EmotionPoint>;
};

export function conversationOf(view: ConversationView): Conversation {
  return withView({ about: view.conversation, version: 0, events: [], emotion: {} }, view);
}

/** Adds an answer of GET /conversations/{id}?after=VERSION. */
export function withView(known: Conversation, view: ConversationView): Conversation {
  const next = append(known, view.events);
  const emotion = { ...next.emotion };
  for (const point of view.emotion) emotion[point.turnId] = point;
  return { ...next, about: view.conversation, version: Math.max(next.version, view.version), emotion };
}

export type Appended = { kind: "grown"; conversation: Conversation } | { kind: "gap" };

/**
 * Adds events of a frame. Events already known are dropped; when the frame starts further on than where we stand, events are
 * missing and the caller has to ask for them.
 */
export function withEvents(known: Conversation, events: WireEvent[]): Appended {
  const fresh = events.filter((event) => event.version > known.version);
  const first = fresh[0];
  if (first && first.version > known.version + 1) return { kind: "gap" };
  return { kind: "grown", conversation: append(known, fresh) };
}

function append(known: Conversation, events: WireEvent[]): Conversation {
  const have = new Set(known.events.map((event) => event.version));
  const fresh = events.filter((event) => !have.has(event.version));
  if (fresh.length === 0) return known;
  const all = [...known.events, ...fresh].sort((a, b) => a.version - b.version);
  const emotion = { ...known.emotion };
  for (const event of fresh) {
    const point = pointOf(event);
    if (point) emotion[point.turnId] = point;
  }
  return { ...known, events: all, version: Math.max(known.version, ...fresh.map((event) => event.version)), emotion };
}

function pointOf(event: WireEvent): EmotionPoint | null {
  if (event.type !== "TurnUnderstood" || event.understanding.emotion === null) return null;
  return { turnId: event.turnId, at: event.at, ...event.understanding.emotion };
}
