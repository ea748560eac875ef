import { givesUpAfterMs, resendAfterMs, sendSurely } from "../../src/web/widget/send-surely.ts";
import type { Observer } from "../../src/web/widget/web-chat.ts";

/** A line that answers each attempt in turn: an id, "retry", or an error. */
function line(...answers: (string | Error)[]) {
  const posted: unknown[] = [];
  const reached: boolean[] = [];
  const outcome: string[] = [];
  const waiting: (() => void)[] = [];
  let time = 0;
  const send = sendSurely({
    post(activity) {
      posted.push(activity);
      const answer = answers.shift() ?? "retry";
      return {
        subscribe(next) {
          const observer: Observer<string> = typeof next === "function" ? { next } : next;
          if (answer instanceof Error) observer.error?.(answer);
          else observer.next?.(answer);
          return { unsubscribe: () => undefined };
        },
      };
    },
    later(run, ms) {
      waiting.push(() => {
        time += ms;
        run();
      });
    },
    now: () => time,
    onReach: (one) => reached.push(one),
  });
  const subscription = send({ text: "hola", channelData: { clientActivityID: "1" } })
    .subscribe({ next: (id) => outcome.push(id), error: () => outcome.push("failed"), complete: () => outcome.push("complete") });
  return { posted, reached, outcome, waiting, subscription, pass: () => waiting.splice(0).forEach((run) => run()) };
}

describe("a message on a bad line", () => {
  it("goes out once when the line is good", () => {
    const { posted, outcome, waiting } = line("a1");
    expect([posted.length, outcome, waiting.length]).toEqual([1, ["a1", "complete"], 0]);
  });

  it("is sent again, as the same message, until the server has it", () => {
    const bad = line("retry", "retry", "a1");
    bad.pass();
    bad.pass();
    expect(bad.posted).toEqual(Array.from({ length: 3 }, () => ({ text: "hola", channelData: { clientActivityID: "1" } })));
    expect(bad.reached).toEqual([false, false, true]);
    expect(bad.outcome).toEqual(["a1", "complete"]);
  });

  it("is not sent again when the server refuses it", () => {
    const refused = line(new Error("403"));
    expect(refused.outcome).toEqual(["failed"]);
    expect(refused.waiting).toEqual([]);
  });

  it("is given up before Web Chat would, and says so", () => {
    const dead = line();
    while (dead.waiting.length > 0) dead.pass();
    expect(dead.outcome).toEqual(["failed"]);
    expect(dead.posted.length).toBeGreaterThan(givesUpAfterMs / resendAfterMs(99) - 1);
  });

  it("is let go when nobody waits for it any more", () => {
    const left = line("retry");
    left.subscription.unsubscribe();
    left.pass();
    expect(left.posted).toHaveLength(1);
  });
});
