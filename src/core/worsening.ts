import { calmState, feel } from "./emotion.ts";
import { decide, type Action, type EscalationReason, type EscalationRule, type PolicyFacts } from "./policy.ts";
import type { PolicyInForce } from "./policy-settings.ts";
import type { Line, Ticket } from "./ticket.ts";

/** Rules that rest on how the customer feels or fares. That a person is wanted is known already, and the assistant's failures are over. */
const worsenings: ReadonlySet<EscalationRule> = new Set(["safety", "needs-empathy", "distress", "decline"]);

/** What a ticket that waits becomes when its customer worsens. */
export type Worsened = { reason: EscalationReason; line: Line; boostMinutes: number; safety: boolean };

type HandOff = Extract<Action, { kind: "hand-off" }>;

/**
 * Whether a customer who waits has worsened by what this turn shows, and by how much their ticket moves up.
 *
 * Decided as if they were not in line yet, by the policy in force: its rules, its bounds. Asking again, or a topic, is no worsening:
 * otherwise who asks often would overtake who waits quietly. A boost only grows, and a danger goes to those who are trained for it.
 *
 * Judged twice: by the feeling smoothed over the turns, and by this turn's reading alone. Calm turns before do not quieten an outburst here: that a
 * person comes is settled, so a turn misread costs minutes in line and no needless handoff.
 *
 * @returns null while nothing has worsened, and for a ticket that does not wait
 */
export function worsened(ticket: Ticket | null, facts: PolicyFacts, policy: PolicyInForce): Worsened | null {
  if (ticket?.status !== "waiting") return null;
  const reading = facts.understanding.emotion;
  const action = gravest([handOffFor(facts, policy), reading && handOffFor({ ...facts, emotion: feel(calmState, reading) }, policy)]);
  if (action === null) return null;
  const safety = action.reason.rule === "safety";
  if (safety && ticket.safety) return null;
  if (!safety && (ticket.safety || action.boostMinutes <= ticket.boostMinutes)) return null;
  const boostMinutes = Math.max(ticket.boostMinutes, action.boostMinutes);
  return { reason: action.reason, line: safety ? { ...ticket.line, agentSkill: action.agentSkill } : ticket.line, boostMinutes, safety };
}

/** The handoff that how they feel or fare would lead to. */
function handOffFor(facts: PolicyFacts, policy: PolicyInForce): HandOff | null {
  const { action } = decide({ ...facts, withPeople: false, servesControl: false, messageAwaited: false, wantsHuman: false, peopleTopic: null }, policy);
  return action.kind === "hand-off" && worsenings.has(action.reason.rule) ? action : null;
}

/** The first of those that move up furthest. */
const gravest = (actions: readonly (HandOff | null)[]): HandOff | null =>
  actions.reduce((best, action) => (action !== null && (best === null || action.boostMinutes > best.boostMinutes) ? action : best), null);
