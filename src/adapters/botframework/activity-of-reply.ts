import type { Activity } from "botbuilder";
import type { Reply } from "../../core/events.ts";

/** A reply as the Activity a channel gets. Quick replies send their label back as the customer's words. */
export function activityOfReply(reply: Reply): Partial<Activity> {
  const { author, text, notice, agent, quickReplies } = reply;
  return {
    type: "message",
    text,
    textFormat: "plain",
    ...(agent && author === "person" ? { from: { id: agent.id, name: agent.name } as Activity["from"] } : {}),
    ...(quickReplies.length > 0
      ? { suggestedActions: { to: [], actions: quickReplies.map((label) => ({ type: "imBack", title: label, value: label })) } }
      : {}),
    channelData: { relevo: { author, ...(notice ? { kind: notice.kind, ...notice.values } : {}) } },
  };
}
