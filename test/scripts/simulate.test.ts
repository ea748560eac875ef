import { agentLines, personas } from "../../scripts/simulate/personas.ts";
import { createRandom } from "../../scripts/simulate/random.ts";
import { standing } from "../../scripts/simulate/standing.ts";
import { emptyTally, printedSummary, summary, type Outcome } from "../../scripts/simulate/tally.ts";

describe("a simulated run", () => {
  it("is repeated by its seed and changed by another", () => {
    const numbers = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
    expect(numbers(7).every((value) => value >= 0 && value < 1)).toBe(true);
  });

  it("draws whole numbers from the lowest to the highest, both included", () => {
    const random = createRandom(1);
    expect(new Set(Array.from({ length: 200 }, () => random.between(2, 4)))).toEqual(new Set([2, 3, 4]));
  });

  it("has every persona in both languages, with as much to say", () => {
    for (const { script: { es, en } } of personas) {
      expect([en.lines.length, en.toPerson.length]).toEqual([es.lines.length, es.toPerson.length]);
      expect(es.lines.length).toBeGreaterThan(0);
    }
    expect(Object.keys(agentLines.es)).toEqual(Object.keys(agentLines.en));
  });

  it("counts how conversations ended and names each lost one", () => {
    const outcomes: Outcome[] = ["answered", "answered", "served", "in line", "with a person", "lost", "message taken"];
    const tally = { ...emptyTally(), outcomes: outcomes.map((outcome, index) => ({ conversationId: `c${index}`, persona: "p", outcome, ...(outcome === "lost" ? { why: "no reply" } : {}) })), replyMs: [30, 10, 20] };
    expect(summary(tally)).toMatchObject({ conversations: 7, answered: 2, served: 1, inLine: 1, withPerson: 1, messageTaken: 1, lost: 1, replyMs: { p50: 20, max: 30, n: 3 }, waitMs: null });
    expect(printedSummary(tally)).toContain("lost: c5 (p): no reply");
    expect(printedSummary(emptyTally())).toContain("every conversation was answered");
  });
});

describe("how a conversation stands at the end", () => {
  const gone = new Set(["agent8"]);
  const by = (status: "waiting" | "accepted" | "message" | "offered", agentId: string | null = null) => standing({ status, agentId }, [], gone).outcome;

  it("is by its open ticket, and nobody is with who is gone", () => {
    expect([by("waiting"), by("offered"), by("message"), by("accepted", "agent1"), by("accepted", "agent8")]).toEqual(["in line", "in line", "message taken", "with a person", "lost"]);
  });

  it("is by what was said last where no ticket is open", () => {
    const after = (...events: string[]) => standing(undefined, events, gone).outcome;
    expect(after("TurnReceived", "ReplyRecorded")).toBe("answered");
    expect(after("TurnReceived", "ReplyRecorded", "TicketClosed")).toBe("served");
    expect(after("TicketClosed", "TurnReceived", "ReplyRecorded")).toBe("answered");
    expect(after("TurnReceived", "ReplyRecorded", "TurnReceived")).toBe("lost");
  });
});
