import { quantile } from "./statistics.ts";

export type Window = { turns: number; turnsPerSecond: number; p50Ms: number; cpuMsPerTurn: number };

/** One side of a comparison: takes one turn and gives its latency; `lane` is who of those at once takes it. */
export type Side = { turn(lane: number): Promise<number>; cpuMs(): number };

/** Keeps `atOnce` turns going for the given time, lets those in flight end, and measures over all of it. */
export async function timedWindow(side: Side, atOnce: number, ms: number): Promise<Window> {
  const start = performance.now();
  return measure(side, atOnce, () => performance.now() - start < ms);
}

/** Takes a given number of turns, `atOnce` at a time. */
export async function countedWindow(side: Side, atOnce: number, turns: number): Promise<Window> {
  let left = turns;
  return measure(side, atOnce, () => left-- > 0);
}

async function measure(side: Side, atOnce: number, goOn: () => boolean): Promise<Window> {
  const latencies: number[] = [];
  const started = performance.now();
  const cpuBefore = side.cpuMs();
  const lane = async (number: number) => {
    while (goOn()) latencies.push(await side.turn(number));
  };
  await Promise.all(Array.from({ length: atOnce }, (_, number) => lane(number)));
  const seconds = (performance.now() - started) / 1000;
  return { turns: latencies.length, turnsPerSecond: latencies.length / seconds, p50Ms: quantile(latencies, 0.5), cpuMsPerTurn: (side.cpuMs() - cpuBefore) / latencies.length };
}
