import type { Incoming } from "../../src/web/widget/chat-state.ts";
import { ourView } from "../../src/web/widget/our-view.ts";

const offering = (...titles: string[]): Incoming => ({
  type: "message", text: "x", from: { id: "bot", name: "Sol", role: "bot" }, suggestedActions: { to: [], actions: titles.map((title) => ({ type: "imBack", title, value: title })) },
});

describe("what our page shows of a message", () => {
  it.each(["Hablar con una persona", "Talk to a person"])("leaves out the suggestion %s, which is a button here", (title) => {
    expect(ourView(offering("Horario", title)).suggestedActions?.actions.map((action) => action.title)).toEqual(["Horario"]);
    expect(ourView(offering(title)).suggestedActions).toBeUndefined();
  });

  it("gives messages and typing of our side one speaker, so that a message ends the typing sign, and keeps the name", () => {
    const person = ourView({ type: "message", text: "x", from: { id: "agent-1", name: "Marta", role: "bot" } });
    const typing = ourView({ type: "typing", from: { id: "bot", name: "", role: "bot" } });
    expect(person.from?.id).toBe(typing.from?.id);
    expect(person.from?.name).toBe("Marta");
  });

  it("leaves the customer's own messages as they are", () => {
    const mine: Incoming = { type: "message", text: "x", from: { id: "u", role: "user" } };
    expect(ourView(mine)).toBe(mine);
  });
});
