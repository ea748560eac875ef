import type { AgentSkill, EscalationReason } from "../core/policy.ts";
import type { EscalationSettings, SettingField } from "../core/policy-settings.ts";
import type { EmotionalState, Trend } from "../core/emotion.ts";
import type { Behaviour } from "../core/behaviours.ts";
import type { WhatFollowed } from "../core/reactions/what-followed.ts";
import type { KnowledgeAnswer } from "../core/knowledge.ts";
import type { ToneFinding, ToneKind } from "../core/tone.ts";
import type { StoredEvent } from "../core/events.ts";
import type { Emotion } from "../core/understanding.ts";
import type { Disposition, TicketStatus } from "../core/ticket.ts";
import type { Language } from "../core/turn.ts";

/** What the browser and the server agree on. Times are ISO 8601 UTC, durations milliseconds, valence and arousal in [-1, 1]. */
export type { Behaviour, KnowledgeAnswer, ToneKind, AgentSkill, Disposition, Emotion, EmotionalState, EscalationReason, EscalationSettings, Language, SettingField, StoredEvent, TicketStatus, Trend };

export type Role = "viewer" | "agent" | "supervisor" | "editor" | "admin";
export type Presence = "available" | "busy" | "away" | "offline";

/** POST /api/v1/login {email, password}. The cookie is HttpOnly; writes authorised by it send `X-Relevo-Csrf: csrf`. */
export type LoginAnswer = {
  token: string;
  csrf: string;
  agent: { id: string; name: string; roles: Role[]; languages: Language[]; agentSkills: AgentSkill[] };
};

/** GET /api/v1/me */
export type Me = LoginAnswer["agent"] & { csrf: string; presence: Presence; capacity: number; load: number; /** Chats are offered to me one by one. */ offers: boolean };

/** GET /api/v1/colleagues -> {colleagues: Colleague[]}: whom a ticket can be passed to. */
export type Colleague = { id: string; name: string; languages: Language[]; agentSkills: AgentSkill[]; presence: Presence };

/** POST /api/v1/me/heartbeat */
export type HeartbeatAnswer = { everySeconds: number; expiresAt: string; /** As the server knows it: silence may have made it away. */ presence: Presence };

/** One row of GET /api/v1/tickets?status=waiting,accepted&mine=true -> {tickets: TicketView[], next: string | null} */
export type TicketView = {
  id: string;
  conversationId: string;
  customer: { id: string; name: string | null };
  language: Language;
  agentSkill: AgentSkill;
  status: TicketStatus;
  /** 1 is next in its line; null when not waiting. */
  place: number | null;
  /** One order over all lines: smaller is sooner, safety far in front. */
  rank: number;
  queuedAt: string;
  waitedMs: number;
  reason: EscalationReason;
  emotion: Pick<EmotionalState, "emotion" | "valence" | "arousal" | "trend" | "confidence">;
  agentId: string | null;
  agentName: string | null;
  /** With status "offered": to whom, until when. */
  offer: { agentId: string; agentName: string; until: string } | null;
  /** On hold until then; takes none of the agent's capacity. */
  heldUntil: string | null;
  /** How long the customer's first unanswered line has stood there; null when none does. */
  unansweredMs: number | null;
  lastText: string;
  /** What the customer may have noted down; `GET /tickets?code=` finds it, with or without its dash. */
  trackingCode: string;
  version: number;
};

/** POST /tickets/next -> 200, 204 (line empty), 409 at-capacity. POST /tickets/{id}/accept -> 200, 409 already-accepted with details.by */
export type TicketAnswer = { ticket: TicketView };

/** POST /tickets/{id}/messages {text, clientId} -> 201 or 200 */
export type MessageAnswer = { turnId: string };

export type Suggestion = {
  id: string;
  text: string;
  kind: string;
  /** Why it fits, in the agent's words: intent title and emotion. */
  because: string;
  source: string;
  /** Of this reply in the customer's state: replies seen, after how many the customer calmed, and the 95 % interval of that rate; null below five. */
  evidence: { n: number; calmed: number; low: number; high: number } | null;
  /** Places in the text the agent fills in, as they stand there: "[fecha]". */
  slots: string[];
  /** What this conversation's own data put into it, as it stands there: to be looked at before it is sent. */
  filled: string[];
};

/** GET /tickets/{id}/whisper */
export type Whisper = {
  brief: {
    wants: string; tried: string; promised: string; advice: string; avoid: string; whyNow: string;
  };
  /** The customer's turn that a line of the brief rests on; `advice` is of what to do and to avoid, and each promise is quoted with the turn it answered. */
  briefTurns: { wants: string | null; tried: string | null; whyNow: string | null; advice: string | null; promised: { text: string; turnId: string | null }[] };
  suggestions: Suggestion[];
  profile: { conversations: number; lastAt: string | null; notes: string[]; facts: string[]; advice: string };
  behaviours: Record<Behaviour, { shown: number; words: string[]; missing: boolean }>;
};

/** POST /tickets/{id}/mirror {draft}. Places are of the draft; `advice` is in the agent's language, `alternative` in the customer's. */
export type MirrorAnswer = { ok: boolean; findings: (ToneFinding & { advice: string })[] };

/** GET /whisper/uses: since the beginning, of all people together. `followed`: replies customers answered, and after how many they were calmer. */
export type WhisperUses = { shown: number; sent: number; edited: number; dismissed: number; followed: WhatFollowed };

/** GET /ask?q=&language= */
export type AskAnswer = { answers: KnowledgeAnswer[] };

/** One customer turn's reading on the emotional timeline. */
export type EmotionPoint = {
  turnId: string;
  at: string;
  emotion: Emotion;
  valence: number;
  arousal: number;
  confidence: number;
  evidence: string[];
};

/** GET /conversations/{id}?after=VERSION. Events carry `at` as ISO text. */
export type ConversationView = {
  conversation: { id: string; channel: string; customer: { id: string; name: string | null }; language: Language; ticketId: string | null };
  version: number;
  events: WireEvent[];
  emotion: EmotionPoint[];
};

type Wired<E> = E extends unknown ? Omit<E, "at"> & { at: string } : never;
export type WireEvent = Wired<StoredEvent>;

/** Frames of WS /api/v1/stream?after=CURSOR (cookie or ?token=). `ticket` replaces the row of that id, `ticket-closed` removes it; `events` belong to a conversation the agent may read. */
export type StreamFrame =
  | { cursor: string; type: "hello" }
  | { cursor: string; type: "ticket"; ticket: TicketView }
  | { cursor: string; type: "ticket-closed"; ticketId: string; conversationId: string; status: TicketStatus }
  | { cursor: string; type: "events"; conversationId: string; events: WireEvent[] }
  | { cursor: string; type: "typing"; conversationId: string; who: "customer" | "agent" }
  /** You took this chat and have said nothing yet: it goes back to the line then. */
  | { cursor: string; type: "nudge"; conversationId: string; ticketId: string; returnsAt: string }
  /** That was a hard one: a pause of so many minutes is yours if you want it. Told to you alone and kept nowhere. */
  | { cursor: string; type: "pause"; minutes: number }
  /** A colleague reads this conversation, or writes in it; gone when not told again for a while. */
  | { cursor: string; type: "viewing"; conversationId: string; agent: { id: string; name: string }; typing: boolean };

/** GET /policy */
export type PolicyView = { version: number; settings: EscalationSettings; fields: SettingField[]; author: string; at: string; why: string };

/** GET /analytics?from=&to= : counts; absent optional figures are null, never zero. */
export type Analytics = {
  from: string;
  to: string;
  conversations: number;
  turns: number;
  handledByBot: number;
  escalated: number;
  reasons: Record<string, number>;
  accepted: number;
  abandoned: number;
  returned: number;
  waiting: number;
  waitMs: { p50: number | null; p95: number | null; n: number };
  csat: { bot: { mean: number | null; n: number }; human: { mean: number | null; n: number } };
  /** Replies of the digital colleague and of all people together, and in how many each behaviour shows. */
  behaviours: Record<"bot" | "human", { replies: number; shown: Record<Behaviour, number> }>;
};

/** Every error: the fitting status and this body. `code` is a translation key: already-accepted, at-capacity, not-owner, unauthorized, ... */
export type ErrorBody = { error: { code: string; message: string; details?: unknown } };
