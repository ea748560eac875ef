import type { StreamFrame } from "../../api/contract.ts";

/** What this desk alone is told in passing: chats taken and not answered yet, and a pause after a hard one. */
export type PrivateNotices = { nudges: readonly { ticketId: string; conversationId: string; returnsAt: string }[]; pauseMinutes: number | null };

export const noNotices: PrivateNotices = { nudges: [], pauseMinutes: null };

/** Folds a frame into the notices. A nudge is over once somebody has answered, or the chat is no longer with this person. */
export function withNotice(notices: PrivateNotices, frame: StreamFrame): PrivateNotices {
  const without = (over: (nudge: PrivateNotices["nudges"][number]) => boolean): PrivateNotices =>
    notices.nudges.some(over) ? { ...notices, nudges: notices.nudges.filter((nudge) => !over(nudge)) } : notices;
  switch (frame.type) {
    case "nudge": {
      const { ticketId, conversationId, returnsAt } = frame;
      return { ...notices, nudges: [...notices.nudges.filter((nudge) => nudge.ticketId !== ticketId), { ticketId, conversationId, returnsAt }] };
    }
    case "pause":
      return { ...notices, pauseMinutes: frame.minutes };
    case "events":
      return frame.events.some((event) => event.type === "ReplyRecorded" && event.reply.author === "person") ? without(({ conversationId }) => conversationId === frame.conversationId) : notices;
    case "ticket":
      return frame.ticket.status === "accepted" ? notices : without(({ ticketId }) => ticketId === frame.ticket.id);
    case "ticket-closed":
      return without(({ ticketId }) => ticketId === frame.ticketId);
    case "hello":
    case "typing":
    case "viewing":
      return notices;
  }
}
