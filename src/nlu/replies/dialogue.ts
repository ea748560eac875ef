/** A turn of a dialogue as suggestions see it. `system` is what a tool showed the agent: an order, a timetable. */
export type DialogueTurn = { speaker: "customer" | "agent" | "system"; text: string };

/** A reply that was once given: to which context, in which words, by which of the house's templates where that was noted. */
export type PastReply = { context: readonly DialogueTurn[]; text: string; action: string | null };

const token = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+|\p{Extended_Pictographic}|[?!@#]/gu;

/** Words, numbers, emoji and the marks that carry a tone, in small letters without accents. */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").match(token) ?? [];
}
