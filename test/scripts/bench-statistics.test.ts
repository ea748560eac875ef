import { atLeast, atMost } from "../../scripts/bench/report.ts";
import { interleave, quantile, ratio, spread } from "../../scripts/bench/statistics.ts";
import { createScript, turnsPerConversation } from "../../scripts/bench/texts.ts";
import { countedWindow, type Side } from "../../scripts/bench/window.ts";

describe("a benchmark", () => {
  it("takes the middle of the values, whatever their order", () => {
    expect([quantile([3, 1, 2], 0.5), quantile([4, 1, 3, 2], 0.5), quantile([7], 0.9)]).toEqual([2, 2.5, 7]);
    expect(spread([5, 1, 2, 4, 3])).toEqual({ median: 3, low: 2, high: 4 });
    expect(quantile([], 0.5)).toBeNaN();
  });

  it("measures both sides in turn, the floor first", async () => {
    const order: string[] = [];
    const side = (name: string) => async () => void order.push(name);
    await interleave(3, side("floor"), side("ours"));
    expect(order).toEqual(["floor", "ours", "floor", "ours", "floor", "ours"]);
  });

  it("compares within a pair, so that a slow moment of the machine changes nothing", () => {
    const pairs = [{ floor: 100, ours: 50 }, { floor: 10, ours: 5 }, { floor: 1000, ours: 500 }];
    expect(ratio(pairs, (window) => window)).toEqual({ median: 0.5, low: 0.5, high: 0.5 });
  });

  it("misses a goal one step beyond its bound and not at it", () => {
    const value = (median: number) => ({ median, low: median, high: median });
    expect([atMost("", value(1.5), 1.5, 1, "").ok, atMost("", value(1.51), 1.5, 1, "").ok]).toEqual([true, false]);
    expect([atLeast("", value(0.6), 0.6, 1, "").ok, atLeast("", value(0.59), 0.6, 1, "").ok]).toEqual([true, false]);
    expect(atLeast("", value(NaN), 0.6, 1, "").ok).toBe(false);
    expect(atMost("", value(9), null, 1, "").ok).toBe(true);
  });

  it("takes exactly the turns asked for, all lanes together, and shares the CPU out over them", async () => {
    let cpu = 0;
    const lanes = new Set<number>();
    const side: Side = {
      cpuMs: () => cpu,
      turn: (lane) => {
        lanes.add(lane);
        cpu += 2;
        return Promise.resolve(7);
      },
    };
    const window = await countedWindow(side, 4, 10);
    expect(window).toMatchObject({ turns: 10, p50Ms: 7, cpuMsPerTurn: 2 });
    expect(lanes.size).toBe(4);
  });

  it("gives each lane a new conversation after ten turns, and no question twice in one", () => {
    const next = createScript("a");
    const turns = Array.from({ length: 2 * turnsPerConversation }, () => next(3));
    const [first, second] = [turns.slice(0, turnsPerConversation), turns.slice(turnsPerConversation)];
    expect([new Set(first.map(({ conversation }) => conversation)), new Set(second.map(({ conversation }) => conversation))]).toEqual([new Set(["a-3-0"]), new Set(["a-3-1"])]);
    expect(new Set(first.map(({ text }) => text)).size).toBe(turnsPerConversation);
    expect(next(4).conversation).toBe("a-4-0");
  });
});
