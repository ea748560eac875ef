import type { Event } from "../core/events.ts";
import { policyFacts, type Topics } from "../core/facts.ts";
import { personWanted } from "../core/person-wanted.ts";
import { escalationReason, type EscalationReason, type PolicyFacts } from "../core/policy.ts";
import type { EscalationSettings } from "../core/policy-settings.ts";
import { evolve, initialState, type ConversationState } from "../core/state.ts";
import { maxTextLength, type Language, type Turn } from "../core/turn.ts";
import type { Understand, Understanding } from "../core/understanding.ts";

/** A line of a dialogue that somebody else's assistant had. */
export type DialogueLine = { speaker: "customer" | "bot" | "agent"; text: string; language: Language | null };

/** What is made of one customer line. `wanted`: 0 to 1, how much a person is wanted by now. */
export type LineReading = { understanding: Understanding; facts: PolicyFacts; reason: EscalationReason | null; wanted: number };

/** What an assistant's turn did, read from its text: our own records its decisions. */
export type ReadBotTurn = (text: string, earlier: readonly string[]) => "answered" | "clarified" | "failed";

export type DialogueParts = { understand: Understand; topics: Topics; settings: EscalationSettings; readBotTurn: ReadBotTurn };

/**
 * Reads a dialogue turn by turn as a live conversation is read: the same understanding, the same folded state, the same policy. What
 * the assistant did is taken from its given turns, and no earlier handoff is assumed at any turn.
 *
 * @param at epoch milliseconds for "tomorrow" and the like
 * @returns one reading per customer line, in order
 */
export function readDialogue(lines: readonly DialogueLine[], at: number, { understand, topics, settings, readBotTurn }: DialogueParts): LineReading[] {
  const readings: LineReading[] = [];
  const said: string[] = [];
  let state = initialState();
  let version = 0;
  let undecided: string | null = null;
  const record = (event: Event): void => {
    version += 1;
    state = evolve(state, { ...event, version, at });
  };
  const decideAs = (did: ReturnType<ReadBotTurn>): void => {
    if (undecided === null) return;
    record({ type: "DecisionMade", turnId: undecided, decision: { action: actionOf(did, state), rule: did, policyVersion: 0 } });
    undecided = null;
  };
  lines.forEach((line, i) => {
    if (line.speaker !== "customer") {
      decideAs(line.speaker === "bot" ? readBotTurn(line.text, said) : "answered");
      said.push(line.text);
      return;
    }
    decideAs("answered");
    const turnId = `turn ${i}`;
    const turn: Turn = { conversationId: "", turnId, at, text: line.text, locale: line.language, control: null, rating: null, attachments: [] };
    const understanding = understand({ text: line.text.slice(0, maxTextLength), previousLanguage: state.language ?? line.language, locale: line.language, readTone: true, at });
    const facts = policyFacts(turn, understanding, state, topics);
    readings.push({ understanding, facts, reason: escalationReason(facts, settings), wanted: personWanted(facts) });
    record({ type: "TurnReceived", turnId, text: line.text, control: null, rating: null, attachments: [] });
    record({ type: "TurnUnderstood", turnId, understanding });
    undecided = turnId;
  });
  return readings;
}

/** The action that counts in the fold as what the assistant did. */
function actionOf(did: ReturnType<ReadBotTurn>, state: ConversationState): Extract<Event, { type: "DecisionMade" }>["decision"]["action"] {
  if (did === "failed") return { kind: "apologise" };
  return did === "clarified" ? { kind: "clarify", stage: state.clarifications === 0 ? 1 : 2, options: [] } : { kind: "answer", intent: "" };
}
