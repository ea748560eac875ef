import { policyFacts, type Topics } from "../core/facts.ts";
import { decide, type Decision } from "../core/policy.ts";
import type { Event } from "../core/events.ts";
import { maxTextLength, type Customer, type Language, type Turn } from "../core/turn.ts";
import type { Understand } from "../core/understanding.ts";
import type { Conversations } from "./conversations.ts";
import type { PolicySource } from "./ports.ts";
import type { Respond } from "./respond.ts";

/** Where a turn comes from, for a conversation that has not started yet. */
export type Origin = { channel: string; customer: Customer; reference: string | null };

/** `version` is where the log has the turn; `repeated` says it was handled before. */
export type Handled = { decision: Decision | null; version: number; repeated: boolean };

export type HandleTurn = (turn: Turn, origin: Origin) => Promise<Handled>;

export type HandleTurnParts = {
  conversations: Conversations;
  understand: Understand;
  policy: PolicySource;
  topics: Topics;
  respond: Respond;
};

/**
 * The path of one customer turn: understand, decide, record. What follows from it (the line, the delivery) happens once it is recorded.
 *
 * @returns the decision; the earlier one when the channel delivered this turn twice
 * @throws UnavailableError when the turn could not be recorded: nothing was promised
 */
export function createHandleTurn({ conversations, understand, policy, topics, respond }: HandleTurnParts): HandleTurn {
  return (received, origin) =>
    conversations.change<Handled>(received.conversationId, async (state, version) => {
      const earlier = state.turns.find(({ turnId }) => turnId === received.turnId);
      if (earlier) return { events: [], result: { decision: earlier.decision, version: earlier.version, repeated: true } };

      const turn = { ...received, text: received.text.slice(0, maxTextLength) };
      const understanding = understand({
        text: turn.text, previousLanguage: state.language, locale: turn.locale, readTone: state.toneAnalysis, at: turn.at,
      });
      const facts = policyFacts(turn, understanding, state, topics);
      const decision = decide(facts, policy.current());
      const begin = startEvents(state.started, state.reference, origin, understanding.language);
      const { turnId, text, control, rating, attachments } = turn;
      const events: Event[] = [
        ...begin,
        { type: "TurnReceived", turnId, text, control, rating, attachments },
        { type: "TurnUnderstood", turnId, understanding },
        { type: "DecisionMade", turnId, decision },
        ...(await respond({ turn, understanding, facts, decision, state: { ...state, customer: state.started ? state.customer : origin.customer } })),
      ];
      return { events, result: { decision, version: version + begin.length + 1, repeated: false } };
    });
}

function startEvents(started: boolean, reference: string | null, origin: Origin, language: Language): Event[] {
  if (!started) return [{ type: "ConversationStarted", channel: origin.channel, customer: origin.customer, language, reference: origin.reference }];
  return origin.reference && origin.reference !== reference ? [{ type: "ReferenceChanged", reference: origin.reference }] : [];
}
