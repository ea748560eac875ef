/** Ten minutes without a key or a pointer: longer than reading a long conversation, shorter than a coffee a customer should not wait for. */
export const awayAfterMs = 10 * 60_000;
/** The warning before it. */
export const warningMs = 60_000;

export type Idle = { state: "here" } | { state: "warning"; secondsLeft: number } | { state: "away" };

/** @param idleMs time since the last sign of the person */
export function idleState(idleMs: number): Idle {
  if (idleMs >= awayAfterMs) return { state: "away" };
  if (idleMs >= awayAfterMs - warningMs) return { state: "warning", secondsLeft: Math.ceil((awayAfterMs - idleMs) / 1000) };
  return { state: "here" };
}
