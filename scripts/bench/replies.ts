/** Who waits for the reply to which message. */
export type Replies = {
  /** Resolves with the first reply to this message; rejects, saying what was waited for, when none comes. */
  to(messageId: string, what: () => string): Promise<void>;
  arrived(messageId: string): void;
};

// A channel gives up after 15 seconds; a turn that takes longer is lost to its customer.
const patienceMs = 15_000;

export function createReplies(): Replies {
  const waiting = new Map<string, () => void>();
  return {
    to: (messageId, what) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no reply within ${patienceMs} ms: ${what()}`)), patienceMs);
        waiting.set(messageId, () => {
          clearTimeout(timer);
          waiting.delete(messageId);
          resolve();
        });
      }),
    arrived: (messageId) => waiting.get(messageId)?.(),
  };
}
