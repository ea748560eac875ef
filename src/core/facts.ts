import type { Dialog } from "./dialog.ts";
import { feel } from "./emotion.ts";
import { voice } from "./ownership.ts";
import { courtesies, type AgentSkill, type PolicyFacts } from "./policy.ts";
import type { ConversationState, StoryLine } from "./state.ts";
import type { Turn } from "./turn.ts";
import type { Understanding } from "./understanding.ts";

/** What the catalogue says of an intent: whose it is, which dialog serves it, which agent skill its handoff asks for. */
export type TopicOwner = { owner: "bot" | "people"; dialog: string | null; agentSkill: AgentSkill };
export type Topics = ReadonlyMap<string, TopicOwner>;

/** Options offered when asking which of several was meant; three fit a phone. */
const optionsOffered = 3;

/** A customer who just pressed 1 to 5 after being asked to rate. */
const bareRating = /^[1-5]$/;

/** The rating a turn gives: by the control, or by a bare number when one was asked for; null otherwise. */
export function ratingOf(turn: Turn, state: ConversationState): number | null {
  if (turn.control === "rate") return turn.rating;
  const { last } = state.csat;
  const justAsked = last !== null && state.csat[last] === "asked" && state.dialog === null && state.story.at(-1)?.who === "system";
  return justAsked && bareRating.test(turn.text.trim()) ? Number(turn.text.trim()) : null;
}

const day = 86_400_000;

/** A question is asked again within so many lines of the customer's, or it is another occasion. */
const repeatWithin = 5;

/** Shorter lines ("sí", a postcode, "not yet") answer something and may well be the same twice. */
const questionWords = 3;

/** What was written before, as it is compared: worked out once a line, not at each turn after it. */
const plainOf = new WeakMap<StoryLine, string>();

function plainLine(line: StoryLine): string {
  const plain = plainOf.get(line) ?? plainWords(line.text).join(" ");
  plainOf.set(line, plain);
  return plain;
}

const plainWords = (text: string): string[] => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** How often the customer wrote the same before, letter case, accents and marks aside; counted since the system or a person last spoke. */
export function repeatsOf(text: string, story: readonly StoryLine[]): number {
  const words = plainWords(text);
  if (words.length < questionWords) return 0;
  const since = story.findLastIndex(({ who }) => who === "system" || who === "person");
  const earlier = story.slice(since + 1).filter(({ who }) => who === "customer").slice(-repeatWithin);
  const asked = words.join(" ");
  return earlier.filter((line) => plainLine(line) === asked).length;
}

/** Gathers what the policy looks at from a turn, its understanding and the conversation so far. Pure. */
export function policyFacts(turn: Turn, understanding: Understanding, state: ConversationState, topics: Topics, dialogs: readonly Dialog[] = []): PolicyFacts {
  const [best] = understanding.intents;
  const topic = best && understanding.intentSure ? topics.get(best.intent) : undefined;
  const goesOn = state.dialog === null ? goneOnWith(turn, understanding, state, dialogs) : null;
  return {
    understanding,
    emotion: understanding.emotion ? feel(state.emotion, understanding.emotion, turn.at) : state.emotion,
    withPeople: voice(state.ticket) !== "bot",
    wantsHuman: understanding.wantsHuman || turn.control === "ask-for-person" || (state.personOffered && understanding.assent === "yes"),
    peopleTopic:
      best && topic?.owner === "people" ? { intent: best.intent, agentSkill: topic.agentSkill, confidence: best.confidence } : null,
    clarifications: state.clarifications,
    failures: state.failures,
    faults: state.faults,
    repeats: repeatsOf(turn.text, state.story),
    rejections: state.rejections + (understanding.rejectsAnswer ? 1 : 0),
    // Who asks of the same thing about milk, then egg, then nuts goes on, however alike the answers.
    sameReplies: goesOn === null ? state.said.times : 0,
    helpedBefore: state.helpedBefore,
    vip: state.customer.vip === true,
    daysSinceContact: state.customer.lastContactAt ? (turn.at - state.customer.lastContactAt) / day : null,
    openDialog: state.dialog?.name ?? goesOn,
    words: turn.text.split(/\s+/).filter(Boolean).length,
    ownIntent: errandAnswered(understanding, state, topics) ?? (best && topic?.owner === "bot" ? { intent: best.intent, dialog: topic.dialog } : null),
    candidates: understanding.intents
      .map(({ intent }) => intent)
      .filter((intent) => topics.get(intent)?.owner === "bot" && !courtesies.has(intent))
      .slice(0, optionsOffered),
    servesControl: (turn.control !== null && turn.control !== "ask-for-person") || ratingOf(turn, state) !== null,
    messageAwaited: state.ticket?.status === "message" && !state.ticket.messageTaken,
  };
}

/** The dialog that told something last, where the line goes on with that; what was said out of courtesy or asked back since does not part them. */
function goneOnWith({ text }: Turn, understanding: Understanding, { turns, learned }: ConversationState, dialogs: readonly Dialog[]): string | null {
  const action = turns.findLast(({ decision }) => decision !== null && decision.action.kind !== "clarify" && !(decision.action.kind === "answer" && courtesies.has(decision.action.intent)))?.decision?.action;
  if (action?.kind !== "start" && action?.kind !== "continue") return null;
  const told = dialogs.find(({ name }) => name === action.dialog);
  return told?.goesOn?.(text, understanding, learned) === true ? told.name : null;
}

/** A bare yes to an errand asks for its job; with none to do, and for a no, it is a courtesy. Null where the turn says more than that. */
function errandAnswered({ assent, intents: [best], intentSure }: Understanding, { errandTold }: ConversationState, topics: Topics): PolicyFacts["ownIntent"] {
  if (!errandTold || !assent || (best && intentSure && !courtesies.has(best.intent))) return null;
  const { intent } = errandTold;
  return assent === "yes" && intent !== null ? { intent, dialog: topics.get(intent)?.dialog ?? null } : { intent: "thanks", dialog: null };
}
