import { missingBehaviours, noBehaviours } from "../../../src/core/behaviours.ts";
import { readBehaviours } from "../../../src/nlu/tone/behaviours.ts";

test("finds the behaviours of a reply with the words that show them, in both languages", () => {
  expect(readBehaviours("Siento mucho la espera. Se retrasó porque la furgoneta se averió. Le aviso en cuanto salga; puede verlo en Mis pedidos.", "es")).toEqual({
    support: ["Siento mucho"], explain: ["porque"], anticipate: ["Le aviso", "en cuanto"], educate: ["puede verlo"], rapport: [], personal: [],
  });
  const en = readBehaviours("Thank you for waiting, Marta. I'm so sorry: it was late because the van broke down. My own mother orders on Fridays; next time choose the early slot.", "en");
  expect(en.rapport).toEqual(["Thank you for"]);
  expect(en.support).toEqual(["sorry"]);
  expect(en.explain).toEqual(["because"]);
  expect(en.educate).toEqual(["next time"]);
  expect(en.personal).toEqual(["My own mother"]);
});

test("finds none in a bare fact", () => {
  expect(Object.values(readBehaviours("Pedido 1043: en reparto.", "es")).flat()).toEqual([]);
  expect(Object.values(readBehaviours("You are number two.", "en")).flat()).toEqual([]);
});

test("misses the feeling before the fact, and the reason before advice", () => {
  expect(missingBehaviours("angry", noBehaviours())).toEqual(["support", "explain", "anticipate"]);
  expect(missingBehaviours("angry", { ...noBehaviours(), support: 1 })).toEqual(["explain", "anticipate"]);
  expect(missingBehaviours("confused", noBehaviours())[0]).toBe("explain");
});

test("reads a long hostile text without stalling on it", () => {
  expect(() => readBehaviours("a, ".repeat(100_000), "en")).not.toThrow();
});
