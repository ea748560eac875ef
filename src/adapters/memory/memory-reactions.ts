import type { ReactionStore, SuggestionUse } from "../../app/ports.ts";
import type { RememberedReply } from "../../core/reactions/remembered-reply.ts";

/** What the whisper remembers, in memory: for tests. Keeps the same contract as the one on Redis. */
export function createMemoryReactions(): ReactionStore {
  const kept = new Map<string, string>();
  const changes: string[] = [];
  const uses: Record<string, Partial<Record<SuggestionUse, number>>> = {};
  const shown = new Map<string, Set<string>>();
  let followed = 0;
  const read = (conversationId: string): { conversationId: string; replies: RememberedReply[] | null } => {
    const text = kept.get(conversationId);
    return { conversationId, replies: text === undefined ? null : (JSON.parse(text) as RememberedReply[]) };
  };
  return {
    put(entries, followedTo) {
      for (const { conversationId, replies } of entries) {
        kept.set(conversationId, JSON.stringify(replies));
        changes.push(conversationId);
      }
      followed = followedTo;
      return Promise.resolve();
    },
    of: (conversationId) => Promise.resolve(read(conversationId).replies ?? []),
    forget(conversationId) {
      kept.delete(conversationId);
      changes.push(conversationId);
      return Promise.resolve();
    },
    clear() {
      kept.clear();
      changes.push("*");
      followed = 0;
      return Promise.resolve();
    },
    followedTo: () => Promise.resolve(followed),
    changes(since) {
      const named = [...new Set(changes.slice(Number(since ?? 0)))];
      const whole = since === null || named.includes("*");
      return Promise.resolve({ mark: String(changes.length), whole, changed: (whole ? [...kept.keys()] : named).map(read) });
    },
    show(ticketId, templates) {
      const before = shown.get(ticketId) ?? new Set<string>();
      for (const template of templates) {
        if (before.has(template)) continue;
        before.add(template);
        uses[template] = { ...uses[template], shown: (uses[template]?.shown ?? 0) + 1 };
      }
      shown.set(ticketId, before);
      return Promise.resolve();
    },
    wasShown: (ticketId, template) => Promise.resolve(shown.get(ticketId)?.has(template) === true),
    count(template, what) {
      uses[template] = { ...uses[template], [what]: (uses[template]?.[what] ?? 0) + 1 };
      return Promise.resolve();
    },
    counts: () => Promise.resolve(structuredClone(uses)),
  };
}
