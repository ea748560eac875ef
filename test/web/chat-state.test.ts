import { controlsOf, evolveChat, isNotice, markOf, newChat } from "../../src/web/widget/chat-state.ts";
import type { Incoming, Phase } from "../../src/web/widget/chat-state.ts";
import { createChatMemory } from "../../src/web/widget/chat-memory.ts";
import { grouped } from "../../src/web/widget/drawing.ts";

const message = (author: string, kind?: string, values: object = {}, name = "Sol"): Incoming => ({
  type: "message", text: "x", from: { name, role: "bot" }, channelData: { relevo: { author, ...(kind ? { kind } : {}), ...values } },
});
const after = (...messages: Incoming[]) => messages.reduce(evolveChat, newChat);

describe("the customer's chat", () => {
  it("waits after the handoff, and tells the place as it changes", () => {
    expect(after(message("system", "handoff"))).toEqual({ phase: "waiting", place: null, person: null });
    expect(after(message("system", "handoff"), message("system", "queue", { place: 3 }), message("system", "queue", { place: 2 })).place).toBe(2);
  });

  it("keeps the place it knows when a notice tells none", () => {
    expect(after(message("system", "queue", { place: 3 }), message("system", "queue")).place).toBe(3);
  });

  it("is with a person from the join on, by name", () => {
    expect(after(message("system", "handoff"), message("system", "joined", { agent: "Marta" }))).toEqual({ phase: "person", place: null, person: "Marta" });
    expect(after(message("person", undefined, {}, "Luis"))).toEqual({ phase: "person", place: null, person: "Luis" });
  });

  it("is back with the assistant when a person returns it, or when the assistant speaks again", () => {
    expect(after(message("person", undefined, {}, "Luis"), message("system", "returned"))).toEqual(newChat);
    expect(after(message("system", "handoff"), message("assistant"))).toEqual(newChat);
  });

  it("stays with the person through a message of the system and a question for a rating", () => {
    const withPerson = after(message("system", "joined", { agent: "Marta" }));
    expect(evolveChat(withPerson, message("system"))).toEqual(withPerson);
    expect(evolveChat(withPerson, message("system", "csat"))).toEqual(withPerson);
  });

  it("asks for the message once the customer chose to leave one, and then says that it is kept", () => {
    const asked = after(message("system", "handoff"), message("system", "queue", { place: 3 }), message("system", "queue", { phase: "message-asked" }));
    expect(asked).toEqual({ phase: "message-asked", place: null, person: null });
    expect(evolveChat(asked, message("assistant", "queue", { phase: "message-taken" }))).toEqual({ phase: "message-taken", place: null, person: null });
  });

  it("owes an answer to a message that is kept, while the assistant talks on, until a person comes or the customer asks for one again", () => {
    const taken = after(message("system", "handoff"), message("assistant", "queue", { phase: "message-taken" }));
    expect(evolveChat(taken, message("assistant")).phase).toBe("message-taken");
    expect(evolveChat(taken, message("system", "joined", { agent: "Marta" })).phase).toBe("person");
    expect(evolveChat(taken, message("system", "handoff")).phase).toBe("waiting");
    expect(evolveChat(taken, message("system", "queue", { place: 2 })).phase).toBe("waiting");
    expect(evolveChat(taken, message("system", "returned"))).toEqual(newChat);
  });

  it("shows the way back to the assistant while the customer is to write a message, and no longer once it is kept", () => {
    expect(controlsOf("message-asked")).toEqual(["ask-for-person", "back-to-assistant"]);
    expect(controlsOf("message-taken")).toEqual(["ask-for-person"]);
  });

  it.each<Phase>(["assistant", "waiting", "person", "message-asked", "message-taken", "ended"])("offers a person first while the phase is %s", (phase) => {
    expect(controlsOf(phase)[0]).toBe("ask-for-person");
  });

  it("takes no mark from the customer's own messages, or from a shape it does not know", () => {
    expect(markOf({ type: "message", text: "x", channelData: { clientActivityID: "1" } })).toBeNull();
    expect(markOf({ type: "message", channelData: { relevo: { author: "admin" } } })).toBeNull();
    expect(markOf({ type: "event", channelData: { relevo: { author: "assistant" } } })).toBeNull();
    expect(markOf({ type: "message", channelData: null })).toBeNull();
  });

  it("draws the welcome and talk as bubbles, and the rest as quiet lines", () => {
    const quiet = (author: string, kind?: string): boolean | null => {
      const mark = markOf(message(author, kind));
      return mark && isNotice(mark);
    };
    expect([quiet("assistant"), quiet("assistant", "welcome"), quiet("person")]).toEqual([false, false, false]);
    expect([quiet("system", "queue"), quiet("assistant", "handoff"), quiet("system", "csat")]).toEqual([true, true, true]);
  });

  it("gives assistant, person and each new person an avatar of their own", () => {
    const messages = [message("assistant"), message("assistant"), message("person", undefined, {}, "Marta"), message("person", undefined, {}, "Luis")];
    expect(grouped(messages).map((group) => group.length)).toEqual([2, 1, 1]);
  });
});

describe("what a tab remembers", () => {
  const box = () => {
    const kept = new Map<string, string>();
    return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
  };

  it("is the conversation, across a reload", () => {
    const storage = box();
    createChatMemory(storage).keep({ token: "t", conversationId: "c" });
    expect(createChatMemory(storage).get()).toMatchObject({ token: "t", conversationId: "c", tone: true, rated: {} });
  });

  it("is not a conversation once it was forgotten, while the choice about tone stays", () => {
    const memory = createChatMemory(box());
    memory.keep({ token: "t", conversationId: "c", tone: false });
    memory.forget();
    expect(memory.get()).toMatchObject({ token: "", conversationId: "", tone: false });
  });

  it("is nothing when what is stored makes no sense", () => {
    const storage = box();
    storage.setItem("relevo.chat", "{oops");
    expect(createChatMemory(storage).get()).toBeNull();
    expect(createChatMemory(null).get()).toBeNull();
  });
});
