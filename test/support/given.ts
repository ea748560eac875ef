import { calmState } from "../../src/core/emotion.ts";
import type { PolicyFacts } from "../../src/core/policy.ts";
import type { Ticket } from "../../src/core/ticket.ts";
import type { Turn } from "../../src/core/turn.ts";
import type { EmotionReading, Understanding } from "../../src/core/understanding.ts";

/** A fixed moment: Sunday 22 November 2026, noon UTC. */
export const noon = Date.UTC(2026, 10, 22, 12);

let counted = 0;

export const aTurn = (text: string, rest: Partial<Turn> = {}): Turn => ({
  conversationId: "c1", turnId: `turn-${(counted += 1)}`, at: noon, text, locale: null, control: null, rating: null, attachments: [], ...rest,
});

export const aReading = (rest: Partial<EmotionReading> = {}): EmotionReading => ({ emotion: "neutral", valence: 0, arousal: 0, confidence: 0.8, evidence: [], dissatisfaction: 0, needsPerson: 0, ...rest });

export const anUnderstanding = (rest: Partial<Understanding> = {}): Understanding => ({
  model: "test", language: "en", foreign: false, intents: [], intentSure: false, entities: [], assent: null, wantsHuman: false, danger: null, emotion: aReading(), ...rest,
});

/** Facts on which no rule fires. */
export const calmFacts = (rest: Partial<PolicyFacts> = {}): PolicyFacts => ({
  understanding: anUnderstanding(), emotion: calmState, withPeople: false, wantsHuman: false, peopleTopic: null, clarifications: 0, failures: 0, faults: 0, repeats: 0, rejections: 0, sameReplies: 0, helpedBefore: false, vip: false, daysSinceContact: null, openDialog: null, words: 6,
  ownIntent: null, candidates: [], servesControl: false, messageAwaited: false, ...rest,
});

/** A ticket that has waited since noon. */
export const aTicket = (rest: Partial<Ticket> = {}): Ticket => ({
  ticketId: "t1", status: "waiting", reason: { rule: "asked-for-human" }, turnId: "turn", reasonTurnId: "turn", line: { language: "es", agentSkill: "general" }, queuedAt: noon, waitingFrom: noon, since: noon,
  boostMinutes: 0, safety: false, n: 1, ahead: false, agent: null, acceptedAt: null, repliedAt: null, heldUntil: null, offer: null, passedBy: [], toldPlace: null, promise: null, messageTaken: false, message: null, ...rest,
});
