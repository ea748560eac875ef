import type { Dialog, Say } from "../core/dialog.ts";
import type { Event, NoticeKind } from "../core/events.ts";
import { likelyNext, type IntentFollows } from "../core/next-intent.ts";
import type { AskKnowledge } from "../core/knowledge.ts";
import { asksIfStillThere } from "../core/asks-again.ts";
import { ratingOf } from "../core/facts.ts";
import { keptPlace } from "../core/line-order.ts";
import { wishesElse, type Action, type Decision, type EscalationReason, type PolicyFacts } from "../core/policy.ts";
import { trackingCode } from "../core/tracking-code.ts";
import { voice } from "../core/ownership.ts";
import { learnedSoFar, type ConversationState } from "../core/state.ts";
import { maxTextLength, type Language, type Turn } from "../core/turn.ts";
import type { Understanding } from "../core/understanding.ts";
import type { Worsened } from "../core/worsening.ts";
import type { Ids, Orders } from "./ports.ts";
import type { ReplyMaker } from "./reply.ts";
import { runDialog } from "./run-dialog.ts";
import { openingReplies } from "./start-conversation.ts";
import { serveControl } from "./serve-control.ts";

export type Answering = { turn: Turn; understanding: Understanding; facts: PolicyFacts; decision: Decision; state: ConversationState; worse?: Worsened | null };

/** The events that carry out a decision: what is said, how a dialog moved, which ticket was opened. */
export type Respond = (answering: Answering) => Promise<Event[]>;

export type RespondParts = {
  replies: ReplyMaker;
  dialogs: Dialog[];
  orders: Orders;
  ask: AskKnowledge;
  ids: Ids;
  /** Which intent followed which so far. */
  follows(): IntentFollows;
  hasText(key: string): boolean;
  /** Least time between two notices of the place to a customer who asks in words, in milliseconds. */
  placeEvery: number;
  /** ISO calendar date of a moment in the shop's time zone. */
  calendarDate(at: number): string;
};

export function createRespond(parts: RespondParts): Respond {
  const byName = new Map(parts.dialogs.map((dialog) => [dialog.name, dialog]));

  const say = (answering: Answering, say: Say[], quickReplies: string[], notice?: { kind: NoticeKind; values: Record<string, string> }): Event => {
    const { turn, understanding, state } = answering;
    const opening: Say[] = state.started ? [] : [{ key: "welcome.short", values: {} }];
    return {
      type: "ReplyRecorded",
      reply: parts.replies.fromAssistant([...opening, ...acknowledgement(answering), ...say], understanding.language, { turnId: turn.turnId, quickReplies, ...(notice ? { notice } : {}) }),
    };
  };

  /** Steps a dialog. A short line that an open dialog cannot use, but that is a clear wish of its own, is followed there instead. */
  const talk = async (answering: Answering, name: string): Promise<Event[]> => {
    const dialog = byName.get(name);
    if (!dialog) throw new Error(`The catalogue names a dialog that does not exist: ${name}`);
    const { turn, state, understanding } = answering;
    const open = state.dialog?.name === name ? state.dialog.memory : learnedSoFar(state);
    const today = parts.calendarDate(turn.at);
    const outcome = await runDialog(dialog, { wake: { kind: "turn", text: turn.text, understanding }, memory: open, customer: state.customer, language: understanding.language, today }, parts, `${turn.conversationId}.${turn.turnId}`);
    const { facts, decision } = answering;
    if (outcome.failed && decision.action.kind === "continue" && facts.ownIntent && wishesElse(facts)) {
      const { intent, dialog } = facts.ownIntent;
      const followed: Decision = { ...decision, rule: "answer", action: dialog ? { kind: "start", dialog, intent } : { kind: "answer", intent } };
      return [{ type: "DecisionMade", turnId: turn.turnId, decision: followed }, ...(await respond({ ...answering, decision: followed }))];
    }
    return [
      { type: "DialogMoved", dialog: name, memory: outcome.memory, done: outcome.done, failed: outcome.failed, ...(outcome.unavailable ? { unavailable: true } : {}) },
      say(answering, outcome.say, outcome.done && !outcome.failed ? withAnticipated(startedBy(answering, dialog), outcome.quickReplies) : outcome.quickReplies),
    ];
  };

  /** What a dialog that has done its job offers, with what is likely asked next before it; a button of the dialog's own for that says it better. */
  const withAnticipated = (intent: string, own: string[]): string[] => {
    const [next] = anticipated(intent);
    if (next === undefined) return own;
    const same = own.find((key) => key.split(".")[1] === next.split(".")[0]);
    return [same ?? next, ...own.filter((key) => key !== same)].slice(0, Math.max(own.length, buttonsAtMost));
  };

  /** What is likely asked next, as a button: a title is a customer's own words for the intent, so pressing it is asking. */
  const anticipated = (intent: string): string[] => {
    const next = likelyNext(parts.follows(), intent);
    return next !== null && parts.hasText(`${next}.title`) && next !== "talk-to-person" ? [`${next}.title`] : [];
  };

  const respond: Respond = async (answering) => {
    const { turn, understanding, state, decision } = answering;
    const { action } = decision;
    switch (action.kind) {
      case "relay":
        return turn.control === "ask-for-person" ? alreadyAsked(turn, understanding.language, state, parts) : waited(answering, parts);
      case "serve-control":
        return serveControl(turn, ratingOf(turn, state), understanding.language, state, parts);
      case "hand-off":
        return handOff(answering, action, parts);
      case "continue":
      case "start":
        return talk(answering, action.dialog);
      case "answer":
        if (state.errandTold && understanding.assent && action.intent === "thanks") return [say(answering, [{ key: understanding.assent === "yes" ? "errand.what-else" : "errand.left", values: {} }], [])];
        if (takesLeave.has(action.intent) && unpleasant(answering)) return [say(answering, [{ key: "courtesy.unsettled", values: {} }], ["control.ask-for-person"])];
        return [say(answering, [{ key: `${action.intent}.answer`, values: {} }], action.intent === "greeting" ? openingReplies : action.intent === "about-assistant" ? ["control.ask-for-person"] : anticipated(action.intent))];
      case "say-languages":
        return [say(answering, [{ key: "foreign", values: {} }], [])];
      case "apologise":
        return [say(answering, [{ key: "error", values: {} }], ["control.ask-for-person"])];
      case "take-message":
        return state.ticket
          ? [{ type: "MessageTaken", ticketId: state.ticket.ticketId, turnId: turn.turnId }, say(answering, [{ key: "message.taken", values: { code: trackingCode(turn.conversationId) } }], [], { kind: "queue", values: { phase: "message-taken", code: trackingCode(turn.conversationId) } })]
          : [];
      case "clarify":
        return [say(answering, [{ key: action.stage === 1 && action.options.length > 1 ? "clarify.which" : "clarify.rephrase", values: {} }], clarifyOptions(action))];
    }
  };
  return respond;
}

/** Quick replies that fit under a message on a phone without hiding what it says. */
const buttonsAtMost = 3;

/** The wish that a dialog serves: of this turn where it starts it, else of the turn that did. */
function startedBy({ decision, state }: Answering, { name, intents }: Dialog): string {
  const started = [decision, ...state.turns.toReversed().map((turn) => turn.decision)].find((one) => one?.action.kind === "start" && one.action.dialog === name);
  return started?.action.kind === "start" ? started.action.intent : (intents[0] ?? name);
}

/** Titles are customers' own words for the intent, so pressing one is saying it. */
function clarifyOptions(action: Extract<Action, { kind: "clarify" }>): string[] {
  const options = action.stage === 1 && action.options.length > 1 ? action.options.map((intent) => `${intent}.title`) : [];
  return [...options, "control.ask-for-person"];
}

/** Support before the fact: one short acknowledgement, only when this turn itself reads clearly unpleasant. */
function acknowledgement(answering: Answering, from = acknowledgeConfidence): Say[] {
  const emotion = unpleasant(answering);
  const { understanding, state } = answering;
  if (emotion === null || (understanding.emotion?.confidence ?? 0) < from) return [];
  const acknowledgedBefore = state.readings.at(-1)?.emotion.emotion === emotion;
  return acknowledgedBefore ? [] : [{ key: `acknowledge.${emotion}`, values: {} }];
}

/** Who passes an upset customer on says first that they were heard, in one sentence; a feeling acknowledged just before is not named again. */
const acknowledgedFirst = (answering: Answering): Say | null => acknowledgement(answering, (answering.understanding.emotion?.valence ?? 0) <= plainValence ? 0 : acknowledgeConfidence)[0] ?? null;

type Unpleasant = "angry" | "frustrated" | "anxious" | "sad";

/** The unpleasant feeling that this turn itself most likely shows, or null. */
function unpleasant({ understanding: { emotion: reading } }: Answering): Unpleasant | null {
  if (!reading || reading.valence > acknowledgeValence) return null;
  const { emotion } = reading;
  return emotion === "angry" || emotion === "frustrated" || emotion === "anxious" || emotion === "sad" ? emotion : null;
}

/** Said at the end; with an unpleasant feeling ("thanks for nothing") it is no end to be content with, even where it is not sure enough to be named. */
const takesLeave: ReadonlySet<string> = new Set(["thanks", "goodbye"]);

/** Naming a feeling that is not there is worse than passing over one. */
const acknowledgeConfidence = 0.5;
const acknowledgeValence = -0.25;
/** This unpleasant, what is unsure is only which of two neighbours it is (anger or frustration, worry or sadness), and their sentences fit both. */
const plainValence = -0.6;

/** Who pressed the button again hears where they stand, or who is there already. */
function alreadyAsked(turn: Turn, language: Language, { ticket }: ConversationState, { replies }: RespondParts): Event[] {
  if (ticket?.status === "waiting") return [{ type: "PlaceAsked", ticketId: ticket.ticketId }];
  if (!ticket?.agent) return [];
  return [{ type: "ReplyRecorded", reply: replies.notice("still-with-person", { kind: "joined", values: { agent: ticket.agent.name } }, language, { turnId: turn.turnId }) }];
}

/** What follows from a line of a customer who waits or is with a person. */
function waited(answering: Answering, parts: RespondParts): Event[] {
  const happened = [...movedUp(answering, parts), ...corrected(answering, parts)];
  if (happened.length > 0) return happened;
  return asksForPerson(answering) ? askedAgain(answering, parts) : addedForPerson(answering, parts);
}

const asksForPerson = ({ turn, understanding }: Answering): boolean => understanding.wantsHuman || asksIfStillThere(turn.text);

/** The line has no voice to answer with: once per ticket the customer hears who will read what they write, and how to go on with the assistant instead. Who is in danger is not offered that. */
function addedForPerson({ turn, understanding, state: { ticket, story } }: Answering, { replies }: RespondParts): Event[] {
  if (!ticket || ticket.safety || voice(ticket) !== "line") return [];
  const reply = replies.notice("line.added", null, understanding.language, { turnId: turn.turnId, quickReplies: ["control.leave-message", "control.back-to-assistant"] });
  const since = story.slice(story.findLastIndex(({ turnId }) => turnId === ticket.turnId) + 1);
  return since.some(({ who, text }) => who === "system" && text === reply.text) ? [] : [{ type: "ReplyRecorded", reply }];
}

/** Who asks in words for a person, or whether anybody is there, hears where they stand as by the button; not more often than the line tells by itself. */
function askedAgain({ turn, state: { ticket, story } }: Answering, { placeEvery }: RespondParts): Event[] {
  if (ticket?.status !== "waiting") return [];
  const told = story.findLast(({ who }) => who === "system");
  return told && turn.at - told.at < placeEvery ? [] : [{ type: "PlaceAsked", ticketId: ticket.ticketId }];
}

/** What the customer writes after saying that the brief is to be put right is what the person sees first. */
function corrected({ turn, understanding, state }: Answering, { replies }: RespondParts): Event[] {
  const text = turn.text.trim();
  if (!state.ticket || !state.correctionAwaited || voice(state.ticket) !== "line" || text === "") return [];
  return [
    { type: "BriefCorrected", ticketId: state.ticket.ticketId, turnId: turn.turnId, text: text.slice(0, maxTextLength) },
    { type: "ReplyRecorded", reply: replies.notice("brief.corrected", { kind: "brief", values: { phase: "corrected" } }, understanding.language, { turnId: turn.turnId }) },
  ];
}

/** Who worsens while waiting moves up; the fixed words for a danger are said even in line, where otherwise only notices of the line are. */
function movedUp({ turn, understanding, state, worse }: Answering, { replies }: RespondParts): Event[] {
  if (!worse || !state.ticket) return [];
  const { reason } = worse;
  const moved: Event = { type: "TicketReprioritised", ticketId: state.ticket.ticketId, turnId: turn.turnId, ...worse };
  if (reason.rule !== "safety") return [moved];
  const told = replies.notice(`handoff.safety.${reason.danger}`, { kind: "handoff", values: { rule: reason.rule } }, understanding.language, { turnId: turn.turnId });
  return [moved, { type: "ReplyRecorded", reply: told }];
}

/** The key of a handoff's notice; a topic of people that has words of its own is told in them. */
function noticeKey(reason: EscalationReason, hasText: (key: string) => boolean): string {
  if (reason.rule === "safety") return `handoff.safety.${reason.danger}`;
  const own = reason.rule === "people-topic" ? `handoff.people-topic.${reason.intent}` : "";
  return own && hasText(own) ? own : `handoff.${reason.rule}`;
}

/** Whose words tell of a feeling already, or are fixed. */
const speaksOfFeeling: ReadonlySet<string> = new Set(["handoff.needs-empathy", "handoff.distress", "handoff.decline", "handoff.people-topic.bereavement"]);

function handOff(answering: Answering, action: Extract<Action, { kind: "hand-off" }>, { ids, replies, hasText }: RespondParts): Event[] {
  const { turn, understanding, state } = answering;
  const { reason, agentSkill, boostMinutes } = action;
  const { language } = understanding;
  // A left message and a new wish for a person are one matter: the newer ticket takes its place in time and what is owed for it.
  const left = state.ticket;
  const key = noticeKey(reason, hasText);
  const felt = reason.rule === "safety" || speaksOfFeeling.has(key) ? null : acknowledgedFirst(answering);
  return [
    ...(left ? [{ type: "TicketAbandoned", ticketId: left.ticketId, by: "newer-ticket" } as const] : []),
    {
      type: "TicketOpened", ticketId: ids.next("t"), turnId: turn.turnId, reason, boostMinutes,
      line: { language, agentSkill }, safety: reason.rule === "safety", queuedAt: left?.queuedAt ?? keptPlace(state.leftLine, turn.at), message: left?.message ?? null,
    },
    { type: "ReplyRecorded", reply: replies.notice(key, { kind: "handoff", values: { rule: reason.rule } }, language, { turnId: turn.turnId, ...(felt ? { before: felt } : {}) }) },
  ];
}
