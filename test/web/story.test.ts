import { conversationOf, withEvents, withView } from "../../src/web/desk/conversation-state.ts";
import { latestTurn, personSpokeLast, storyOf, whyHere } from "../../src/web/desk/story.ts";
import { triedWords } from "../../src/web/desk/tried-words.ts";
import { decided, events, handedOff, replied, said, understood, view } from "./given.ts";

const talk = events(1,
  said("u1", "¿Dónde está?"), understood("u1", "neutral"), decided("u1", { kind: "start", dialog: "order-status", intent: "order-status" }), replied("assistant", "En camino"),
  said("u2", "¡Harto!"), understood("u2", "angry"), decided("u2", { kind: "clarify", stage: 1, options: [] }), replied("assistant", "¿Cuál?"),
  said("u3", "Una persona"), decided("u3", { kind: "relay" }), handedOff("u3"), replied("assistant", "Le paso", { notice: "handoff" }),
);

describe("a conversation on the desk", () => {
  it("grows by the events of a frame, each once", () => {
    const known = conversationOf(view(talk));
    const result = withEvents(known, events(12, replied("assistant", "Le paso", { notice: "handoff" }), said("u4", "¿Hola?")));
    expect(result.kind).toBe("grown");
    if (result.kind === "grown") expect(result.conversation.events.map((event) => event.version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it("sees that events are missing in between", () => {
    expect(withEvents(conversationOf(view(talk)), events(14, said("u9", "x"))).kind).toBe("gap");
  });

  it("fills the gap from an answer, whatever came before it", () => {
    const known = conversationOf(view(talk.slice(0, 4)));
    expect(withView(known, view(talk.slice(2))).events).toEqual(talk);
  });
});

describe("the story", () => {
  it("shows what each party said, with the customer's emotion at each turn and the words it rests on", () => {
    const story = storyOf(conversationOf(view(talk)));
    expect(story.map((item) => item.kind)).toEqual(["turn", "reply", "turn", "reply", "turn", "handoff", "notice"]);
    expect(story[2]).toMatchObject({ text: "¡Harto!", reading: { emotion: "angry", confidence: 0.9, evidence: ["harto"] }, corrected: false });
    expect(story[4]).toMatchObject({ reading: null });
  });

  it("shows a person's correction in place of the reading", () => {
    const corrected = [...talk, ...events(13, { type: "ReadingCorrected", turnId: "u2", agent: { id: "a1", name: "Marta" }, emotion: "sad", intent: null })];
    expect(storyOf(conversationOf(view(corrected)))[2]).toMatchObject({ reading: { emotion: "sad" }, corrected: true });
  });

  it("says which reply did not reach the customer", () => {
    const failing = [...talk, ...events(13, replied("person", "Hola"), { type: "ReplyFailed", replyId: "reply Hola", why: "refused" })];
    expect(storyOf(conversationOf(view(failing))).at(-1)).toMatchObject({ kind: "reply", author: "person", failed: true });
  });

  it("counts the welcome as talk of the assistant and other notices as notices", () => {
    const story = storyOf(conversationOf(view(events(1, replied("assistant", "Hola", { notice: "welcome" }), replied("system", "Puesto 1")))));
    expect(story.map((item) => item.kind)).toEqual(["reply", "notice"]);
  });
});

describe("how a customer leaves", () => {
  const marta = { id: "a1", name: "Marta" };
  const accepted = { type: "TicketAccepted", ticketId: "t1", agent: marta } as const;
  const left = { type: "TicketAbandoned", ticketId: "t1", by: "customer" } as const;
  const ended = { type: "ConversationEnded", by: "customer" } as const;
  const marks = (...bare: Parameters<typeof events>[1][]) =>
    storyOf(conversationOf(view(events(1, handedOff("u1"), ...bare)))).flatMap((item) => (item.kind === "mark" ? [[item.mark, item.values["agent"]]] : []));

  it("is leaving the line while nobody has taken them", () => {
    expect(marks(left)).toEqual([["abandoned", undefined]]);
    expect(marks(accepted, { type: "TicketRequeued", ticketId: "t1", why: "agent-gone", agent: marta }, left).at(-1)).toEqual(["abandoned", undefined]);
  });

  it("is ending the chat with the person they have, said once", () => {
    expect(marks(accepted, left, ended)).toEqual([["accepted", "Marta"], ["ended-with", "Marta"]]);
  });

  it("is going back to the assistant when they leave a person and do not end the chat", () => {
    expect(marks(accepted, left, said("u2", "¿Y el horario?"))).toEqual([["accepted", "Marta"], ["left-person", "Marta"]]);
  });

  it("is nothing at all when they only ask for a person again", () => {
    expect(marks({ type: "MessageLeft", ticketId: "t1" }, { ...left, by: "newer-ticket" })).toEqual([["message-left", undefined]]);
  });
});

describe("why a conversation is here", () => {
  it("follows a customer who gets worse while waiting: the reason and the message are the later ones", () => {
    const reason = { rule: "safety", danger: "medical" } as const;
    const worse = [...talk, ...events(13, said("u4", "no puedo respirar"), { type: "TicketReprioritised", ticketId: "t1", turnId: "u4", reason, line: { language: "es", agentSkill: "care" }, boostMinutes: 60, safety: true })];
    expect(whyHere(conversationOf(view(worse)), "t1")).toMatchObject({ reason, turnId: "u4", message: { text: "no puedo respirar" } });
  });

  it("names the reason, the message that did it, what was tried and the policy in force", () => {
    expect(whyHere(conversationOf(view(talk)), "t1")).toEqual({
      reason: { rule: "asked-for-human" }, turnId: "u3", message: { text: "Una persona", control: null }, policyVersion: 7,
      tried: [{ what: "start", intent: "order-status" }, { what: "clarify", n: 1 }], corrections: [],
    });
  });

  it("counts only what was tried since the assistant last had the conversation", () => {
    const closed = { type: "TicketClosed", ticketId: "t0", by: { id: "a1", name: "Marta" }, disposition: "solved" } as const;
    const later = [...talk.slice(0, 8), ...events(9, closed, said("u3", "Una persona"), handedOff("u3"))];
    expect(whyHere(conversationOf(view(later)), "t1")?.tried).toEqual([]);
  });

  it("tells a dead end apart from an answer", () => {
    const failed = { type: "DialogMoved", dialog: "order-status", memory: {}, done: false, failed: true } as const;
    const stuck = [...events(1, said("u1", "x"), failed, failed, handedOff("u1"))];
    expect(whyHere(conversationOf(view(stuck)), "t1")?.tried).toEqual([{ what: "failed", intent: "order-status" }]);
  });

  it("is said in the agent's language", () => {
    expect(triedWords({ what: "clarify", n: 1 }, String, "es")).toBe("pidió aclarar una vez");
    expect(triedWords({ what: "clarify", n: 2 }, String, "en")).toBe("asked to clarify 2 times");
    expect(triedWords({ what: "answer", intent: "hours" }, () => "Opening hours", "en")).toBe("answered about “Opening hours”");
  });
});

describe("the whisper", () => {
  it("is quiet once a person has answered, and wakes with the customer's next message", () => {
    const answered = [...talk, ...events(13, replied("person", "Hola"))];
    expect(personSpokeLast(conversationOf(view(talk)))).toBe(false);
    expect(personSpokeLast(conversationOf(view(answered)))).toBe(true);
    expect(personSpokeLast(conversationOf(view([...answered, ...events(14, said("u4", "¿Y?"))])))).toBe(false);
  });

  it("is about the customer's latest turn", () => {
    expect(latestTurn(conversationOf(view(talk)))).toBe("u3");
  });
});
