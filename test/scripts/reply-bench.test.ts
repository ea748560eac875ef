import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { benchReplies, printedReplies, type ReplyPlan } from "../../scripts/bench/reply-figures.ts";
import { InputError } from "../../scripts/predict/json-lines.ts";

const jobs = [["where is my parcel", "What is your order number?", "ask_order"], ["the box is broken", "Could you send a photo?", "ask_photo"], ["when do you open", "At nine every day.", "hours"], ["I want to cancel", "I have cancelled it for you.", "cancelled"]] as const;
const train = Array.from({ length: 32 }, (_, i) => {
  const [said, answered, action] = jobs[i % jobs.length] ?? jobs[0];
  return { dialogue_id: i, turns: [{ speaker: "customer", text: said }, { speaker: "agent", text: answered, action }] };
});
const pool = jobs.map(([, text], i) => ({ i, text }));
const evaluation = jobs.map(([said, , action], i) => ({ id: i, context: [{ speaker: "customer", text: `hello, ${said}` }], candidates: [3, 2, 1, 0], gold: i, gold_action: action }));
const goals = { first1: 0.9, first3: null, template3: 0.5 };
const plans: ReplyPlan[] = [{ set: "tiny", past: null, goals }, { set: "tiny", past: 8, goals }];

let dir: string;
const put = (part: string, rows: readonly object[]): Promise<void> => writeFile(join(dir, `whisper_tiny_${part}.jsonl.gz`), gzipSync(rows.map((row) => JSON.stringify(row)).join("\n")));
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "replies-"));
  await put("train", train);
  await put("dev_pool", pool);
  await put("dev_eval", evaluation);
});
afterEach(() => rm(dir, { recursive: true }));

test("every figure stands with its number of lines, its interval and its goal", async () => {
  const bench = await benchReplies(dir, () => undefined, plans);
  expect(bench.figures.map(({ pastDialogues, measure, goal, share: { n, value } }) => [pastDialogues, measure, goal, n, value]).slice(0, 3)).toEqual([
    [32, "true reply first of 100", 0.9, 4, 1],
    [32, "true reply in the first 3 of 100", null, 4, 1],
    [32, "template in the first 3", 0.5, 4, 1],
  ]);
  expect(bench.figures.filter(({ pastDialogues }) => pastDialogues === 8)).toHaveLength(3);
  expect(bench.costs).toHaveLength(1);
  expect(printedReplies(bench)).toContain("ok    tiny, 32 past dialogues, true reply first of 100, goal 0.9, n 4: 1.000 (0.510 to 1.000)");
});

test("what misses its goal is said to", async () => {
  await put("dev_eval", evaluation.map((line, i) => ({ ...line, gold: (i + 1) % 4 })));
  expect(printedReplies(await benchReplies(dir, () => undefined, plans.slice(0, 1)))).toContain("MISS  tiny, 32 past dialogues, true reply first of 100, goal 0.9, n 4: 0.000");
});

test("what the live whisper finds is measured over the turns that have a like case", async () => {
  const { figures } = await benchReplies(dir, () => undefined, [{ set: "tiny", past: null, goals, live: true }]);
  expect(figures.flatMap(({ measure, share: { n, value } }) => (measure.startsWith("live whisper") ? [[measure.slice(14), n, value]] : []))).toEqual([
    ["turns with a like case", 4, 1],
    ["of these, the template written next is first", 4, 1],
    ["it is in the first 3", 4, 1],
    ["it would be first by the best case alone", 4, 1],
  ]);
});

test("a file that is not there is named", async () => {
  await rm(join(dir, "whisper_tiny_dev_pool.jsonl.gz"));
  await expect(benchReplies(dir, () => undefined, plans)).rejects.toThrow(InputError);
  await expect(benchReplies(dir, () => undefined, plans)).rejects.toThrow(/whisper_tiny_dev_pool/);
});
