import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ConversationView, Language, StreamFrame, TicketView, Whisper } from "../../api/contract.ts";
import type { Api } from "../shared/api-client.ts";
import { keepStream, openStream } from "../shared/live-stream.ts";
import type { StreamStatus } from "../shared/live-stream.ts";
import { useApi } from "../shared/session.tsx";
import { conversationOf, withEvents, withView } from "./conversation-state.ts";
import type { Conversation } from "./conversation-state.ts";
import { emptyLine, withFrame, withTicket, withTickets } from "./line-state.ts";
import type { LineState } from "./line-state.ts";
import { noNotices, withNotice } from "./private-notices.ts";
import type { PrivateNotices } from "./private-notices.ts";
import { stillThere, withViewer } from "./viewers.ts";
import type { Viewer } from "./viewers.ts";

const lineKey = ["tickets"];
const conversationKey = (id: string): string[] => ["conversation", id];

/** One page of tickets; a desk with more than this waiting has other worries than the last rows. */
const ticketLimit = 200;

/** All tickets of this desk: a snapshot by query, kept fresh by the stream. */
export function useLine(): { line: LineState; loading: boolean; failed: unknown } {
  const api = useApi();
  const queries = useQueryClient();
  const { data, isPending, error } = useQuery({
    queryKey: lineKey,
    queryFn: async () => {
      const askedAt = Date.now();
      const { tickets } = await api.get<{ tickets: TicketView[] }>(`/tickets?status=waiting,offered,accepted,message&limit=${ticketLimit}`);
      return withTickets(queries.getQueryData<LineState>(lineKey) ?? emptyLine, tickets, Date.now(), askedAt);
    },
  });
  return { line: data ?? emptyLine, loading: isPending, failed: error };
}

/** Puts a ticket an answer brought into the line, without waiting for its frame. */
export function keepTicket(queries: QueryClient, ticket: TicketView): void {
  queries.setQueryData<LineState>(lineKey, (line) => withTicket(line ?? emptyLine, ticket, Date.now()));
}

export function useConversation(id: string | null): { conversation: Conversation | null; failed: unknown } {
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: conversationKey(id ?? ""),
    enabled: id !== null,
    queryFn: async () => conversationOf(await api.get<ConversationView>(`/conversations/${encodeURIComponent(id ?? "")}`)),
  });
  return { conversation: id === null ? null : (data ?? null), failed: error };
}

/** @param about the customer's turn the help is for; a new turn asks again, the old help stays on the screen until the new is there */
export function useWhisper(ticketId: string | null, about: string, language: Language): { whisper: Whisper | null; failed: unknown } {
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ["whisper", ticketId, about, language],
    enabled: ticketId !== null && about !== "",
    queryFn: () => api.get<Whisper>(`/tickets/${encodeURIComponent(ticketId ?? "")}/whisper?language=${language}`),
    placeholderData: (previous, query) => (query?.queryKey[1] === ticketId ? previous : undefined),
  });
  return { whisper: data ?? null, failed: error };
}

async function catchUp(queries: QueryClient, api: Api, id: string): Promise<void> {
  const known = queries.getQueryData<Conversation>(conversationKey(id));
  if (!known) return;
  const view = await api.get<ConversationView>(`/conversations/${encodeURIComponent(id)}?after=${known.version}`);
  queries.setQueryData<Conversation>(conversationKey(id), (now) => (now ? withView(now, view) : now));
}

function takeFrame(queries: QueryClient, api: Api, frame: StreamFrame): void {
  queries.setQueryData<LineState>(lineKey, (line) => (line ? withFrame(line, frame, Date.now()) : line));
  if (frame.type === "events") {
    const known = queries.getQueryData<Conversation>(conversationKey(frame.conversationId));
    if (!known) return;
    const result = withEvents(known, frame.events);
    if (result.kind === "grown") queries.setQueryData(conversationKey(frame.conversationId), result.conversation);
    else void catchUp(queries, api, frame.conversationId).catch(() => queries.invalidateQueries({ queryKey: conversationKey(frame.conversationId) }));
  }
  if (frame.type === "ticket") {
    const known = queries.getQueryData<Conversation>(conversationKey(frame.ticket.conversationId));
    // Events of a conversation we do not own may not be streamed to us: its ticket tells that there are new ones.
    if (known && frame.ticket.version > known.version) {
      void catchUp(queries, api, frame.ticket.conversationId).catch(() => queries.invalidateQueries({ queryKey: conversationKey(frame.ticket.conversationId) }));
    }
  }
}

/** A typing sign that is not renewed goes away after this: longer than the pace at which clients repeat it. */
const typingShownMs = 5_000;

/** How soon a colleague who has gone stops being shown. */
const viewersSweptMs = 3_000;

/** Holds the live stream for as long as the desk is open. */
export function useStream(): { status: StreamStatus; typing: string | null; viewers: readonly Viewer[]; notices: PrivateNotices; dismissPause(): void } {
  const api = useApi();
  const queries = useQueryClient();
  const [status, setStatus] = useState<StreamStatus>("connecting");
  const [typing, setTyping] = useState<string | null>(null);
  const typingEnds = useRef<ReturnType<typeof setTimeout>>(undefined);
  const cut = useRef(false);
  const [notices, setNotices] = useState(noNotices);
  const dismissPause = useCallback(() => setNotices((now) => ({ ...now, pauseMinutes: null })), []);
  const [viewers, setViewers] = useState<readonly Viewer[]>([]);
  useEffect(() => {
    const sweep = setInterval(() => setViewers((seen) => stillThere(seen, Date.now())), viewersSweptMs);
    return () => clearInterval(sweep);
  }, []);

  useEffect(() => {
    const stop = keepStream({
      open: openStream,
      onStatus(next) {
        setStatus(next);
        if (next === "down") {
          cut.current = true;
          void api.get("/me").catch(() => undefined); // a session that ended elsewhere shows here, and only so, why the stream was cut
        }
        if (next === "live" && cut.current) {
          cut.current = false;
          void queries.invalidateQueries(); // the server may have restarted: everything is asked once more
        }
      },
      onFrame(frame) {
        takeFrame(queries, api, frame);
        setNotices((now) => withNotice(now, frame));
        if (frame.type === "viewing") setViewers((seen) => withViewer(seen, frame, Date.now()));
        if (frame.type === "typing" && frame.who === "customer") {
          setTyping(frame.conversationId);
          clearTimeout(typingEnds.current);
          typingEnds.current = setTimeout(() => setTyping(null), typingShownMs);
        }
        if (frame.type === "events" && frame.events.some((event) => event.type === "TurnReceived")) setTyping(null);
      },
      later(run, ms) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    return () => {
      clearTimeout(typingEnds.current);
      stop();
    };
  }, [api, queries]);
  return { status, typing, viewers, notices, dismissPause };
}
