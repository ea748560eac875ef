import { isCode, trackingCode } from "../../src/core/tracking-code.ts";

test("a conversation always has the same code, in letters and digits that are not read for one another", () => {
  expect(trackingCode("c1")).toBe(trackingCode("c1"));
  for (let i = 0; i < 200; i += 1) expect(trackingCode(`c${i}`)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});

test("conversations whose ids hardly differ have codes of their own", () => {
  expect(new Set(Array.from({ length: 20_000 }, (_, i) => trackingCode(`c${i}`))).size).toBe(20_000);
});

test("a code is known however it is read out: in lower case, with spaces, with O for zero", () => {
  const id = Array.from({ length: 500 }, (_, i) => `c${i}`).find((one) => trackingCode(one).includes("0")) ?? "";
  const code = trackingCode(id);
  for (const said of [code, code.toLowerCase(), code.replace("-", " "), code.replace("-", ""), code.replaceAll("0", "O")]) expect(isCode(said, id)).toBe(true);
  expect(isCode(code, "another")).toBe(false);
});
