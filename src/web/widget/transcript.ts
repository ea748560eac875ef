import type { Language } from "../../api/contract.ts";
import type { chatTexts } from "../texts/chat-texts.ts";
import type { Say } from "../texts/speak.ts";
import { isNotice, markOf } from "./chat-state.ts";
import type { Incoming } from "./chat-state.ts";

/** Who says a line, in the customer's words. */
function speaker(activity: Incoming, say: Say<typeof chatTexts>): string {
  const mark = markOf(activity);
  if (!mark) return say("transcript.you");
  if (isNotice(mark)) return say("transcript.notice");
  return mark.author === "person" ? `${activity.from?.name ?? ""} (${say("author.person")})` : say("author.assistant");
}

/** The whole conversation as plain text to keep: when, who, what. */
export function transcriptOf(activities: readonly Incoming[], code: string | null, say: Say<typeof chatTexts>, language: Language): string {
  const when = new Intl.DateTimeFormat(language === "es" ? "es-ES" : "en-GB", { dateStyle: "short", timeStyle: "short" });
  const lines = activities.filter(({ type, text }) => type === "message" && text).map((activity) => {
    const at = activity.timestamp === undefined ? "" : `[${when.format(new Date(activity.timestamp))}] `;
    return `${at}${speaker(activity, say)}: ${activity.text ?? ""}`;
  });
  return [say("title"), ...(code === null ? [] : [say("code", { code })]), "", ...lines, ""].join("\n");
}
