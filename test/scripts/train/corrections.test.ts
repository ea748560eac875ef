import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isApproved } from "../../../scripts/train/approve.ts";
import { trainWithCorrections } from "../../../scripts/train/corrections.ts";
import type { CorrectionOptions, CorrectionOutcome } from "../../../scripts/train/corrections.ts";
import { compareFigures, printedFigures } from "../../../scripts/train/held-out-figures.ts";
import { catalogueVersion } from "../../../scripts/train/intents.ts";
import { correctedTurns, correctedUtterances, readTaken, writeTaken } from "../../../scripts/train/taken-corrections.ts";
import { smallCheckout } from "../../support/small-checkout.ts";
import type { SmallCheckout } from "../../support/small-checkout.ts";

const ana = { conversationId: "conversation-of-ana", turnId: "t1", text: "me llamo Ana Pérez, ana@correo.es: anulen lo del 1043", language: "es", intent: "cancel-order" };
const sad = { conversationId: "conversation-of-ana", turnId: "t2", text: "pues nada, otra vez será", language: "es", emotion: "sad" };

let checkout: SmallCheckout;
let kept: Record<string, string>;
const file = (name: string): string => join(checkout.root, name);
const modelOf = (): string => readFileSync(file("src/nlu/models/intents.json"), "utf8");
beforeAll(async () => {
  checkout = await smallCheckout();
  kept = { model: modelOf() };
});
afterEach(async () => {
  writeFileSync(file("src/nlu/models/intents.json"), kept.model ?? "");
  await writeTaken(checkout.root, []);
});
afterAll(() => checkout.remove());

async function run(lines: object[], options: Partial<CorrectionOptions> = {}): Promise<CorrectionOutcome & { printed: string }> {
  writeFileSync(file("in.jsonl"), lines.map((line) => JSON.stringify(line)).join("\n"));
  const printed: string[] = [];
  const outcome = await trainWithCorrections({
    root: checkout.root, data: null, from: { file: file("in.jsonl") }, approve: false, drop: [], ask: null, print: (line) => void printed.push(line), ...options,
  });
  return { ...outcome, printed: printed.join("\n") };
}
const keyIn = (printed: string): string => /[0-9a-f]{10}-[0-9a-f]{10}-[0-9a-f]{6}/.exec(printed)?.[0] ?? "";

test("shows the masked texts with what the person said and what it would change, and without approval changes nothing", async () => {
  const { status, printed, changes } = await run([ana, sad]);
  expect(status).toBe("not-approved");
  expect(printed).toContain('"me llamo [name], [email]: anulen lo del [order]"');
  expect(printed).toContain("corrected to cancel-order");
  expect(printed).toContain("corrected to sad");
  expect(printed).toContain("--approve");
  expect(changes.map(({ name }) => name)).toEqual(["intents right, es", "intents right, en"]);
  expect(modelOf()).toBe(kept.model);
  expect(await readTaken(checkout.root)).toEqual([]);
});

test("takes approved ones without a name or a conversation's id, trains with them, and does not offer them again", async () => {
  expect(await run([ana, sad], { approve: true })).toMatchObject({ status: "taken", taken: 2 });
  const written = readFileSync(file("intents/corrections.jsonl"), "utf8");
  expect(written).not.toMatch(/Ana|Pérez|correo|1043|conversation-of-ana|agent/);
  expect(written.trim().split("\n")).toHaveLength(2);
  expect(modelOf()).toContain(await catalogueVersion(checkout.root));
  expect(modelOf()).not.toBe(kept.model);
  expect((await run([ana, sad])).status).toBe("nothing-new");
});

test.each([["yes", true], ["Sí", true], [" si ", true], ["no", false], ["", false], ["yes but not the second", false]])("at a terminal %j means approval: %s", async (answer, approved) => {
  expect(await isApproved(false, () => Promise.resolve(answer), "?")).toBe(approved);
});

test("with nobody at a terminal only approval beforehand counts", async () => {
  expect([await isApproved(false, null, "?"), await isApproved(true, null, "?")]).toEqual([false, true]);
});

test("takes all but those dropped, and refuses a key that is none", async () => {
  const key = keyIn((await run([ana])).printed);
  expect(await run([ana, sad], { approve: true, drop: [key] })).toMatchObject({ status: "taken", taken: 1 });
  expect((await readTaken(checkout.root)).map(({ emotion }) => emotion)).toEqual(["sad"]);
  await expect(run([ana], { drop: ["0000"] })).rejects.toThrow(/0000/);
});

test("a turn corrected anew replaces what was taken of it", async () => {
  await run([ana], { approve: true });
  expect(await run([{ ...ana, intent: "refund" }], { approve: true })).toMatchObject({ status: "taken", taken: 1 });
  expect((await readTaken(checkout.root)).map(({ intent }) => intent)).toEqual(["refund"]);
});

test("leaves out an intent that nobody has, and says so", async () => {
  const { status, printed } = await run([{ ...ana, intent: "no-such" }]);
  expect([status, printed]).toEqual(["nothing-new", expect.stringContaining("no intent is called no-such")]);
});

test("keeps corrections of emotion for the next full training where there are no public sets", async () => {
  expect((await run([sad], { approve: true })).printed).toContain("npm run train -- --data DIR");
  expect(correctedTurns(await readTaken(checkout.root))).toMatchObject([{ language: "es", heldOut: false, turns: [{ text: "pues nada, otra vez será", emotion: "sad", valence: -0.6, dissatisfied: false }] }]);
});

test("learns a bracket as customers write what it stands for", () => {
  expect(correctedUtterances([{ key: "", language: "es", text: "soy [name], anulen [order] [card]", intent: "cancel-order", emotion: null }])).toEqual([{ text: "soy Ana, anulen 1043", intent: "cancel-order", language: "es" }]);
});

test.each(['{"conversationId":"c"}', "no JSON", '{"conversationId":"c","turnId":"t","text":"x","language":"fr"}'])("names file and line of what is no correction: %s", async (line) => {
  writeFileSync(file("bad.jsonl"), `${JSON.stringify(ana)}\n${line}\n`);
  await expect(run([], { from: { file: file("bad.jsonl") } })).rejects.toThrow(/bad\.jsonl:2 is not a correction/);
});

test("a missing file of taken corrections is none taken", () => {
  expect(existsSync(file("intents/corrections.jsonl"))).toBe(true);
  return expect(readTaken(join(checkout.root, "nowhere"))).resolves.toEqual([]);
});

describe("the figures", () => {
  const hits = (right: number, from = 0): boolean[] => Array.from({ length: 100 }, (_, i) => i >= from && i < from + right);
  const figure = (list: boolean[]) => [{ name: "intents right, es", n: 100, value: list.filter(Boolean).length / 100, hits: list }];

  test("mark a loss, and say when it is no more than chance", () => {
    expect(compareFigures(figure(hits(90)), figure(hits(80)))).toMatchObject([{ verdict: "worse", flips: { lost: 10, won: 0 } }]);
    expect(compareFigures(figure(hits(90)), figure(hits(88, 10)))).toMatchObject([{ verdict: "worse-by-chance", flips: { lost: 10, won: 8 } }]);
    expect(compareFigures(figure(hits(90)), figure(hits(90)))).toMatchObject([{ verdict: "same-or-better" }]);
  });

  test("mark a loss of a figure that is no share in any case", () => {
    const of = (value: number) => [{ name: "valence, correlation, es", n: 50, value, hits: null }];
    expect(compareFigures(of(0.71), of(0.7))).toMatchObject([{ verdict: "worse", flips: null }]);
    expect(printedFigures(compareFigures(of(0.71), of(0.7))).at(-1)).toMatch(/0\.710 {3}0\.700 {3}worse$/);
  });
});
