import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { readTestLines, readTrainLines } from "../../scripts/predict/intent-lines.ts";
import { writeLines } from "../../scripts/predict/json-lines.ts";

let dir = "";
beforeAll(async () => { dir = await mkdtemp(join(tmpdir(), "relevo-lines-")); });
afterAll(() => rm(dir, { recursive: true }));

const file = async (name: string, content: string | Buffer): Promise<string> => {
  await writeFile(join(dir, name), content);
  return join(dir, name);
};
const training = '{"text":"hola","intent":"greeting","lang":"es"}\n{"text":"where is my order","intent":"status"}\n{"text":"","intent":"oos"}\n';

test("reads plain and packed lines alike, and finds a missing language in the text", async () => {
  const plain = await readTrainLines(await file("train.jsonl", training));
  expect(plain.map(({ language }) => language).slice(0, 2)).toEqual(["es", "en"]);
  expect(await readTrainLines(await file("train.jsonl.gz", gzipSync(training)))).toEqual(plain);
});

test("reads a test line without text in it, and one with a number for its id", async () => {
  expect(await readTestLines(await file("test.jsonl", '{"id":1,"text":""}\n\n{"id":"b","text":"hola","lang":"pt"}'))).toEqual([{ id: 1, text: "" }, { id: "b", text: "hola" }]);
});

test.each([
  ["{not json}", /line 2.*not a JSON object.*each line is/],
  ['{"text":"hola"}', /line 2.*intent/],
  ['{"intent":"x"}', /line 2.*text/],
  ["[]", /line 2/],
])("names the line and what it should be: %s", async (line, message) => {
  await expect(readTrainLines(await file("bad.jsonl", `{"text":"hola","intent":"greeting"}\n${line}\n`))).rejects.toThrow(message);
});

test("says what to do about a file that is missing, not packed or of one intent only", async () => {
  await expect(readTestLines(join(dir, "none.jsonl"))).rejects.toThrow(/cannot be read: check the name/);
  await expect(readTestLines(await file("no.jsonl.gz", "{}"))).rejects.toThrow(/not gzip/);
  await expect(readTrainLines(await file("one.jsonl", '{"text":"a","intent":"x"}\n{"text":"b","intent":"oos"}\n'))).rejects.toThrow(/at least two/);
});

test("writes one object a line, packed by name", async () => {
  await writeLines(join(dir, "out.jsonl"), [{ id: 1 }, { id: 2 }]);
  expect(await readFile(join(dir, "out.jsonl"), "utf8")).toBe('{"id":1}\n{"id":2}\n');
  await writeLines(join(dir, "out.jsonl.gz"), [{ id: 1 }]);
  expect(gunzipSync(await readFile(join(dir, "out.jsonl.gz"))).toString()).toBe('{"id":1}\n');
});
