import type { Dialog, Say } from "../core/dialog.ts";
import type { Event } from "../core/events.ts";
import { ratingOf } from "../core/facts.ts";
import type { Action, Decision, EscalationReason, PolicyFacts } from "../core/policy.ts";
import type { ConversationState } from "../core/state.ts";
import type { Language, Turn } from "../core/turn.ts";
import type { Understanding } from "../core/understanding.ts";
import type { Ids, Orders } from "./ports.ts";
import type { ReplyMaker } from "./reply.ts";
import { runDialog } from "./run-dialog.ts";
import { openingReplies } from "./start-conversation.ts";
import { serveControl } from "./serve-control.ts";

export type Answering = { turn: Turn; understanding: Understanding; facts: PolicyFacts; decision: Decision; state: ConversationState };

/** The events that carry out a decision: what is said, how a dialog moved, which ticket was opened. */
export type Respond = (answering: Answering) => Promise<Event[]>;

export type RespondParts = {
  replies: ReplyMaker;
  dialogs: Dialog[];
  orders: Orders;
  ids: Ids;
  /** ISO calendar date of a moment in the shop's time zone. */
  calendarDate(at: number): string;
};

export function createRespond(parts: RespondParts): Respond {
  const byName = new Map(parts.dialogs.map((dialog) => [dialog.name, dialog]));

  const say = (answering: Answering, say: Say[], quickReplies: string[]): Event => {
    const { turn, understanding, state } = answering;
    const opening: Say[] = state.started ? [] : [{ key: "welcome.short", values: {} }];
    return {
      type: "ReplyRecorded",
      reply: parts.replies.fromAssistant([...opening, ...acknowledgement(answering), ...say], understanding.language, { turnId: turn.turnId, quickReplies }),
    };
  };

  const talk = async (answering: Answering, name: string): Promise<Event[]> => {
    const dialog = byName.get(name);
    if (!dialog) throw new Error(`The catalogue names a dialog that does not exist: ${name}`);
    const { turn, state, understanding } = answering;
    const open = state.dialog?.name === name ? state.dialog.memory : state.learned;
    const today = parts.calendarDate(turn.at);
    const outcome = await runDialog(dialog, { wake: { kind: "turn", text: turn.text, understanding }, memory: open, customer: state.customer, language: understanding.language, today }, parts.orders, `${turn.conversationId}.${turn.turnId}`);
    return [
      { type: "DialogMoved", dialog: name, memory: outcome.memory, done: outcome.done, failed: outcome.failed },
      say(answering, outcome.say, outcome.quickReplies),
    ];
  };

  return async (answering) => {
    const { turn, understanding, state, decision } = answering;
    const { action } = decision;
    switch (action.kind) {
      case "relay":
        return [];
      case "serve-control":
        return serveControl(turn, ratingOf(turn, state), understanding.language, state, parts);
      case "hand-off":
        return handOff(turn, understanding.language, action, parts);
      case "continue":
      case "start":
        return talk(answering, action.dialog);
      case "answer":
        return [say(answering, [{ key: `${action.intent}.answer`, values: {} }], action.intent === "greeting" ? openingReplies : [])];
      case "say-languages":
        return [say(answering, [{ key: "foreign", values: {} }], [])];
      case "apologise":
        return [say(answering, [{ key: "error", values: {} }], ["control.ask-for-person"])];
      case "take-message":
        return state.ticket
          ? [{ type: "MessageTaken", ticketId: state.ticket.ticketId, turnId: turn.turnId }, say(answering, [{ key: "message.taken", values: {} }], [])]
          : [];
      case "clarify":
        return [say(answering, [{ key: action.stage === 1 && action.options.length > 1 ? "clarify.which" : "clarify.rephrase", values: {} }], clarifyOptions(action))];
    }
  };
}

/** Titles are customers' own words for the intent, so pressing one is saying it. */
function clarifyOptions(action: Extract<Action, { kind: "clarify" }>): string[] {
  const options = action.stage === 1 && action.options.length > 1 ? action.options.map((intent) => `${intent}.title`) : [];
  return [...options, "control.ask-for-person"];
}

/** Support before the fact: one short acknowledgement, only when this turn itself reads clearly unpleasant. */
function acknowledgement({ understanding, state }: Answering): Say[] {
  const reading = understanding.emotion;
  if (!reading || reading.confidence < acknowledgeConfidence || reading.valence > acknowledgeValence) return [];
  const { emotion } = reading;
  if (emotion !== "angry" && emotion !== "frustrated" && emotion !== "anxious" && emotion !== "sad") return [];
  const acknowledgedBefore = state.readings.at(-1)?.emotion.emotion === emotion;
  return acknowledgedBefore ? [] : [{ key: `acknowledge.${emotion}`, values: {} }];
}

/** Naming a feeling that is not there is worse than passing over one. */
const acknowledgeConfidence = 0.5;
const acknowledgeValence = -0.25;

const noticeKey = (reason: EscalationReason): string => (reason.rule === "safety" ? `handoff.safety.${reason.danger}` : `handoff.${reason.rule}`);

function handOff(turn: Turn, language: Language, action: Extract<Action, { kind: "hand-off" }>, { ids, replies }: RespondParts): Event[] {
  const { reason, agentSkill, boostMinutes } = action;
  return [
    {
      type: "TicketOpened", ticketId: ids.next("t"), turnId: turn.turnId, reason, boostMinutes,
      line: { language, agentSkill }, safety: reason.rule === "safety",
    },
    { type: "ReplyRecorded", reply: replies.notice(noticeKey(reason), { kind: "handoff", values: { rule: reason.rule } }, language, { turnId: turn.turnId }) },
  ];
}
