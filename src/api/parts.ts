import type { AgentLease } from "../app/agent-lease.ts";
import type { AgentWork } from "../app/agent-work.ts";
import type { Conversations } from "../app/conversations.ts";
import type { AgentDirectory, Clock, Desks, DeskSignals, EventLog, Feed, OfferTakers, PolicyInForceView, PresenceBoard, Signals, Texts, WaitingLine } from "../app/ports.ts";
import type { Hold } from "../app/hold.ts";
import type { Offers } from "../app/offers.ts";
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
  desks: Desks;
  takers: OfferTakers;
  offers: Offers;
  lease: AgentLease;
  hold: Hold;
  deskSignals: DeskSignals;
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
