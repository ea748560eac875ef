import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withDiagram } from "./handoff/diagram.ts";

/** `node scripts/run.mjs scripts/handoff-diagram.ts`: puts the diagram made from the code into docs/handoff.md. */
const path = join(import.meta.dirname, "../docs/handoff.md");
await writeFile(path, withDiagram(await readFile(path, "utf8")));
