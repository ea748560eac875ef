import { decide, type EscalationReason, type EscalationRule, type PolicyFacts } from "./policy.ts";
import type { PolicyInForce } from "./policy-settings.ts";
import type { Line, Ticket } from "./ticket.ts";

/** Rules that rest on how the customer feels or fares. That a person is wanted is known already, and the assistant's failures are over. */
const worsenings: ReadonlySet<EscalationRule> = new Set(["safety", "needs-empathy", "distress", "decline"]);

/** What a ticket that waits becomes when its customer worsens. */
export type Worsened = { reason: EscalationReason; line: Line; boostMinutes: number; safety: boolean };

/**
 * Whether a customer who waits has worsened by what this turn shows, and by how much their ticket moves up.
 *
 * Decided as if they were not in line yet, by the policy in force: its rules, its bounds. Asking again, or a topic, is no worsening:
 * otherwise who asks often would overtake who waits quietly. A boost only grows, and a danger goes to those who are trained for it.
 *
 * @returns null while nothing has worsened, and for a ticket that does not wait
 */
export function worsened(ticket: Ticket | null, facts: PolicyFacts, policy: PolicyInForce): Worsened | null {
  if (ticket?.status !== "waiting") return null;
  const { action } = decide({ ...facts, withPeople: false, servesControl: false, messageAwaited: false, wantsHuman: false, peopleTopic: null }, policy);
  if (action.kind !== "hand-off" || !worsenings.has(action.reason.rule)) return null;
  const safety = action.reason.rule === "safety";
  if (safety && ticket.safety) return null;
  if (!safety && (ticket.safety || action.boostMinutes <= ticket.boostMinutes)) return null;
  const boostMinutes = Math.max(ticket.boostMinutes, action.boostMinutes);
  return { reason: action.reason, line: safety ? { ...ticket.line, agentSkill: action.agentSkill } : ticket.line, boostMinutes, safety };
}
