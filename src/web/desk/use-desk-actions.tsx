import { Toast, ToastTitle, useToastController } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { Disposition, MessageAnswer, Suggestion, TicketAnswer, TicketView } from "../../api/contract.ts";
import { ApiError } from "../shared/api-client.ts";
import { errorWords } from "../shared/error-words.ts";
import { toasterId } from "../shared/PageRoot.tsx";
import { usePreferences, useTexts } from "../shared/preferences.tsx";
import { useApi } from "../shared/session.tsx";
import { deskTexts } from "../texts/desk-texts.ts";
import type { Drafts } from "./drafts.ts";
import { responseOf } from "./insert-text.ts";
import type { PassTarget } from "./PassOnDialog.tsx";
import { outbox } from "./outbox.ts";
import type { Sending } from "./outbox.ts";
import { keepTicket } from "./use-desk.ts";

const path = (ticketId: string, what: string): string => `/tickets/${encodeURIComponent(ticketId)}/${what}`;

/** All an agent can do at the desk. Expected refusals become a short word at the corner of the screen, never a lost text. */
export function useDeskActions(onTaken: (ticketId: string) => void, drafts: Drafts) {
  const api = useApi();
  const queries = useQueryClient();
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const { dispatchToast } = useToastController(toasterId);
  const [busy, setBusy] = useState(false);
  const [messages, dispatch] = useReducer(outbox, []);
  const inserted = useRef(new Map<string, Suggestion[]>());

  // This desk goes away when its session ends: what failed until then, or fails afterwards, goes back to the drafts.
  const gone = useRef(false);
  const unsent = useRef<Sending[]>([]);
  useEffect(() => {
    unsent.current = messages.filter((one) => one.status === "failed");
  }, [messages]);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      for (const one of unsent.current.toReversed()) drafts.giveBack(one.ticketId, one.text);
    };
  }, [drafts]);

  const tell = useCallback((words: string, intent: "info" | "error" | "success" | "warning") => {
    dispatchToast(<Toast><ToastTitle>{words}</ToastTitle></Toast>, { intent });
  }, [dispatchToast]);

  const run = useCallback(async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      const expected = error instanceof ApiError && error.status === 409;
      tell(errorWords(error, language), expected ? "warning" : "error");
      if (error instanceof ApiError && error.status >= 400) void queries.invalidateQueries({ queryKey: ["tickets"] });
    } finally {
      setBusy(false);
    }
  }, [language, queries, tell]);

  const taken = useCallback((ticket: TicketView) => {
    keepTicket(queries, ticket);
    onTaken(ticket.id);
  }, [queries, onTaken]);

  const respond = useCallback((ticketId: string, suggestion: Suggestion, response: "sent" | "edited" | "dismissed") => {
    // What became of a suggestion is only for learning: if the server does not get it, nobody at the desk has to know.
    void api.send("POST", path(ticketId, `suggestions/${encodeURIComponent(suggestion.id)}/response`), { response }).catch(() => undefined);
  }, [api]);

  const deliver = useCallback(async (one: Pick<Sending, "clientId" | "ticketId" | "text">) => {
    try {
      await api.send<MessageAnswer>("POST", path(one.ticketId, "messages"), { text: one.text, clientId: one.clientId });
      for (const suggestion of inserted.current.get(one.ticketId) ?? []) {
        const response = responseOf(suggestion.text, one.text);
        if (response) respond(one.ticketId, suggestion, response);
      }
      inserted.current.delete(one.ticketId);
    } catch (error) {
      if (gone.current || (error instanceof ApiError && error.status === 401)) {
        dispatch({ do: "drop", clientId: one.clientId });
        drafts.giveBack(one.ticketId, one.text);
        return;
      }
      dispatch({ do: "fail", clientId: one.clientId, why: errorWords(error, language) });
    }
  }, [api, drafts, language, respond]);

  const actions = useMemo(() => ({
    next: () => run(async () => {
      const answer = await api.send<TicketAnswer>("POST", "/tickets/next");
      if (answer) taken(answer.ticket);
      else tell(say("line.nobody-left"), "info");
    }),
    take: (ticketId: string) => run(async () => {
      const answer = await api.send<TicketAnswer>("POST", path(ticketId, "accept"));
      if (answer) taken(answer.ticket);
    }),
    close: (ticketId: string, disposition: Disposition) => run(async () => {
      const answer = await api.send<Partial<TicketAnswer>>("POST", path(ticketId, "close"), { disposition });
      if (answer?.ticket) keepTicket(queries, answer.ticket);
      tell(say("close.done"), "success");
    }),
    decline: (ticketId: string) => run(() => api.send("POST", path(ticketId, "decline")).then(() => undefined)),
    hold: (ticketId: string, minutes: number) => run(async () => {
      await api.send("POST", path(ticketId, "hold"), { minutes });
      tell(say("hold.done", { n: minutes }), "success");
    }),
    resume: (ticketId: string) => run(() => api.send("POST", path(ticketId, "resume")).then(() => undefined)),
    giveBack: (ticketId: string, errand: string | null) => run(async () => {
      const answer = await api.send<Partial<TicketAnswer>>("POST", path(ticketId, "return"), errand === null ? {} : { errand });
      if (answer?.ticket) keepTicket(queries, answer.ticket);
      tell(say("return.done"), "success");
    }),
    pass: (ticketId: string, to: PassTarget, comment: string) => run(async () => {
      await api.send("POST", path(ticketId, "transfer"), { to, comment });
      tell(say("pass.done"), "success");
    }),
    takeOver: (ticketId: string) => run(async () => {
      const answer = await api.send<TicketAnswer>("POST", path(ticketId, "take-over"));
      if (answer) taken(answer.ticket);
    }),
    /** Whether it was kept: what was written must not vanish with a failure. */
    async note(ticketId: string, text: string): Promise<boolean> {
      let kept = false;
      await run(async () => {
        await api.send("POST", path(ticketId, "notes"), { text });
        kept = true;
      });
      return kept;
    },
    viewing(ticketId: string, typing: boolean): void {
      void api.send("POST", path(ticketId, "viewing"), { typing }).catch(() => undefined); // said again soon, or the ticket is gone
    },
    send(ticketId: string, text: string): void {
      const clientId = crypto.randomUUID();
      dispatch({ do: "send", clientId, ticketId, text });
      void deliver({ clientId, ticketId, text });
    },
    retry(one: Sending): void {
      dispatch({ do: "retry", clientId: one.clientId });
      void deliver(one);
    },
    drop: (clientId: string) => dispatch({ do: "drop", clientId }),
    arrived: (clientIds: string[]) => dispatch({ do: "arrived", clientIds }),
    typing(ticketId: string): void {
      void api.send("POST", path(ticketId, "typing")).catch(() => undefined); // a missed typing sign is nothing to report
    },
    inserted(ticketId: string, suggestion: Suggestion): void {
      const known = inserted.current.get(ticketId) ?? [];
      inserted.current.set(ticketId, [...known.filter((one) => one.id !== suggestion.id), suggestion]);
    },
    dismiss: (ticketId: string, suggestion: Suggestion) => respond(ticketId, suggestion, "dismissed"),
  }), [api, deliver, queries, respond, run, say, taken, tell]);

  return { actions, messages, busy, tell };
}
