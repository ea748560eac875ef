import WebSocket from "ws";
import type { StreamFrame } from "../../src/api/contract.ts";

export type DeskStream = {
  /** All frames so far. */
  frames: StreamFrame[];
  /** Waits until a frame fits; looks at all frames from the first. */
  until(fits: (frame: StreamFrame) => boolean): Promise<StreamFrame>;
  /** The code the other side closed with. */
  closed: Promise<number>;
  /** Ends it without a close frame, as a lost network does. */
  cut(): void;
};

/** The desk's live stream as a program opens it. Rejects with the status when the upgrade is refused. */
export async function openDeskStream(url: string, { token, after, headers }: { token?: string; after?: string; headers?: Record<string, string> }): Promise<DeskStream> {
  const query = new URLSearchParams({ ...(token === undefined ? {} : { token }), ...(after === undefined ? {} : { after }) });
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/api/v1/stream?${query}`, { headers });
  const frames: StreamFrame[] = [];
  const waiting = new Set<() => void>();
  socket.on("message", (data) => {
    frames.push(JSON.parse((data as Buffer).toString()) as StreamFrame);
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve, reject) => {
    socket.on("unexpected-response", (_request, { statusCode }) => reject(new Error(`refused with ${statusCode}`)));
    socket.once("open", () => resolve()).once("error", reject);
  });
  return {
    frames,
    closed: new Promise((resolve) => socket.on("close", (code) => resolve(code))),
    cut: () => socket.terminate(),
    until: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = frames.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
