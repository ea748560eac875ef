import { chatTexts } from "../texts/chat-texts.ts";
import type { Incoming } from "./chat-state.ts";

/** Asking for a person has a button of its own that is always there; as a suggestion it would stand there twice. */
const own: ReadonlySet<string> = new Set(Object.values(chatTexts["ask-for-person"]));

/** One id for all who speak from our side: Web Chat takes the typing sign away when a message comes from whom it saw typing. */
const ourId = "relevo";

/** A message or a typing sign of the server as our own page shows it: without the suggestion that is a button here, and from one speaker. */
export function ourView(activity: Incoming): Incoming {
  if (activity.from?.role === "user") return activity;
  const { suggestedActions, ...rest } = activity;
  const kept = suggestedActions?.actions.filter(({ title }) => !own.has(title ?? "")) ?? [];
  return { ...rest, from: { ...activity.from, id: ourId }, ...(suggestedActions && kept.length > 0 ? { suggestedActions: { ...suggestedActions, actions: kept } } : {}) };
}
