/** The languages Relevo speaks. */
export type Language = "es" | "en";

/** What a customer does by a control instead of words. The words of each control are in intents/texts. */
export type CustomerControl = "ask-for-person" | "keep-waiting" | "leave-message" | "back-to-assistant" | "correct-brief" | "end" | "rate";

export type Attachment = { name: string; contentType: string; url: string };

/**
 * `signedIn` is true only when the host site has said so with a signed token; `vip` is that site's word as well.
 * `lastContactAt` is when the same signed-in customer's conversation before this one began, epoch milliseconds.
 */
export type Customer = { id: string; name: string | null; signedIn: boolean; vip?: boolean; lastContactAt?: number | null };

/** One thing the customer said or did. Times are epoch milliseconds. */
export type Turn = {
  conversationId: string;
  /** Unique within the conversation; the same id twice is the same turn delivered twice. */
  turnId: string;
  at: number;
  text: string;
  /** The language of the page or client, when it says one; a hint only. */
  locale: Language | null;
  control: CustomerControl | null;
  /** 1 to 5, with control "rate"; otherwise null. */
  rating: number | null;
  /** What the rating is of, where the client says: its question may not be the last one asked. */
  ratedPhase?: "bot" | "human";
  attachments: Attachment[];
};

/** Longest customer text that is read, two pages: the log keeps longer ones whole, language processing and the folded state see this much. */
export const maxTextLength = 4_000;
