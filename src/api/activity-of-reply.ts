import type { Reply } from "../core/events.ts";

/** The parts of a Bot Framework Activity that a reply fills; every channel adds its own. */
export type ReplyActivity = {
  type: "message";
  text: string;
  textFormat: "plain";
  /** Set where a person speaks, so that channels which show a name show theirs. */
  from?: { id: string; name: string; role: "bot" };
  suggestedActions?: { to: string[]; actions: { type: "imBack"; title: string; value: string }[] };
  channelData: { relevo: Record<string, unknown> };
};

/** A reply as the Activity a channel gets. Quick replies send their label back as the customer's words. */
export function activityOfReply({ author, text, notice, quickReplies, agent }: Reply): ReplyActivity {
  return {
    type: "message",
    text,
    textFormat: "plain",
    ...(agent && author === "person" ? { from: { id: agent.id, name: agent.name, role: "bot" } } : {}),
    ...(quickReplies.length > 0 ? { suggestedActions: { to: [], actions: quickReplies.map((label) => ({ type: "imBack" as const, title: label, value: label })) } } : {}),
    channelData: { relevo: { author, ...(notice ? { kind: notice.kind, ...notice.values } : {}) } },
  };
}
