/** Conversations are spread over this many partitions, each with a feed of its own; fixed, for the keys carry it. */
export const partitions = 64;

/** Partition of a conversation: FNV-1a over its id. */
export function partitionOf(conversationId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < conversationId.length; index += 1) {
    hash = Math.imul(hash ^ conversationId.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % partitions;
}
