import type { Activity } from "botbuilder";
import type { StoredEvent } from "../../core/events.ts";
import type { Customer } from "../../core/turn.ts";
import { activityOfReply } from "../../api/activity-of-reply.ts";

export const botId = "relevo";

/** Activity ids are the conversation's id and the event's version, as Direct Line's are the conversation and a counter. */
export const activityId = (conversationId: string, version: number): string => `${conversationId}|${String(version).padStart(7, "0")}`;

/** What a Direct Line client sees of one event; null for what is none of its business. */
export function activityOfEvent(event: StoredEvent, conversationId: string, customer: Customer, botName: string): Partial<Activity> | null {
  const common = {
    id: activityId(conversationId, event.version),
    timestamp: new Date(event.at),
    channelId: "directline",
    conversation: { id: conversationId } as Activity["conversation"],
  };
  if (event.type === "TurnReceived" && event.control === null) {
    return {
      ...common,
      type: "message",
      from: { id: customer.id, name: customer.name ?? "", role: "user" },
      text: event.text,
      ...(event.attachments.length > 0 ? { attachments: event.attachments.map(({ name, contentType, url }) => ({ name, contentType, contentUrl: url })) } : {}),
      channelData: { clientActivityID: event.turnId },
    };
  }
  if (event.type !== "ReplyRecorded") return null;
  return { ...common, from: { id: botId, name: botName, role: "bot" }, ...activityOfReply(event.reply) };
}
