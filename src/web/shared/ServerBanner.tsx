import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useCommon } from "./preferences.tsx";
import type { StreamStatus } from "./live-stream.ts";
import { failingParts } from "./readiness.ts";

/** A cut shorter than this (a restart, a lift) heals before anybody needs to read about it. */
const patienceMs = 1_500;
const askAgainMs = 5_000;
const thanksMs = 4_000;

type Trouble = { why: "network" | "stream" } | { why: "not-ready"; parts: string };

/** Says what is wrong while the live connection is down, and that it is mended when it comes back. */
export function ServerBanner({ stream }: { stream: StreamStatus }) {
  const say = useCommon();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [healed, setHealed] = useState(false);
  const wasDown = useRef(false);

  useEffect(() => {
    if (stream === "live") {
      setTrouble(null);
      if (!wasDown.current) return;
      wasDown.current = false;
      setHealed(true);
      const timer = setTimeout(() => setHealed(false), thanksMs);
      return () => clearTimeout(timer);
    }
    if (stream !== "down") return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const found = await diagnose();
      if (stopped) return;
      wasDown.current = true;
      setTrouble(found);
      timer = setTimeout(() => void look(), askAgainMs);
    };
    timer = setTimeout(() => void look(), patienceMs);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [stream]);

  if (trouble) {
    const why = trouble.why === "not-ready" ? say("server.down.not-ready", { parts: trouble.parts }) : say(`server.down.${trouble.why}`);
    return <MessageBar intent="error" role="alert" data-testid="server-down"><MessageBarBody>{say("server.down", { why })}</MessageBarBody></MessageBar>;
  }
  if (healed) return <MessageBar intent="success" role="status"><MessageBarBody>{say("server.back")}</MessageBarBody></MessageBar>;
  return null;
}

async function diagnose(): Promise<Trouble> {
  try {
    const response = await fetch("/readyz", { cache: "no-store", signal: AbortSignal.timeout(askAgainMs) });
    if (response.ok) return { why: "stream" };
    return { why: "not-ready", parts: failingParts(await response.text()) };
  } catch {
    return { why: "network" };
  }
}
