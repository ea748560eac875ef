import type { Dialog } from "../core/dialog.ts";
import { RelevoError } from "../core/errors.ts";
import type { Event } from "../core/events.ts";
import { policyFacts, type Topics } from "../core/facts.ts";
import { voice } from "../core/ownership.ts";
import { decide, type Decision } from "../core/policy.ts";
import type { ConversationState } from "../core/state.ts";
import { maxTextLength, type Customer, type CustomerControl, type Language, type Turn } from "../core/turn.ts";
import type { Understand, Understanding } from "../core/understanding.ts";
import { worsened } from "../core/worsening.ts";
import type { Conversations } from "./conversations.ts";
import type { Log, PolicySource } from "./ports.ts";
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
  dialogs: readonly Dialog[];
  respond: Respond;
  logger: Log;
  /** The control whose words these are: a quick reply sends its label back as the customer's words, and some customers say it in their own. */
  controlOf(text: string): CustomerControl | null;
};

/**
 * The path of one customer turn: understand, decide, record. What follows from it (the line, the delivery) happens once it is recorded.
 *
 * A fault of ours in between does not lose the turn: it is recorded with an apology, and counts as a dead end.
 *
 * @returns the decision; the earlier one when the channel delivered this turn twice
 * @throws UnavailableError when the turn could not be recorded: nothing was promised
 */
export function createHandleTurn({ conversations, understand, policy, topics, dialogs, respond, logger, controlOf }: HandleTurnParts): HandleTurn {
  /** In line the words of its buttons are the buttons, on channels that have no others; elsewhere they are words, and to who was asked for a message, all but the way back. */
  const pressed = (turn: Turn, { ticket }: ConversationState): Turn => {
    const inLine = voice(ticket) === "line";
    const awaited = ticket?.status === "message" && !ticket.messageTaken;
    if (turn.control !== null || !(inLine || awaited)) return turn;
    const control = controlOf(turn.text);
    return inLine || control === "back-to-assistant" ? { ...turn, control } : turn;
  };

  type Answer = { decision: Decision; language: Language; control: CustomerControl | null; events: Event[] };

  const answer = async (given: Turn, state: ConversationState): Promise<Answer> => {
    const { turnId } = given;
    const understanding = understand({
      text: given.text.slice(0, maxTextLength), previousLanguage: state.language, locale: given.locale, readTone: state.toneAnalysis, at: given.at,
    });
    // Who tells of a danger while leaving the line is heard as one in danger.
    const turn = understanding.danger ? given : pressed(given, state);
    const facts = policyFacts(turn, understanding, state, topics, dialogs);
    const inForce = policy.current();
    const decision = decide(facts, inForce);
    const worse = worsened(state.ticket, facts, inForce);
    const events: Event[] = [
      { type: "TurnUnderstood", turnId, understanding },
      { type: "DecisionMade", turnId, decision },
      ...(await respond({ turn, understanding, facts, decision, state, worse })),
    ];
    return { decision, language: understanding.language, control: turn.control, events };
  };

  const apologise = async (turn: Turn, state: ConversationState, error: unknown): Promise<Answer> => {
    if (error instanceof RelevoError) throw error;
    logger.error({ err: error, conversationId: turn.conversationId }, "turn failed; the customer hears an apology");
    const language = state.language ?? turn.locale ?? "es";
    const silent = voice(state.ticket) !== "bot";
    const decision: Decision = { action: { kind: silent ? "relay" : "apologise" }, rule: "assistant-failed", policyVersion: policy.current().version };
    const understanding = unread(language);
    const facts = policyFacts(turn, understanding, state, topics);
    const said = await respond({ turn, understanding, facts, decision, state });
    return { decision, language, control: turn.control, events: [{ type: "DecisionMade", turnId: turn.turnId, decision }, ...said] };
  };

  return (turn, origin) =>
    conversations.change<Handled>(turn.conversationId, async (state, version) => {
      const { turnId, text, rating, attachments } = turn;
      const earlier = state.turns.find((handled) => handled.turnId === turnId);
      if (earlier) return { events: [], result: { decision: earlier.decision, version: earlier.version, repeated: true } };

      const known = state.started ? state : { ...state, customer: origin.customer };
      const { decision, language, control, events } = await answer(turn, known).catch((error: unknown) => apologise(turn, known, error));
      const begin = startEvents(state.started, state.reference, origin, language);
      return {
        events: [...begin, { type: "TurnReceived", turnId, text, control, rating, attachments }, ...events],
        result: { decision, version: version + begin.length + 1, repeated: false },
      };
    });
}

/** What is made of a turn that could not be read. */
const unread = (language: Language): Understanding => ({
  model: "none", language, foreign: false, intents: [], intentSure: false, entities: [], assent: null, wantsHuman: false, danger: null, emotion: null,
});

function startEvents(started: boolean, reference: string | null, origin: Origin, language: Language): Event[] {
  if (!started) return [{ type: "ConversationStarted", channel: origin.channel, customer: origin.customer, language, reference: origin.reference }];
  return origin.reference && origin.reference !== reference ? [{ type: "ReferenceChanged", reference: origin.reference }] : [];
}
