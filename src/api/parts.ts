import type { AgentWork } from "../app/agent-work.ts";
import type { Conversations } from "../app/conversations.ts";
import type { AgentDirectory, Clock, EventLog, Feed, PolicyInForceView, PresenceBoard, Signals, Texts, WaitingLine } from "../app/ports.ts";
import type { CheckPassword, Sessions } from "../app/sessions.ts";
import type { TicketBoard } from "../app/ticket-board.ts";
import type { Today } from "../app/today.ts";
import type { ReplyCandidate } from "../core/whisper.ts";

/** What the handlers work with. */
export type ApiParts = {
  agents: AgentDirectory;
  sessions: Sessions;
  checkPassword: CheckPassword;
  work: AgentWork;
  board: TicketBoard;
  line: WaitingLine;
  presence: PresenceBoard;
  conversations: Conversations;
  log: EventLog;
  feed: Feed;
  signals: Signals;
  texts: Texts;
  candidates: ReplyCandidate[];
  today: Today;
  policy: PolicyInForceView;
  clock: Clock;
  heartbeatSeconds: number;
  secureCookie: boolean;
};
