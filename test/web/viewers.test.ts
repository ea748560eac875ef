import { stillThere, viewersOf, withViewer } from "../../src/web/desk/viewers.ts";

const frame = (id: string, conversationId: string, typing = false) => ({ cursor: "1", type: "viewing" as const, conversationId, agent: { id, name: id }, typing });
const minute = 60_000;

describe("colleagues who look at a conversation", () => {
  it("shows each once, and only where they are now", () => {
    const viewers = [frame("ana", "c1"), frame("ana", "c1"), frame("ben", "c1"), frame("ana", "c2")].reduce((seen, one) => withViewer(seen, one, 0), withViewer([], frame("eva", "c2"), 0));
    expect(viewersOf(viewers, "c1").map(({ id }) => id)).toEqual(["ben"]);
    expect(viewersOf(viewers, "c2").map(({ id }) => id)).toEqual(["eva", "ana"]);
  });

  it("lets whoever is not told of again go after a while, writing much sooner than reading", () => {
    const viewers = withViewer(withViewer([], frame("ana", "c1", true), 0), frame("ben", "c1"), 0);
    expect(stillThere(viewers, 10_000).map(({ id }) => id)).toEqual(["ben"]);
    expect(stillThere(viewers, minute)).toEqual([]);
    expect(stillThere(viewers, 1)).toBe(viewers);
  });
});
