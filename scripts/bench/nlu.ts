import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Share } from "./intent-figures.ts";
import { benchEmotion } from "./nlu-emotion.ts";
import type { EmotionBench } from "./nlu-emotion.ts";
import { benchIntents, printedIntents } from "./nlu-intents.ts";
import type { IntentBench } from "./nlu-intents.ts";

export type NluBench = { intents: IntentBench; emotion: EmotionBench };

const rivals = ["node-nlp@4.27.0", "vader-sentiment@1.1.3"];

/** Installs what is measured beside ours, once, away from the project's packages. Without a registry the bench goes on without them and says so. */
async function installRivals(dir: string, progress: (text: string) => void): Promise<void> {
  if (existsSync(join(dir, "node_modules/node-nlp")) && existsSync(join(dir, "node_modules/vader-sentiment"))) return;
  progress(`installing ${rivals.join(", ")} into ${dir}`);
  await mkdir(dir, { recursive: true });
  await promisify(execFile)("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", dir, ...rivals]).catch((error: unknown) => {
    progress(`could not install them: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`);
  });
}

/**
 * `npm run bench -- nlu --data DIR`: what reading texts is worth, on public data and on our own held-out texts, beside what anyone would take instead.
 *
 * @param dataDir holds `nlu/` and `emotion/`
 */
export async function benchNlu(dataDir: string, progress: (text: string) => void): Promise<NluBench> {
  const dir = join(import.meta.dirname, "../../.data/bench-rivals");
  await installRivals(dir, progress);
  const emotion = await benchEmotion(dataDir, dir, progress);
  return { emotion, intents: await benchIntents(join(dataDir, "nlu"), progress, dir) };
}

const figure = ({ value, low, high }: Share): string => `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

/** The figures as lines of text. */
export function printedNlu({ intents, emotion }: NluBench): string {
  const lines = emotion.figures.map(({ set, measure, goal, by }) => {
    const [first] = Object.values(by);
    return `${set} ${measure}, goal ${goal ?? "none"}, n ${first?.n ?? 0}: ${Object.entries(by).map(([name, share]) => `${name} ${figure(share)}`).join(" · ")}`;
  });
  const reliable = emotion.reliability.map(({ language, bins }) => `emotion (${language}) confidence/right: ${bins.map(({ n, confidence, right }) => `${confidence.toFixed(2)}/${right.toFixed(2)} (${n})`).join(" ")}`);
  return ["emotion", ...lines, ...reliable, ...emotion.missing, "", "intents", printedIntents(intents)].join("\n");
}
