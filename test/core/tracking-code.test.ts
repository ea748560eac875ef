import { trackingCode } from "../../src/core/tracking-code.ts";

test("a conversation always has the same code, in letters and digits that are not read for one another", () => {
  expect(trackingCode("c1")).toBe(trackingCode("c1"));
  for (let i = 0; i < 200; i += 1) expect(trackingCode(`c${i}`)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});

test("conversations whose ids hardly differ have codes of their own", () => {
  expect(new Set(Array.from({ length: 20_000 }, (_, i) => trackingCode(`c${i}`))).size).toBe(20_000);
});
