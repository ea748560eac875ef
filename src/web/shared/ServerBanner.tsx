import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useState } from "react";
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

  useEffect(() => {
    if (stream === "connecting") return;
    if (stream === "live") {
      const timer = setTimeout(() => setTrouble(null), thanksMs);
      return () => clearTimeout(timer);
    }
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const found = await diagnose();
      if (stopped) return;
      setTrouble(found);
      timer = setTimeout(() => void look(), askAgainMs);
    };
    timer = setTimeout(() => void look(), patienceMs);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [stream]);

  if (trouble && stream === "live") return <MessageBar intent="success" role="status"><MessageBarBody>{say("server.back")}</MessageBarBody></MessageBar>;
  if (trouble) {
    const why = trouble.why === "not-ready" ? say("server.down.not-ready", { parts: trouble.parts }) : say(`server.down.${trouble.why}`);
    return <MessageBar intent="error" role="alert" data-testid="server-down"><MessageBarBody>{say("server.down", { why })}</MessageBarBody></MessageBar>;
  }
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
