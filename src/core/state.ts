import { topicOf } from "./whisper.ts";
import { calmState, feel, feelOutcome, typical, type EmotionalState } from "./emotion.ts";
import type { DialogMemory, OpenDialog } from "./dialog.ts";
import type { Event, Reply, StoredEvent } from "./events.ts";
import type { Decision } from "./policy.ts";
import type { AgentIdentity, Ticket } from "./ticket.ts";
import { maxTextLength, type Customer, type Language } from "./turn.ts";
import type { EmotionReading, Understanding } from "./understanding.ts";
import { evolveTicket } from "./evolve-ticket.ts";
import { voice } from "./ownership.ts";

/** A customer turn as later turns need it. `version` is where the log has it. */
export type HandledTurn = { turnId: string; version: number; intent: string | null; decision: Decision | null };

export type StoryLine = { who: "customer" | "assistant" | "person" | "system"; text: string; turnId: string | null; at: number };

export type Reading = { turnId: string; at: number; emotion: EmotionReading };

/** Whether the customer was asked to rate each phase, once at most, and which was asked last. */
export type Csat = { bot: Asked; human: Asked; last: "bot" | "human" | null };
type Asked = "not-asked" | "asked" | "given";

/** A conversation folded from its log. Bounded: nothing in it grows with the number of turns. */
export type ConversationState = {
  started: boolean;
  channel: string;
  customer: Customer;
  language: Language | null;
  /** Where a connector channel can reach the customer, as that channel's own text; null for the built-in Direct Line. */
  reference: string | null;
  turns: HandledTurn[];
  customerTurns: number;
  story: StoryLine[];
  readings: Reading[];
  emotion: EmotionalState;
  toneAnalysis: boolean;
  /** In a row: clarifications, dead ends, faults of ours. */
  clarifications: number;
  failures: number;
  faults: number;
  /** Answers the customer turned down since something went well. */
  rejections: number;
  /** What the assistant said last, its last paragraph cut short, and how often in a row. */
  said: { words: string; times: number };
  /** A person has had it, or the customer left the line, since a rule last fired. */
  helpedBefore: boolean;
  foreignTold: boolean;
  /** The digital colleague gave up and offered a person; a "yes" now asks for one. */
  personOffered: boolean;
  dialog: OpenDialog | null;
  /** What the last dialog learned (order number, postcode, product), finished or left for something else, so that the next one need not ask again. */
  learned: DialogMemory;
  ticket: Ticket | null;
  /** The customer left the line: who is back soon finds the place kept. */
  leftLine: { queuedAt: number; at: number } | null;
  /** The person who had it last, until the customer has rated that. */
  lastAgent: AgentIdentity | null;
  /** What the customer put right or added in the brief, for the person; of the open ticket, newest last. */
  corrections: { turnId: string; text: string }[];
  /** The customer said that something is to be put right, and has not written it yet. */
  correctionAwaited: boolean;
  /** The queueing, as `ticketId-n`, that a hub elsewhere has taken in the place of our desk; null while none has. */
  hubHas: string | null;
  errand: string | null;
  /** The customer was just told of an errand, and of which of the assistant's own jobs it is, if any: a "yes" now is about that. */
  errandTold: { intent: string | null } | null;
  /** Who gave the conversation back with an errand: the next handoff goes to them first. */
  backTo: AgentIdentity | null;
  notes: string[];
  /** Replies a connector channel has not confirmed yet. */
  unsent: { reply: Reply; recordedAt: number; startedAt: number | null }[];
  /** What agents sent, by the desk's own id, so that a retry is the same message. */
  sent: { clientId: string; replyId: string }[];
  csat: Csat;
  dismissed: string[];
  ended: boolean;
};

/** Channels retry within minutes; 150 turns are more than anyone writes in that time, and every turn copies the list. */
const turnsKept = 150;
/** Enough for the brief and the whisper; the whole story is in the log. */
const storyKept = 40;

/** A customer who corrects more often writes in the conversation itself, where all of it stays. */
const correctionsKept = 5;
/** Replies that begin with as many of the same letters are the same to whoever reads them. */
const wordsCompared = 200;
const nothingSaid = { words: "", times: 0 };
const nobody: Customer = { id: "", name: null, signedIn: false };

export const initialState = (): ConversationState => ({
  started: false, channel: "", customer: nobody, language: null, reference: null, turns: [], customerTurns: 0, story: [], readings: [],
  emotion: calmState, toneAnalysis: true, clarifications: 0, failures: 0, faults: 0, rejections: 0, said: nothingSaid, helpedBefore: false, foreignTold: false, personOffered: false, dialog: null, learned: {}, ticket: null, leftLine: null, lastAgent: null,
  corrections: [], correctionAwaited: false, hubHas: null, errand: null, errandTold: null, notes: [], unsent: [], sent: [], csat: { bot: "not-asked", human: "not-asked", last: null }, backTo: null, dismissed: [], ended: false,
});

const last = <T>(list: T[], item: T, keep: number): T[] => (list.length < keep ? [...list, item] : [...list.slice(1 - keep), item]);

/** Folds one event into the state. Pure; unknown history cannot reach it, the log is parsed at the edge. */
export function evolve(state: ConversationState, event: StoredEvent): ConversationState {
  const ticket = evolveTicket(state.ticket, event);
  return evolveRest(ticket === state.ticket ? state : { ...state, ticket }, event, state.ticket);
}

/** @param before the open ticket as it was before this event */
function evolveRest(state: ConversationState, event: StoredEvent, before: Ticket | null): ConversationState {
  switch (event.type) {
    case "ConversationStarted":
      return { ...state, started: true, channel: event.channel, customer: event.customer, language: event.language, reference: event.reference };
    case "ReferenceChanged":
      return { ...state, reference: event.reference };
    case "TurnReceived":
      return {
        ...state,
        ended: false,
        customerTurns: state.customerTurns + 1,
        turns: last(state.turns, { turnId: event.turnId, version: event.version, intent: null, decision: null }, turnsKept),
        story: event.text ? last(state.story, { who: "customer", text: event.text.slice(0, maxTextLength), turnId: event.turnId, at: event.at }, storyKept) : state.story,
      };
    case "TurnUnderstood":
      return understood(state, event);
    case "DecisionMade":
      return decided(state, event);
    case "DialogMoved":
      return {
        ...state,
        dialog: event.done ? null : { name: event.dialog, memory: event.memory },
        learned: event.done && !event.failed ? worthKeeping(event.memory) : notFound(event) ? {} : event.memory["product"] === null ? { ...state.learned, product: null } : state.learned,
        // A question back is neither: only what was reached or given up counts.
        failures: event.failed && !event.unavailable ? state.failures + 1 : event.done && !event.failed ? 0 : state.failures,
        faults: event.unavailable ? state.faults + 1 : event.done && !event.failed ? 0 : state.faults,
        personOffered: event.failed && event.done,
        emotion: event.failed ? own(state, "failed") : event.done ? own(state, "done") : state.emotion,
      };
    case "ReplyRecorded":
      return replied(state, event);
    case "ReplySendStarted":
      return { ...state, unsent: state.unsent.map((entry) => (entry.reply.replyId === event.replyId ? { ...entry, startedAt: event.at } : entry)) };
    case "ReplySent":
    case "ReplyFailed":
      return { ...state, unsent: state.unsent.filter((entry) => entry.reply.replyId !== event.replyId) };
    case "TicketOpened":
      return { ...state, dialog: null, clarifications: 0, failures: 0, faults: 0, rejections: 0, said: nothingSaid, helpedBefore: false, corrections: [], correctionAwaited: false, hubHas: null };
    case "TicketAccepted":
      return { ...state, lastAgent: event.agent, backTo: null };
    case "TicketTransferred":
      return event.to ? { ...state, lastAgent: event.to } : state;
    case "HandoffSent":
      return { ...state, hubHas: `${event.ticketId}-${event.n}` };
    case "BriefCorrected":
      return { ...state, correctionAwaited: false, corrections: last(state.corrections, { turnId: event.turnId, text: event.text }, correctionsKept) };
    case "TicketTakenOver":
      return { ...state, lastAgent: event.by };
    case "TicketReturned":
      return { ...state, ...withErrand(state, event), leftLine: event.why === "agent-gone" ? placeLeft(before, event.at) : state.leftLine, helpedBefore: true, emotion: { ...state.emotion, unpleasantInARow: 0 } };
    case "TicketClosed":
      return { ...state, helpedBefore: true, emotion: { ...state.emotion, unpleasantInARow: 0 } };
    case "NoteAdded":
      return { ...state, notes: [...state.notes, event.text].slice(-20) };
    case "ReadingCorrected":
      return corrected(state, event);
    case "SuggestionAnswered":
      return event.response === "dismissed" ? { ...state, dismissed: [...state.dismissed, event.suggestionId].slice(-50) } : state;
    case "ToneAnalysisChanged":
      return { ...state, toneAnalysis: event.on, emotion: event.on ? state.emotion : calmState };
    case "RatingGiven":
      return { ...state, csat: { ...state.csat, [event.phase]: "given" }, lastAgent: event.phase === "human" ? null : state.lastAgent };
    case "ConversationEnded":
      return { ...state, ended: true, dialog: null };
    case "TicketReprioritised":
    case "TicketOffered":
    case "OfferDeclined":
    case "OfferExpired":
    case "TicketHeld":
    case "TicketResumed":
    case "TicketRequeued":
    case "PlaceAsked":
    case "PlaceTold":
    case "MessageTaken":
      return state;
    // Who leaves a message is out of the line: what was felt before is no new reason to stand in it.
    case "MessageLeft":
      return { ...state, helpedBefore: true, emotion: { ...state.emotion, unpleasantInARow: 0 } };
    case "TicketAbandoned":
      return { ...state, leftLine: event.by === "customer" ? placeLeft(before, event.at) : null, helpedBefore: event.by === "customer", emotion: { ...state.emotion, unpleasantInARow: 0 } };
  }
}

/** Only who stood in line has left a place behind. */
const placeLeft = (before: Ticket | null, at: number): ConversationState["leftLine"] => (before && voice(before) === "line" ? { queuedAt: before.queuedAt, at } : null);

/** An order that the errand names is the one it is about; its postcode stays the customer's to give. */
function withErrand({ learned }: ConversationState, { errand, job, by }: Of<"TicketReturned">): Pick<ConversationState, "errand" | "errandTold" | "backTo" | "learned"> {
  const other = job?.number && job.number !== learned["number"] ? { number: job.number } : learned;
  return errand === null ? { errand, errandTold: null, backTo: null, learned } : { errand, errandTold: { intent: job?.intent ?? null }, backTo: by, learned: other };
}

/** The dialog looked for the order that is known, and did not find it. */
const notFound = ({ failed, memory }: Of<"DialogMoved">): boolean => failed && memory["asked"] === "order";

/** A number said while no dialog asks is of the order that is meant, whatever answers; of another order the postcode is not known. */
function withNumberSaid({ dialog, learned }: ConversationState, { entities }: Understanding): DialogMemory {
  const number = entities.findLast(({ kind }) => kind === "order")?.value;
  return dialog !== null || typeof number !== "string" || number === learned["number"] ? learned : worthKeeping({ ...learned, number, postcode: null });
}

/** What the next dialog may start from. An order that the open one has just failed to find is not known. */
export const learnedSoFar = ({ dialog, learned }: Pick<ConversationState, "dialog" | "learned">): DialogMemory =>
  dialog && dialog.memory["asked"] !== "order" ? worthKeeping(dialog.memory) : learned;

const worthKeeping = (memory: DialogMemory): DialogMemory =>
  Object.fromEntries(["number", "postcode", "product", "topic"].flatMap((name) => (memory[name] ? [[name, memory[name]]] : [])));

/** The turns with one changed; it is nearly always the last. */
function withTurn(turns: HandledTurn[], turnId: string, change: Partial<HandledTurn>): HandledTurn[] {
  const index = turns.findLastIndex((turn) => turn.turnId === turnId);
  const found = turns[index];
  return found ? turns.with(index, { ...found, ...change }) : turns;
}

/** What the assistant did counts as felt only where the customer lets feelings be read. */
const own = (state: ConversationState, outcome: "failed" | "done"): EmotionalState => (state.toneAnalysis ? feelOutcome(state.emotion, outcome) : state.emotion);

/** A turn this pleasant takes back that an answer was turned down: it was found after all. */
const pleased = 0.3;

type Of<T extends Event["type"]> = Extract<StoredEvent, { type: T }>;

function understood(state: ConversationState, { turnId, understanding, at }: Of<"TurnUnderstood">): ConversationState {
  const { emotion, language, foreign, rejectsAnswer } = understanding;
  const intent = topicOf(understanding);
  return {
    ...state,
    turns: intent ? withTurn(state.turns, turnId, { intent }) : state.turns,
    language,
    learned: withNumberSaid(state, understanding),
    foreignTold: state.foreignTold || foreign,
    emotion: emotion ? feel(state.emotion, emotion, at) : state.emotion,
    rejections: rejectsAnswer && voice(state.ticket) === "bot" ? state.rejections + 1 : (emotion?.valence ?? 0) >= pleased ? 0 : state.rejections,
    readings: emotion ? last(state.readings, { turnId, at, emotion }, storyKept) : state.readings,
  };
}

function decided(state: ConversationState, { turnId, decision }: Of<"DecisionMade">): ConversationState {
  const kind = decision.action.kind;
  const keepsCount = kind === "relay" || kind === "serve-control" || kind === "continue";
  const left = keepsCount ? {} : { dialog: null, learned: learnedSoFar(state) };
  return {
    ...state,
    personOffered: false,
    errandTold: kind === "serve-control" ? state.errandTold : null,
    turns: withTurn(state.turns, turnId, { decision }),
    clarifications: kind === "clarify" ? state.clarifications + 1 : keepsCount ? state.clarifications : 0,
    // A new dialog counts its own dead ends; an answer without one is progress, a fault of ours is a dead end.
    failures: kind === "answer" ? 0 : state.failures,
    faults: kind === "answer" ? 0 : kind === "apologise" ? state.faults + 1 : state.faults,
    emotion: kind === "clarify" || kind === "apologise" ? own(state, "failed") : state.emotion,
    ...left,
  };
}

function replied(state: ConversationState, { reply, at }: Of<"ReplyRecorded">): ConversationState {
  // A greeting or a word of comfort before the same answer does not make it another one; another product or date does.
  const words = (reply.text.split("\n\n").at(-1) ?? "").slice(0, wordsCompared);
  return {
    ...state,
    said: reply.author === "assistant" ? { words, times: words === state.said.words ? state.said.times + 1 : 1 } : state.said,
    story: last(state.story, { who: reply.author, text: reply.text, turnId: reply.turnId, at }, storyKept),
    unsent: state.reference ? [...state.unsent, { reply, recordedAt: at, startedAt: null }] : state.unsent,
    sent: reply.clientId ? last(state.sent, { clientId: reply.clientId, replyId: reply.replyId }, turnsKept) : state.sent,
    correctionAwaited: reply.notice?.kind === "brief" ? reply.notice.values.phase === "asked" : state.correctionAwaited,
    csat: reply.notice?.kind === "csat" ? asked(state, reply.notice.values.phase) : state.csat,
  };
}

/** Which phase a question asks to rate; without a word about it, the one that just ended. */
function asked({ csat, lastAgent }: ConversationState, said: string | number | undefined): Csat {
  const phase = said === "bot" || said === "human" ? said : lastAgent ? "human" : "bot";
  return { ...csat, [phase]: "asked", last: phase };
}

/** A person's word replaces the reading it corrects, and the state is felt anew with it: from here in the log on it counts as if it had been read so. */
function corrected(state: ConversationState, { turnId, emotion, intent }: Of<"ReadingCorrected">): ConversationState {
  const turns = intent ? withTurn(state.turns, turnId, { intent }) : state.turns;
  if (!emotion) return { ...state, turns };
  const reading: EmotionReading = { emotion, ...typical[emotion], confidence: 1, evidence: [] };
  const readings = state.readings.map((entry) => (entry.turnId === turnId ? { ...entry, emotion: reading } : entry));
  const felt = readings.reduce((before, entry) => feel(before, entry.emotion, entry.at), calmState);
  // Turns before a person last had it do not count towards a decline again.
  const unpleasantInARow = Math.min(felt.unpleasantInARow, state.emotion.unpleasantInARow + 1);
  return { ...state, turns, readings, emotion: { ...felt, unpleasantInARow } };
}
