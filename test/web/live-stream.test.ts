import { keepStream, parseFrame, retryAfterMs } from "../../src/web/shared/live-stream.ts";
import type { Socket, StreamStatus } from "../../src/web/shared/live-stream.ts";
import { failingParts } from "../../src/web/shared/readiness.ts";
import { errorOf } from "../../src/web/shared/api-client.ts";
import { errorWords } from "../../src/web/shared/error-words.ts";

function stream() {
  const opened: { after: string | null; socket: Socket }[] = [];
  const statuses: StreamStatus[] = [];
  const frames: string[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const stop = keepStream({
    open(after) {
      const socket: Socket = { onopen: null, onmessage: null, onclose: null, close: () => undefined };
      opened.push({ after, socket });
      return socket;
    },
    onFrame: (frame) => frames.push(frame.type),
    onStatus: (status) => statuses.push(status),
    later(run, ms) {
      timers.push({ run, ms });
      return () => timers.splice(0);
    },
  });
  const last = (): Socket => opened[opened.length - 1]?.socket ?? { onopen: null, onmessage: null, onclose: null, close: () => undefined };
  return {
    opened, statuses, frames, timers, stop,
    hear: (frame: object) => last().onmessage?.({ data: JSON.stringify(frame) }),
    cut: (code = 1006) => last().onclose?.(code),
    wait: () => timers.splice(0).forEach(({ run }) => run()),
  };
}

describe("the live stream", () => {
  it("resumes after the last cursor it saw", () => {
    const live = stream();
    live.hear({ cursor: "5", type: "hello" });
    live.hear({ cursor: "6", type: "events", conversationId: "c", events: [] });
    live.cut();
    live.wait();
    expect(live.opened.map(({ after }) => after)).toEqual([null, "6"]);
    expect(live.statuses).toEqual(["connecting", "live", "down", "down"]);
  });

  it("starts from now when the server does not know the cursor", () => {
    const live = stream();
    live.hear({ cursor: "5", type: "hello" });
    live.cut(4400);
    live.wait();
    expect(live.opened.map(({ after }) => after)).toEqual([null, null]);
  });

  it("waits longer after each failure, and starts over once it was live", () => {
    const live = stream();
    for (let i = 0; i < 3; i += 1) {
      live.cut();
      expect(live.timers[0]?.ms).toBe(retryAfterMs(i));
      live.wait();
    }
    live.hear({ cursor: "1", type: "hello" });
    live.cut();
    expect(live.timers[0]?.ms).toBe(retryAfterMs(0));
    expect(retryAfterMs(30)).toBe(10_000);
  });

  it("is silent after it was stopped", () => {
    const live = stream();
    live.stop();
    live.hear({ cursor: "1", type: "hello" });
    live.cut();
    expect(live.frames).toEqual([]);
    expect(live.timers).toEqual([]);
  });

  it.each(["", "{", "null", "7", '{"type":"hello"}', '{"cursor":"1","type":"news"}', undefined])("passes over what is no frame: %s", (data) => {
    expect(parseFrame(data)).toBeNull();
  });
});

describe("a failing server", () => {
  it("is described by its failing parts, in any of the shapes of readiness", () => {
    expect(failingParts('{"failing":["redis"]}')).toBe("redis");
    expect(failingParts('{"parts":{"redis":"down","models":"ok"}}')).toBe("redis");
    expect(failingParts('{"error":{"message":"starting"}}')).toBe("starting");
    expect(failingParts("Bad gateway")).toBe("Bad gateway");
  });

  it("says in words what went wrong, and who was quicker", () => {
    const taken = errorOf(409, { error: { code: "already-accepted", message: "x", details: { by: { id: "a2", name: "Luis" } } } });
    expect(errorWords(taken, "es")).toBe("Lo ha cogido Luis.");
    expect(errorWords(errorOf(409, { error: { code: "already-accepted", message: "x", details: { by: "Luis" } } }), "en")).toBe("Luis has taken it.");
    expect(errorWords(errorOf(503, "<html>"), "en")).toBe("The server cannot save it right now.");
    expect(errorWords(errorOf(418, { error: { code: "teapot", message: "x" } }), "en")).toContain("teapot");
  });
});
