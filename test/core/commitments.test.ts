import { commitmentsIn } from "../../src/core/commitments.ts";

const person = (text: string) => ({ who: "person", text });

test("quotes what was promised, by whom, and leaves out what was only said or asked", () => {
  expect(commitmentsIn([
    { who: "customer", text: "I will call you back" }, { who: "system", text: "We will tell you your place." }, { who: "assistant", text: "Order 1043 is delayed. It will arrive on Tuesday." },
    person("I see. I will refund you 20 euros by Monday and call you at 10. Is that all right?"),
  ], "en")).toEqual([{ who: "assistant", text: "It will arrive on Tuesday." }, { who: "person", text: "I will refund you 20 euros by Monday and call you at 10." }]);
  expect(commitmentsIn([person("Lo siento mucho. Le llamo mañana a las diez y me encargo del cambio.")], "es")).toEqual([{ who: "person", text: "Le llamo mañana a las diez y me encargo del cambio." }]);
  expect(commitmentsIn([person("Ya veo. ¿Me da el número?")], "es")).toEqual([]);
});

test("keeps the newest three", () => {
  expect(commitmentsIn(["one", "two", "three", "four"].map((what) => person(`I will send ${what}.`)), "en").map(({ text }) => text)).toEqual(["I will send two.", "I will send three.", "I will send four."]);
});
