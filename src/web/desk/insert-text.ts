/**
 * Puts a text at the caret of a draft and never over what is written there.
 *
 * @param at caret position in UTF-16 units, as a text box gives it; clamped to the draft
 * @returns the new draft and where the caret goes: after what was put in
 */
export function insertText(draft: string, at: number, text: string): { draft: string; caret: number } {
  const place = Math.max(0, Math.min(draft.length, at));
  const before = draft.slice(0, place);
  const after = draft.slice(place);
  const spaceBefore = before !== "" && !/\s$/.test(before) ? " " : "";
  const spaceAfter = after !== "" && !/^\s/.test(after) ? " " : "";
  return { draft: before + spaceBefore + text + spaceAfter + after, caret: before.length + spaceBefore.length + text.length };
}

/** What became of a suggestion in the message that went out; null when it is no longer recognisable in it. */
export function responseOf(suggestion: string, sent: string): "sent" | "edited" | null {
  if (sent.trim() === suggestion.trim()) return "sent";
  const words = suggestion.toLowerCase().split(/\s+/).filter((word) => word.length > 3);
  const said = sent.toLowerCase();
  const kept = words.filter((word) => said.includes(word)).length;
  // Half of its longer words still there: the agent built on it. Less is a message of the agent's own.
  return words.length > 0 && kept / words.length >= 0.5 ? "edited" : null;
}
