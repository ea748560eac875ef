import type { AgentSkill, EscalationReason } from "./policy.ts";
import type { Language } from "./turn.ts";

export type TicketStatus = "waiting" | "offered" | "accepted" | "message" | "closed" | "abandoned";

/** The line a ticket stands in: one per language and agent skill. */
export type Line = { language: Language; agentSkill: AgentSkill };

export type AgentIdentity = { id: string; name: string };

/** A waiting or running handoff. */
export type Ticket = {
  ticketId: string;
  status: TicketStatus;
  reason: EscalationReason;
  /** The customer turn that led to it. */
  turnId: string;
  /** The turn its reason rests on: a later one than what opened it, where the customer got worse while waiting. */
  reasonTurnId: string;
  line: Line;
  queuedAt: number;
  /** When it last joined the line. Older than this, `queuedAt` also counts time with a person who went silent: waits are measured from here. */
  waitingFrom: number;
  /** When it last changed hands or place: opened, accepted, requeued, passed on. */
  since: number;
  boostMinutes: number;
  /** Stands in the band in front of the line. */
  safety: boolean;
  /** Counts queueings; the place in line is the job `ticketId-n`. */
  n: number;
  /** Came back from an agent who went silent: stands ahead of its old place. */
  ahead: boolean;
  agent: AgentIdentity | null;
  acceptedAt: number | null;
  /** The person's first words since they took it; until then the customer has met nobody. */
  repliedAt: number | null;
  /** The person is busy with it elsewhere until then: it takes none of their capacity. */
  heldUntil: number | null;
  /** With status "offered": who may take it or leave it, until when. */
  offer: { agent: AgentIdentity; until: number } | null;
  /** Agents who let it pass or did not answer in it: it is offered to others. */
  passedBy: string[];
  /** The place last told to the customer. */
  toldPlace: number | null;
  /** The longest wait the customer was told, in minutes, and when that is over. */
  promise: { minutes: number; until: number } | null;
  /** With status "message": the words asked for last have been written. */
  messageTaken: boolean;
  /** The customer turn of a left message that no person has answered yet; it outlives a wait in line after it. */
  message: string | null;
};

export const lineName = (line: Line): string => `${line.language}-${line.agentSkill}`;
export const jobIdOf = (ticket: { ticketId: string; n: number }): string => `${ticket.ticketId}-${ticket.n}`;

/** How the agent says it ended. */
export const dispositions = ["solved", "unsolved", "no-answer", "spam", "other"] as const;
export type Disposition = (typeof dispositions)[number];
