import { mirror } from "../../../src/nlu/tone/mirror.ts";
import type { DraftReader } from "../../../src/core/tone.ts";

const heard: DraftReader = { language: "es", emotion: "angry", heard: true, formal: true };
const heardEn: DraftReader = { ...heard, language: "en" };
const kinds = (draft: string, reader: DraftReader): string[] => mirror(draft, reader).map(({ kind }) => kind);

test.each([
  ["No ha hecho nada mal: la web perdió su nota.", heard], ["You have done nothing wrong. Our site lost your note.", heardEn], ["Usted no hizo nada mal.", heard],
] as const)("clearing a customer is not blaming them: %s", (draft, reader) => {
  expect(kinds(draft, reader)).not.toContain("blaming");
});

test("a regret in the past subjunctive promises nothing, and the accented future still does", () => {
  expect(kinds("Lamento que el repartidor no pasara el lunes.", heard)).not.toContain("over-promising");
  expect(kinds("Esto no pasará más.", heard)).toContain("over-promising");
});

test.each([
  ["Deje de gritarnos.", "dismissive"], ["Lo que usted diga.", "dismissive"], ["Haberlo mirado antes en la web.", "blaming"],
])("plain rudeness is heard after the customer was acknowledged: %s", (draft, kind) => {
  expect(kinds(draft, heard)).toContain(kind);
});

test("sharing the feeling acknowledges it on a first reply", () => {
  expect(kinds("Yo también estaría molesta, de verdad.", { ...heard, heard: false })).not.toContain("cold");
});
