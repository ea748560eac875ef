import type { AgentAccount, WaitingLine } from "./ports.ts";
import type { AgentWork } from "./agent-work.ts";
import { createMailbox } from "./mailbox.ts";
import type { TicketBoard } from "./ticket-board.ts";

export type Taken = { ok: true; conversationId: string; ticketId: string } | { ok: false; why: "empty" | "at-capacity" };

/**
 * Gives an agent the first ticket of the lines they can take, one call of an agent after the other: a double press keeps to the capacity.
 *
 * A job taken from the line whose ticket is no longer waiting is left out of the line for good and the next one is tried;
 * a job lost between the line and the log is put back by reconcile, since the log still says it waits.
 */
export function createTakeNext({ line, work, board }: { line: WaitingLine; work: AgentWork; board: TicketBoard }): (agent: AgentAccount) => Promise<Taken> {
  const oneAtATime = createMailbox();
  return (agent) => oneAtATime(agent.id, () => takeNext(agent, { line, work, board }));
}

async function takeNext(agent: AgentAccount, { line, work, board }: { line: WaitingLine; work: AgentWork; board: TicketBoard }): Promise<Taken> {
  if (board.load(agent.id) >= agent.capacity) return { ok: false, why: "at-capacity" };
  const lines = agent.languages.flatMap((language) => agent.agentSkills.map((agentSkill) => ({ language, agentSkill })));
  for (;;) {
    const job = await line.takeFirst(lines);
    if (!job) return { ok: false, why: "empty" };
    const accepted = await work.accept(job.conversationId, job.ticketId, { id: agent.id, name: agent.name });
    if (accepted.ok) return { ok: true, ...job };
  }
}
