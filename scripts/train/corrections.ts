import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig, type Environment } from "../../src/config.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { classify } from "../../src/nlu/intent-model.ts";
import { loadModels } from "../../src/nlu/models.ts";
import type { Models } from "../../src/nlu/models.ts";
import { wordsOf } from "../../src/nlu/words.ts";
import { isApproved } from "./approve.ts";
import type { Ask } from "./approve.ts";
import { correctionsFromLog } from "./corrections-log.ts";
import type { LoggedCorrections } from "./corrections-log.ts";
import { trainEmotion } from "./emotion.ts";
import { compareFigures, emotionFigures, intentFigures, printedFigures, readParaphrases } from "./held-out-figures.ts";
import type { FigureChange } from "./held-out-figures.ts";
import { catalogueVersion, trainCatalogue } from "./intents.ts";
import { correctionsFromFile } from "./read-corrections.ts";
import type { Correction } from "./read-corrections.ts";
import { latestOfTurns, readTaken, writeTaken, writtenOut } from "./taken-corrections.ts";
import type { TakenCorrection } from "./taken-corrections.ts";
import { readTextSets } from "./text-sets.ts";

export type CorrectionOptions = {
  /** The checkout whose intents, corrections and models these are. */
  root: string;
  /** Where the public sets are; null leaves the emotion model as it is. */
  data: string | null;
  /** A file of corrections, or the environment that says where the log is. */
  from: { file: string } | { env: Environment };
  /** Approved beforehand. */
  approve: boolean;
  /** Keys of corrections to leave out this time. */
  drop: readonly string[];
  ask: Ask;
  print(line: string): void;
};
/** `taken` and `forgotten` count corrections; nothing was changed unless the status is "taken". */
export type CorrectionOutcome = { status: "nothing-new" | "not-approved" | "taken"; taken: number; forgotten: number; changes: FigureChange[] };

/**
 * Learns from what people corrected: shows the masked texts and what they would change on held-out texts, and takes them only
 * when a person approves. Taken ones go to `intents/corrections.jsonl`, which every later training includes.
 *
 * @throws Error when a file is malformed or `drop` names no correction; UnavailableError when the log cannot be read
 */
export async function trainWithCorrections(options: CorrectionOptions): Promise<CorrectionOutcome> {
  const { root, print } = options;
  const earlier = await readTaken(root);
  const { corrections, erased } = await gathered(options.from);
  const kept = earlier.filter(({ key }) => !erased.has(key.slice(0, key.indexOf("-"))));
  const forgotten = earlier.length - kept.length;
  const fresh = await newOnes(corrections, kept, options);
  if (forgotten > 0) print(`${forgotten} taken earlier ${forgotten === 1 ? "is" : "are"} of erased conversations and will be forgotten.`);
  if (fresh.length === 0 && forgotten === 0) {
    print("No new corrections to learn from.");
    return { status: "nothing-new", taken: 0, forgotten: 0, changes: [] };
  }
  for (const line of listed(fresh)) print(line);

  const taken = latestOfTurns([...kept, ...fresh.map(({ readAs: _readAs, ...one }): TakenCorrection => one)]);
  const trained = await candidates(taken, fresh, forgotten, options);
  for (const line of printedFigures(trained.changes)) print(line);
  if (!(await isApproved(options.approve, options.ask, "Take them? (yes/no) "))) {
    print("Nothing was changed. To take them, run the same again with --approve; --drop KEY,KEY leaves single ones out.");
    return { status: "not-approved", taken: 0, forgotten: 0, changes: trained.changes };
  }
  for (const { name, model } of trained.models) await writeModel(join(root, "src/nlu/models"), name, model);
  await writeTaken(root, taken);
  print(`Taken: ${fresh.length}. Written: intents/corrections.jsonl, ${trained.models.map(({ name }) => name).join(", ")}.`);
  return { status: "taken", taken: fresh.length, forgotten, changes: trained.changes };
}

async function gathered(from: CorrectionOptions["from"]): Promise<LoggedCorrections> {
  return "file" in from ? { corrections: await correctionsFromFile(from.file), erased: new Set() } : correctionsFromLog(readConfig(from.env));
}

/** Those not taken yet, not dropped, and of intents that there are. */
async function newOnes(corrections: readonly Correction[], kept: readonly TakenCorrection[], { root, drop, print }: CorrectionOptions): Promise<Correction[]> {
  const { intents } = await loadCatalogue(join(root, "intents"));
  const known = new Set(kept.map(({ key }) => key));
  const dropped = new Set(drop);
  const fresh = corrections.filter(({ key }) => !known.has(key)).filter(({ key, intent }) => {
    if (intent === null || intents.has(intent)) return true;
    print(`${key} is left out: no intent is called ${intent}.`);
    return false;
  });
  const unknown = drop.filter((key) => !fresh.some((one) => one.key === key));
  if (unknown.length > 0) throw new Error(`--drop: no new correction has the key ${unknown.join(", ")}`);
  return fresh.filter(({ key }) => !dropped.has(key));
}

function listed(fresh: readonly Correction[]): string[] {
  const told = (what: "intent" | "emotion", one: Correction): string[] => {
    if (one[what] === null) return [];
    const then = one.readAs === null ? "" : `read as ${one.readAs[what] ?? "nothing"}, `;
    return [`    ${what}: ${then}corrected to ${one[what]}`];
  };
  return [`${fresh.length} corrections to learn from, masked:`, ...fresh.flatMap((one) => [`  ${one.key}  ${one.language}  ${JSON.stringify(one.text)}`, ...told("intent", one), ...told("emotion", one)])];
}

type Candidates = { models: { name: string; model: object }[]; changes: FigureChange[] };

/** Models that have learnt from the corrections too, and how they compare with those in force. Writes nothing. */
async function candidates(taken: readonly TakenCorrection[], fresh: readonly Correction[], forgotten: number, { root, data, print }: CorrectionOptions): Promise<Candidates> {
  const dir = join(root, "src/nlu/models");
  const before = await loadModels(dir);
  if (before.intents.version !== (await catalogueVersion(root))) print("The intents in force are older than intents/: the figures show both changes. For these corrections alone, run npm run train first.");
  const { model } = await trainCatalogue(root, taken);
  const models: Candidates["models"] = [{ name: "intents.json", model }];
  const felt = fresh.some(({ emotion }) => emotion !== null) || forgotten > 0;
  const sets = felt && data !== null ? await readTextSets(root, data, taken) : null;
  if (sets !== null) models.push({ name: "emotion.json", model: trainEmotion(sets, before.readers) });
  else if (felt) print("Corrections of emotion are kept for the next full training, npm run train -- --data DIR; figures here are of intents only.");

  const after = await loadBeside(dir, models);
  const corrected = fresh.flatMap(({ text, intent, language }) => (intent === null ? [] : [{ text: writtenOut(text), intent, language }]));
  const learnt = ({ intents }: Models): number => corrected.filter(({ text, intent, language }) => classify(intents, wordsOf(text), language).ranked[0]?.intent === intent).length;
  if (corrected.length > 0) print(`Corrected intents read as people said: ${learnt(before)} of ${corrected.length} before, ${learnt(after)} after learning them.`);
  const paraphrases = await readParaphrases(root);
  const intents = compareFigures(intentFigures(before.intents, paraphrases), intentFigures(after.intents, paraphrases));
  const feelings = sets === null ? [] : compareFigures(emotionFigures(before, sets.own), emotionFigures(after, sets.own));
  return { models, changes: [...intents, ...feelings] };
}

/** The models as they would be loaded with these in place of those in force. */
async function loadBeside(dir: string, models: Candidates["models"]): Promise<Models> {
  const beside = await mkdtemp(join(tmpdir(), "relevo-models-"));
  try {
    for (const name of await readdir(dir)) await copyFile(join(dir, name), join(beside, name));
    for (const { name, model } of models) await writeModel(beside, name, model);
    return await loadModels(beside);
  } finally {
    await rm(beside, { recursive: true });
  }
}

const writeModel = (dir: string, name: string, model: object): Promise<void> => writeFile(join(dir, name), `${JSON.stringify(model)}\n`);
