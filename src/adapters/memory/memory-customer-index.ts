import type { CustomerIndex } from "../../app/ports.ts";

/** The conversations of each customer, for one process. */
export function createMemoryCustomerIndex(): CustomerIndex {
  const known = new Map<string, Map<string, number>>();
  let kept: string | null = null;
  return {
    add(customerId, conversationId, at) {
      known.set(customerId, (known.get(customerId) ?? new Map<string, number>()).set(conversationId, at));
      return Promise.resolve();
    },
    of: (customerId) => Promise.resolve([...(known.get(customerId) ?? [])].map(([conversationId, at]) => ({ conversationId, at })).sort((a, b) => b.at - a.at)),
    forget(customerId) {
      known.delete(customerId);
      return Promise.resolve();
    },
    cursor: () => Promise.resolve(kept),
    keepCursor(cursor) {
      kept = cursor;
      return Promise.resolve();
    },
  };
}
