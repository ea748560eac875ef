import { chatTexts } from "../texts/chat-texts.ts";
import type { Incoming } from "./chat-state.ts";

/** These have buttons of their own; as a suggestion they would stand there twice. */
const own: ReadonlySet<string> = new Set((["ask-for-person", "keep-waiting", "leave-message"] as const).flatMap((control) => Object.values(chatTexts[control])));

/** One id for all who speak from our side: Web Chat takes the typing sign away when a message comes from whom it saw typing. */
const ourId = "relevo";

/** A message or a typing sign of the server as our own page shows it: without the suggestion that is a button here, and from one speaker. */
export function ourView(activity: Incoming): Incoming {
  if (activity.from?.role === "user") return activity;
  const { suggestedActions, ...rest } = activity;
  const kept = suggestedActions?.actions.filter(({ title }) => !own.has(title ?? "")) ?? [];
  return { ...rest, from: { ...activity.from, id: ourId }, ...(suggestedActions && kept.length > 0 ? { suggestedActions: { ...suggestedActions, actions: kept } } : {}) };
}
