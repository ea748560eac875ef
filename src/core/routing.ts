import type { AgentSkill, EscalationReason } from "./policy.ts";
import type { EmotionalState } from "./emotion.ts";
import type { Line, Ticket } from "./ticket.ts";
import type { Language } from "./turn.ts";

/** An agent who may be offered a chat now: at a desk that is open, available, and looking at no other offer. */
export type Seat = {
  agentId: string;
  languages: Language[];
  agentSkills: AgentSkill[];
  /** Chats at once. */
  capacity: number;
  chats: number;
  /** The weights of those chats together. */
  load: number;
  /** When they last took a chat, epoch ms; 0 for not since this process runs. */
  lastTook: number;
};

/** An ordinary chat weighs one. */
const ordinary = 1;
/** One with an upset customer takes the attention of two. */
const hard = 2;
/** A danger leaves no attention for much else. */
const gravest = 3;
/** Clearly unpleasant, by the same measure as the policy's threshold for sad and worried customers. */
const hardFrom = -0.3;
/** Past this an outburst or a grief stays with whoever answered it. */
const veryHardFrom = -0.7;

/** How much of a person's attention a chat takes. What is counted is the chat's difficulty, never how the agent does. */
export function chatWeight(reason: EscalationReason, { emotion, valence }: Pick<EmotionalState, "emotion" | "valence">): number {
  if (reason.rule === "safety") return gravest;
  return valence <= hardFrom && emotion !== "neutral" ? hard : ordinary;
}

/** A chat after which anyone would want to breathe. */
export const wasVeryHard = (ticket: Pick<Ticket, "safety">, readings: readonly { emotion: { valence: number } }[]): boolean =>
  ticket.safety || readings.some(({ emotion }) => emotion.valence <= veryHardFrom);

export const canTake = ({ languages, agentSkills }: Pick<Seat, "languages" | "agentSkills">, line: Line): boolean =>
  languages.includes(line.language) && agentSkills.includes(line.agentSkill);

/**
 * Who is offered a ticket: language and agent skill first, then whoever carries least for their capacity, then whoever has gone longest without a new chat.
 *
 * Who let it pass is not asked again. A full agent is offered nothing, by the number of chats or by their weight.
 *
 * @param preferred comes first when they have room: who had this customer before
 */
export function fittingSeat(ticket: Pick<Ticket, "line" | "passedBy">, preferred: string | null, seats: readonly Seat[]): Seat | null {
  const free = seats.filter((seat) => canTake(seat, ticket.line) && !ticket.passedBy.includes(seat.agentId) && seat.chats < seat.capacity && seat.load < seat.capacity);
  const known = free.find(({ agentId }) => agentId === preferred);
  if (known) return known;
  const [first] = free.toSorted((a, b) => a.load / a.capacity - b.load / b.capacity || a.lastTook - b.lastTook || a.agentId.localeCompare(b.agentId));
  return first ?? null;
}
