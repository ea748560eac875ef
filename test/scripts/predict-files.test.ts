import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { linesOf } from "../../scripts/predict/json-lines.ts";

const scripts = resolve(import.meta.dirname, "../../scripts");
const run = (name: string, ...args: string[]) => spawnSync(process.execPath, [join(scripts, `predict-${name}.ts`), ...args], { encoding: "utf8" });

test.each(["emotion", "intents", "replies", "reactions"])("predict:%s prints its usage when asked for help, and as an error for an option it does not have", (name) => {
  const asked = run(name, "--help");
  expect(asked).toMatchObject({ status: 0, stderr: "" });
  expect(asked.stdout).toMatch(new RegExp(`^usage: npm run -s predict:${name} -- .*\\n$`));
  expect(run(name, "--bogus")).toMatchObject({ status: 1, stdout: "", stderr: `error: ${asked.stdout}` });
}, 30_000);

test("a byte order mark at the start of a file is no part of its first line, packed or not", async () => {
  const dir = mkdtempSync(join(tmpdir(), "predict-"));
  try {
    const content = '\uFEFF{"id": 1}\r\n\r\n{"id": 2}\n';
    writeFileSync(join(dir, "in.jsonl"), content);
    writeFileSync(join(dir, "in.jsonl.gz"), gzipSync(content));
    for (const file of ["in.jsonl", "in.jsonl.gz"]) expect(await linesOf(join(dir, file), z.object({ id: z.number() }), "a line")).toEqual([{ id: 1 }, { id: 2 }]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
