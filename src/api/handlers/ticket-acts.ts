import { z } from "zod";
import type { Done, Refused } from "../../app/agent-work.ts";
import { NotFoundError } from "../../core/errors.ts";
import { noContent, ok, type ApiCall } from "../api-route.ts";
import { answerError, type HttpAnswer } from "../http.ts";
import type { ApiParts } from "../parts.ts";
import { ticketView } from "../ticket-view.ts";

/** What an agent writes, to a customer or a colleague. */
export const messageText = z.string().trim().min(1).max(4_000).refine((value) => value.isWellFormed() && !value.includes("\u0000"), "is not well-formed text");

export function refusal(refused: Refused): HttpAnswer {
  switch (refused.why) {
    case "already-accepted":
      return answerError(409, "already-accepted", "A colleague has taken this ticket.", { by: refused.by });
    case "offered":
      return answerError(409, "offered", "This ticket is being offered to a colleague; in a moment it is theirs, or in line again.", { by: refused.by });
    case "not-offered":
      return answerError(409, "not-offered", "This ticket is not offered to you, or no longer.");
    case "not-owner":
      return answerError(403, "not-owner", "Only the person who has accepted this ticket can do that.");
    case "not-waiting":
      return answerError(409, "not-waiting", "This ticket is no longer open.");
  }
}

/** A ticket as it is now. Throws NotFoundError when the conversation has none open. */
export async function ticketAnswer({ board, line, clock }: Pick<ApiParts, "board" | "line" | "clock">, conversationId: string): Promise<HttpAnswer> {
  const entry = board.of(conversationId);
  if (!entry) throw new NotFoundError("ticket.not-found", {});
  return ok({ ticket: ticketView(entry, entry.ticket.status === "waiting" ? await line.place(entry.ticket) : null, clock.now()) });
}

/** Runs what is done to a ticket, under the signed-in agent's name, and answers it. */
export const ownedIn = ({ board }: Pick<ApiParts, "board">) => async <B, Q>(
  { params, agent }: ApiCall<B, Q>, act: (conversationId: string, ticketId: string, who: { id: string; name: string }) => Promise<Done>,
): Promise<HttpAnswer> => {
  const ticketId = params.id ?? "";
  const done = await act(board.conversationOf(ticketId), ticketId, { id: agent.id, name: agent.name });
  return done.ok ? noContent : refusal(done);
};
