import { readFileSync } from "node:fs";
import { join } from "node:path";
import { handoffDiagram, withDiagram } from "../../scripts/handoff/diagram.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/handoff.md"), "utf8");

test("docs/handoff.md shows the state machine as the code has it; node scripts/run.mjs scripts/handoff-diagram.ts brings it up to date", () => {
  expect(withDiagram(page)).toBe(page);
});

test("every status of an open ticket is there, with who has the word", () => {
  const diagram = handoffDiagram();
  for (const [status, word] of [["waiting", "line"], ["offered", "line"], ["accepted", "person"], ["message", "assistant"]]) expect(diagram).toContain(`${status}: ${status}, the word is with the ${word}`);
  expect(diagram).toContain("[*] --> waiting: TicketOpened");
});

test("a page without a place for it is refused", () => {
  expect(() => withDiagram("# no place")).toThrow(/needs the lines/);
});
