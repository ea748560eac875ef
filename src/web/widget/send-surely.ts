import type { Observable, Observer } from "./web-chat.ts";

type Activity = Record<string, unknown>;

/** Web Chat gives a message up for good after 5 minutes; ours ends a little before, so that its retry button is never beside a message still on its way. */
export const givesUpAfterMs = 290_000;

/** Quick at first, for a server that restarts; then calm. */
export const resendAfterMs = (attempt: number): number => Math.min(5_000, 500 * 2 ** attempt);

type Parts = {
  /** As Direct Line's client has it: emits the id, or "retry" where the server could not be reached or could not keep the message; fails where it was refused. */
  post(activity: Activity): Observable<string>;
  later(run: () => void, ms: number): void;
  now(): number;
  /** Whether messages get through, told with each attempt. */
  onReach(reached: boolean): void;
};

/**
 * Posts until the server has the activity. Each attempt carries the same clientActivityID, by which the server knows it again:
 * the customer's words arrive once, however often they were sent.
 */
export function sendSurely({ post, later, now, onReach }: Parts): (activity: Activity) => Observable<string> {
  return (activity) => ({
    subscribe(next, failed) {
      const observer: Observer<string> = typeof next === "function" ? { next, ...(failed ? { error: failed } : {}) } : next;
      const began = now();
      let stopped = false;
      const attempt = (n: number): void => {
        if (stopped) return;
        let answered = false;
        const again = (): void => {
          if (answered || stopped) return;
          answered = true;
          onReach(false);
          if (now() - began + resendAfterMs(n) > givesUpAfterMs) observer.error?.(new Error("the server could not be reached"));
          else later(() => attempt(n + 1), resendAfterMs(n));
        };
        post(activity).subscribe({
          next(id) {
            if (id === "retry") return again();
            answered = true;
            onReach(true);
            observer.next?.(id);
            observer.complete?.();
          },
          error(error) {
            if (answered) return;
            answered = true;
            observer.error?.(error);
          },
        });
      };
      attempt(0);
      return {
        unsubscribe() {
          stopped = true;
        },
      };
    },
  });
}
