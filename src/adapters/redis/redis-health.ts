import type { Redis } from "ioredis";

export type Health = { ok(): boolean; stop(): void };

/** Asked once a second, so that readiness is answered from memory and is at most about four seconds old. Milliseconds. */
const askEvery = 1_000;

/** Whether Redis answers now. */
export function watchRedis(redis: Redis): Health {
  let answers = redis.status === "ready";
  const ask = async (): Promise<void> => {
    try {
      await redis.ping();
      answers = true;
    } catch {
      answers = false; // that is the reading
    }
  };
  const timer = setInterval(() => void ask(), askEvery);
  redis.on("ready", () => void ask());
  return { ok: () => answers && redis.status === "ready", stop: () => clearInterval(timer) };
}
