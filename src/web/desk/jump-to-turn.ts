/** Shows a customer's turn in the conversation and puts the focus on it. */
export function jumpToTurn(turnId: string): void {
  const turn = document.getElementById(`turn-${turnId}`);
  turn?.scrollIntoView({ block: "center" });
  turn?.focus();
}
