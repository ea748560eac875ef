/** Who waits for the reply to which message. */
export type Replies = {
  /** Resolves with the first reply to this message; rejects when none comes. */
  to(messageId: string, text: string): Promise<void>;
  arrived(messageId: string): void;
};

// A channel gives up after 15 seconds; a turn that takes longer is lost to its customer.
const patienceMs = 15_000;

export function createReplies(): Replies {
  const waiting = new Map<string, () => void>();
  return {
    to: (messageId, text) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no reply to ${JSON.stringify(text)} within ${patienceMs} ms`)), patienceMs);
        waiting.set(messageId, () => {
          clearTimeout(timer);
          waiting.delete(messageId);
          resolve();
        });
      }),
    arrived: (messageId) => waiting.get(messageId)?.(),
  };
}
