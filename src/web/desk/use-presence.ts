import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { HeartbeatAnswer, Me, Presence } from "../../api/contract.ts";
import { ApiError } from "../shared/api-client.ts";
import { useApi } from "../shared/session.tsx";
import { idleState } from "./idle.ts";
import type { Idle } from "./idle.ts";

/** Until the server has said its own pace. */
const firstBeatSeconds = 15;

/** How often idleness is looked at: the warning counts in seconds. */
const idleLookMs = 1_000;

/** `minutes` ends it by itself. */
export type PresenceChoice = { offers?: boolean; minutes?: number };

type OwnPresence = { presence: Presence; offers: boolean; idle: Idle; choose(presence: Presence, more?: PresenceChoice): Promise<void>; here(): void; wentAway: boolean };

/** Own presence: on at sign-in, kept alive by heartbeats at the server's pace, away by itself after a warning. */
export function usePresence(me: Me, streamStatus: string): OwnPresence {
  const api = useApi();
  const [presence, setPresence] = useState<Presence>("available");
  const [idle, setIdle] = useState<Idle>({ state: "here" });
  const [wentAway, setWentAway] = useState(false);
  const lastSign = useRef(0);
  const wanted = useRef<Presence>("available");
  const pausing = useRef(false);
  const [offers, setOffers] = useState(me.offers);

  const choose = useCallback(async (next: Presence, more: PresenceChoice = {}) => {
    wanted.current = next;
    pausing.current = more.minutes !== undefined;
    await api.send("PUT", "/me/presence", { presence: next, ...more });
    setPresence(next);
    if (more.offers !== undefined) setOffers(more.offers);
    setWentAway(false);
    lastSign.current = Date.now();
  }, [api]);

  // Said at sign-in and again whenever the connection comes back: a restarted server has to know who is there.
  useEffect(() => {
    if (streamStatus !== "live") return;
    void api.send("PUT", "/me/presence", { presence: wanted.current }).then(() => setPresence(wanted.current), () => undefined);
  }, [api, me.id, streamStatus]);

  // The server makes away who lets an offer pass unseen or leaves a customer without a word, and ends a pause.
  const follow = useEffectEvent((known: Presence) => {
    const madeAway = known === "away" && wanted.current === "available";
    const pauseOver = known === "available" && pausing.current;
    if (!madeAway && !pauseOver) return;
    wanted.current = known;
    pausing.current = false;
    setPresence(known);
    setWentAway(madeAway);
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const beat = async (): Promise<void> => {
      let seconds = firstBeatSeconds;
      try {
        const answer = await api.send<HeartbeatAnswer>("POST", "/me/heartbeat");
        seconds = answer?.everySeconds ?? seconds;
        if (answer) follow(answer.presence);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error; // a missed beat shows as the banner of the stream; the next one heals it
      }
      if (!stopped) timer = setTimeout(() => void beat(), seconds * 1000);
    };
    void beat();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [api]);

  const look = useEffectEvent(() => {
    const next = idleState(Date.now() - lastSign.current);
    setIdle((now) => (now.state === "here" && next.state === "here" ? now : next));
    if (next.state === "away" && presence === "available") void choose("away").then(() => setWentAway(true), () => undefined); // asked again at the next look
  });

  useEffect(() => {
    const sign = (): void => {
      lastSign.current = Date.now();
    };
    sign();
    const kinds = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
    for (const kind of kinds) addEventListener(kind, sign, { passive: true });
    const looking = setInterval(() => look(), idleLookMs);
    return () => {
      clearInterval(looking);
      for (const kind of kinds) removeEventListener(kind, sign);
    };
  }, []);

  return {
    presence, offers, idle, choose, wentAway,
    here() {
      lastSign.current = Date.now();
      setIdle({ state: "here" });
    },
  };
}
