import type { Language } from "../turn.ts";
import type { Emotion } from "../understanding.ts";

/** A reply and its reaction as the whisper keeps it: masked, and with the author as a key that says no name. Plain data, for a store. */
export type RememberedReply = {
  replyId: string;
  at: number;
  by: "person" | "bot";
  author: string;
  /** Whom it was written to, as a key like the author's; null where the channel knows nobody. Absent in what was kept before customers were told apart. */
  customer?: string | null;
  /** Masked words of a person's reply; empty for the bot's, whose words are in the house's texts. */
  text: string;
  /** What template it is of, where that is known beforehand: a bot's texts, or a canned reply sent as it is. Null: found by its words. */
  known: string | null;
  language: Language;
  emotion: Emotion;
  before: number;
  after: number[];
  intent: string | null;
  /** Whether it was a suggestion, sent as it was or edited; null where it was the person's own. */
  suggested: "sent" | "edited" | null;
  /** Which suggestion the desk said it was; absent in what was kept before that was. */
  suggestion?: string | null;
  /** Masked. */
  context: { speaker: "customer" | "agent"; text: string }[];
};
