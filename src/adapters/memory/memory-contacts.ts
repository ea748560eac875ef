import type { Contacts } from "../../app/ports.ts";

/** When each customer last began a conversation, for one process. */
export function createMemoryContacts(): Contacts {
  const last = new Map<string, { conversationId: string; at: number }>();
  return {
    begin(customerId, conversationId, at) {
      const earlier = last.get(customerId);
      if (earlier?.conversationId === conversationId) return Promise.resolve(null);
      last.set(customerId, { conversationId, at });
      return Promise.resolve(earlier?.at ?? null);
    },
    forget(customerId) {
      last.delete(customerId);
      return Promise.resolve();
    },
  };
}
