import type { ReactionStore } from "../../src/app/ports.ts";
import type { RememberedReply } from "../../src/core/reactions/remembered-reply.ts";
import { noon } from "../support/given.ts";

const reply = (replyId: string): RememberedReply => ({
  replyId, at: noon, by: "person", author: "k", text: "lo miro", known: null, language: "es", emotion: "angry", before: -0.8, after: [0], intent: null, suggested: null, context: [{ speaker: "customer", text: "no llega" }],
});

/** What every keeper of the whisper's memory must do. `make` gives an empty one. */
export function describeReactionStore(name: string, make: () => Promise<ReactionStore>): void {
  describe(`what the whisper remembers, ${name}`, () => {
    let store: ReactionStore;
    beforeEach(async () => { store = await make(); });
    const ids = ({ changed }: Awaited<ReturnType<ReactionStore["changes"]>>): string[] => changed.map(({ conversationId }) => conversationId).sort();

    test("gives back what was put, as it was put, and how far the feed was followed", async () => {
      expect(await store.followedTo()).toBe(0);
      await store.put([{ conversationId: "c1", replies: [reply("r1")] }, { conversationId: "c2", replies: [] }], noon);
      expect(await store.followedTo()).toBe(noon);
      const all = await store.changes(null);
      expect(all.whole).toBe(true);
      expect(all.changed.find(({ conversationId }) => conversationId === "c1")?.replies).toEqual([reply("r1")]);
    });

    test("gives what is kept of one conversation, and nothing once it is forgotten", async () => {
      await store.put([{ conversationId: "c1", replies: [reply("r1")] }, { conversationId: "c2", replies: [reply("r2")] }], noon);
      expect(await store.of("c1")).toEqual([reply("r1")]);
      await store.forget("c1");
      expect(await store.of("c1")).toEqual([]);
    });

    test("tells another process what changed since it last asked, each conversation once, and nothing twice", async () => {
      await store.put([{ conversationId: "c1", replies: [reply("r1")] }], noon);
      const first = await store.changes(null);
      await store.put([{ conversationId: "c2", replies: [reply("r2")] }], noon);
      await store.put([{ conversationId: "c2", replies: [reply("r2"), reply("r3")] }], noon);
      const next = await store.changes(first.mark);
      expect({ whole: next.whole, ids: ids(next) }).toEqual({ whole: false, ids: ["c2"] });
      expect(next.changed[0]?.replies).toHaveLength(2);
      expect((await store.changes(next.mark)).changed).toEqual([]);
    });

    test("forgets a conversation and tells that it did", async () => {
      await store.put([{ conversationId: "c1", replies: [reply("r1")] }, { conversationId: "c2", replies: [reply("r2")] }], noon);
      const { mark } = await store.changes(null);
      await store.forget("c1");
      expect((await store.changes(mark)).changed).toEqual([{ conversationId: "c1", replies: null }]);
      expect(ids(await store.changes(null))).toEqual(["c2"]);
    });

    test("tells that everything was cleared, so that what was known before is void", async () => {
      await store.put([{ conversationId: "c1", replies: [reply("r1")] }], noon);
      const { mark } = await store.changes(null);
      await store.clear();
      await store.put([{ conversationId: "c2", replies: [reply("r2")] }], noon);
      const next = await store.changes(mark);
      expect({ whole: next.whole, ids: ids(next) }).toEqual({ whole: true, ids: ["c2"] });
    });

    test("knows what was shown for a ticket, and counts it once however often it is shown there", async () => {
      await store.show("k1", ["a", "b"]);
      await store.show("k1", ["b"]);
      await store.show("k2", ["b"]);
      await store.show("k2", []);
      expect(await Promise.all([store.wasShown("k1", "a"), store.wasShown("k2", "a"), store.wasShown("k3", "b")])).toEqual([true, false, false]);
      expect(await store.counts()).toEqual({ a: { shown: 1 }, b: { shown: 2 } });
    });

    test("counts what became of suggestions, by template", async () => {
      await store.count("ack late", "shown");
      await store.count("ack late", "shown");
      await store.count("ack late", "dismissed");
      await store.count("other", "sent");
      expect(await store.counts()).toEqual({ "ack late": { shown: 2, dismissed: 1 }, other: { sent: 1 } });
    });
  });
}
