import type { EmotionalState } from "./emotion.ts";
import type { EscalationSettings, PolicyInForce } from "./policy-settings.ts";
import { personWanted } from "./person-wanted.ts";
import type { Danger, Emotion, Understanding } from "./understanding.ts";

export type Topic = { intent: string; agentSkill: AgentSkill };

/** What an agent can take. Few, because each makes lines of its own. */
export type AgentSkill = "general" | "cancellations" | "care";

/** Why a conversation goes to a person, with the values it rests on and the thresholds they were held against. */
export type EscalationReason =
  | { rule: "safety"; danger: Danger }
  | { rule: "asked-for-human" }
  | { rule: "people-topic"; intent: string; confidence: number }
  | { rule: "needs-empathy"; emotion: "sad" | "anxious"; valence: number; thresholds: { empathyValence: number } }
  | { rule: "distress"; valence: number; arousal: number; thresholds: { distressValence: number; distressArousal: number } }
  | { rule: "decline"; turns: number; valence: number; thresholds: { declineTurns: number } }
  | { rule: "person-wanted"; wanted: number; emotion: Emotion; thresholds: { personWanted: number } }
  | { rule: "stuck"; clarifications: number; failures: number; thresholds: { maxClarifications: number; maxFailures: number } };

export type EscalationRule = EscalationReason["rule"];

export type Action =
  | { kind: "relay" }
  | { kind: "hand-off"; reason: EscalationReason; agentSkill: AgentSkill; boostMinutes: number }
  | { kind: "continue"; dialog: string }
  | { kind: "start"; dialog: string; intent: string }
  | { kind: "answer"; intent: string }
  | { kind: "clarify"; stage: 1 | 2; options: string[] }
  | { kind: "say-languages" }
  | { kind: "take-message" }
  | { kind: "serve-control" }
  | { kind: "apologise" };

/** What was decided on one turn, the rule that chose it and the policy version in force. */
export type Decision = { action: Action; rule: string; policyVersion: number };

/** What the policy looks at. `emotion` already holds this turn's reading. */
export type PolicyFacts = {
  understanding: Understanding;
  emotion: EmotionalState;
  /** Somebody else has the conversation: it waits for a person or is with one. */
  withPeople: boolean;
  wantsHuman: boolean;
  /** The best intent, when it belongs to people and is sure. */
  peopleTopic: (Topic & { confidence: number }) | null;
  clarifications: number;
  failures: number;
  openDialog: string | null;
  /** Words of the turn. */
  words: number;
  /** The best sure intent that is the bot's own, with the dialog that serves it, if any. */
  ownIntent: { intent: string; dialog: string | null } | null;
  /** Titles to offer when asking which was meant, best first. */
  candidates: string[];
  /** The customer pressed a control that is served without a decision about words. */
  servesControl: boolean;
  /** The customer was asked to leave a message and has not written it yet. */
  messageAwaited: boolean;
};

/** A neutral turn calls for a person only if its own words do: a question asked back is no distress. */
const callsFrom = 0.3;

/** A distressed customer moves up by at most this; a bound keeps calm customers from waiting forever. */
const boostMinutes: Record<EscalationRule, number> = {
  safety: 0, // has its own band in front of the line
  "asked-for-human": 0,
  "people-topic": 0,
  "needs-empathy": 5,
  distress: 5,
  decline: 2,
  "person-wanted": 2,
  stuck: 0,
};

/**
 * Decides whether a conversation goes to a person now, and says why.
 *
 * Rules run in the order written and the first that fires wins: the order is the policy.
 *
 * @param facts valence and arousal in [-1, 1], smoothed over turns; counters in turns in a row
 * @param settings thresholds in the same units; ranges in policy-settings.ts
 * @returns the reason, or null to stay with the bot. Never throws: ranges are checked at the edge
 * @see Russell (1980), "A circumplex model of affect": distress is low valence with high arousal
 */
export function escalationReason(facts: PolicyFacts, settings: EscalationSettings): EscalationReason | null {
  const { emotion, valence, arousal, unpleasantInARow, trend } = facts.emotion;
  const { distressValence, distressArousal, empathyValence, declineTurns, maxClarifications, maxFailures } = settings;
  if (facts.understanding.danger) return { rule: "safety", danger: facts.understanding.danger };
  if (facts.wantsHuman) return { rule: "asked-for-human" };
  if (facts.peopleTopic) return { rule: "people-topic", intent: facts.peopleTopic.intent, confidence: facts.peopleTopic.confidence };
  if ((emotion === "sad" || emotion === "anxious") && valence <= empathyValence) {
    return { rule: "needs-empathy", emotion, valence, thresholds: { empathyValence } };
  }
  if ((emotion === "angry" || emotion === "frustrated") && valence <= distressValence && arousal >= distressArousal) {
    return { rule: "distress", valence, arousal, thresholds: { distressValence, distressArousal } };
  }
  if (unpleasantInARow >= declineTurns && trend !== "improving") {
    return { rule: "decline", turns: unpleasantInARow, valence, thresholds: { declineTurns } };
  }
  if (facts.clarifications >= maxClarifications || facts.failures >= maxFailures) {
    const stuckNow = facts.failures >= maxFailures || !(facts.ownIntent ?? facts.openDialog);
    if (stuckNow) {
      const { clarifications, failures } = facts;
      return { rule: "stuck", clarifications, failures, thresholds: { maxClarifications, maxFailures } };
    }
  }
  const wanted = personWanted(facts);
  const plain = emotion === "neutral" && facts.emotion.needsPerson < callsFrom;
  return !plain && wanted >= settings.personWanted ? { rule: "person-wanted", wanted, emotion, thresholds: { personWanted: settings.personWanted } } : null;
}

/** Chooses what to do with one customer turn. Pure; the first rule that applies wins. */
export function decide(facts: PolicyFacts, policy: PolicyInForce): Decision {
  const chosen = (rule: string, action: Action): Decision => ({ action, rule, policyVersion: policy.version });
  if (facts.servesControl) return chosen("control", { kind: "serve-control" });
  if (facts.withPeople) return chosen("person-has-it", { kind: "relay" });

  const reason = escalationReason(facts, policy.settings);
  if (facts.messageAwaited && !comesBeforeMessage(reason, facts)) return chosen("leaves-message", { kind: "take-message" });
  if (reason) {
    const agentSkill = facts.peopleTopic?.agentSkill ?? (reason.rule === "safety" ? "care" : "general");
    return chosen(reason.rule, { kind: "hand-off", reason, agentSkill, boostMinutes: boostMinutes[reason.rule] });
  }
  if (facts.openDialog && !switchesTopic(facts)) return chosen("open-dialog", { kind: "continue", dialog: facts.openDialog });
  if (facts.ownIntent) {
    const { intent, dialog } = facts.ownIntent;
    return chosen("answer", dialog ? { kind: "start", dialog, intent } : { kind: "answer", intent });
  }
  if (facts.understanding.foreign) return chosen("foreign-language", { kind: "say-languages" });
  return chosen("clarify", { kind: "clarify", stage: facts.clarifications === 0 ? 1 : 2, options: facts.candidates });
}

/** A bare wish for a person is short; a message that asks to be called goes on to say what about, or gives a number, a date or a name. */
const bareWishWords = 8;

/** What is written after "leave a message" is the message; only danger and a bare wish for a person come first. */
function comesBeforeMessage(reason: EscalationReason | null, { words, understanding }: PolicyFacts): boolean {
  if (reason?.rule === "asked-for-human") return words <= bareWishWords && understanding.entities.length === 0;
  return reason?.rule === "safety";
}

/** An answer to a dialog's question is short; from this many words on a line can be a new wish of its own. */
const wishFromWords = 4;

/**
 * A customer in the middle of a dialog who clearly asks for something else is followed there.
 * A short line is taken for an answer first; only when the dialog cannot use it is the other wish followed.
 */
function switchesTopic(facts: PolicyFacts): boolean {
  const { understanding, words } = facts;
  return wishesElse(facts) && words >= wishFromWords && !understanding.assent;
}

/** The turn is surely about something that the open dialog does not serve. A number, a date or a name in it is an answer, right or wrong. */
export const wishesElse = ({ ownIntent, openDialog, understanding }: Pick<PolicyFacts, "ownIntent" | "openDialog" | "understanding">): boolean =>
  ownIntent !== null && ownIntent.dialog !== openDialog && understanding.entities.length === 0;
