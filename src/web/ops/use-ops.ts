import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Analytics, PolicyView, WhisperUses } from "../../api/contract.ts";
import { keepStream, openStream } from "../shared/live-stream.ts";
import type { StreamStatus } from "../shared/live-stream.ts";
import { useApi } from "../shared/session.tsx";
import { todayQuery } from "./today.ts";

/** Frames come in bursts; the counts are asked for once per burst and at most this often. */
const gatherMs = 2_000;

export function usePolicy(): { policy: PolicyView | null; failed: unknown } {
  const api = useApi();
  const { data, error } = useQuery({ queryKey: ["policy"], queryFn: () => api.get<PolicyView>("/policy") });
  return { policy: data ?? null, failed: error };
}

export function useToday(): { analytics: Analytics | null; at: number; failed: unknown; fetching: boolean; refresh(): void } {
  const api = useApi();
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery({
    queryKey: ["analytics"],
    queryFn: () => api.get<Analytics>(`/analytics?${todayQuery(new Date())}`),
    // Not every role gets every event on the stream; whoever comes back to the window sees the present.
    refetchOnWindowFocus: "always",
  });
  return { analytics: data ?? null, at: dataUpdatedAt, failed: error, fetching: isFetching, refresh: () => void refetch() };
}

export function useSuggestionUses(): { uses: WhisperUses | null; failed: unknown } {
  const api = useApi();
  const { data, error } = useQuery({ queryKey: ["whisper-uses"], queryFn: () => api.get<WhisperUses>("/whisper/uses"), refetchOnWindowFocus: "always" });
  return { uses: data ?? null, failed: error };
}

/** Asks for the counts again when something has happened. */
export function useLiveCounts(): StreamStatus {
  const queries = useQueryClient();
  const [status, setStatus] = useState<StreamStatus>("connecting");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        void queries.invalidateQueries({ queryKey: ["analytics"] });
      }, gatherMs);
    };
    const stop = keepStream({
      open: openStream,
      onStatus(next) {
        setStatus(next);
        if (next === "live") void queries.invalidateQueries();
      },
      onFrame(frame) {
        if (frame.type !== "hello" && frame.type !== "typing") soon();
      },
      later(run, ms) {
        const own = setTimeout(run, ms);
        return () => clearTimeout(own);
      },
    });
    return () => {
      if (timer) clearTimeout(timer);
      stop();
    };
  }, [queries]);
  return status;
}
