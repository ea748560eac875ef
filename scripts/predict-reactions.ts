import { parseArgs } from "node:util";
import { byCalming, knowledgeOf } from "../src/core/reactions/evidence.ts";
import { practiceWeight, stateKey } from "../src/core/reactions/observation.ts";
import { command } from "./predict/command.ts";
import { InputError, writeLines } from "./predict/json-lines.ts";
import { readReactionEvalLines, readReactionTrainLines } from "./predict/reaction-lines.ts";

/**
 * `npm run -s predict:reactions -- --train TRAIN --eval EVAL --out OUT`: learns from TRAIN which replies calm in which state, as the whisper does,
 * and ranks the candidates of EVAL. `--half-life N` lets an observation count half after N later ones; without it nothing decays.
 */
const usage = "usage: npm run -s predict:reactions -- --train TRAIN.jsonl[.gz] --eval EVAL.jsonl[.gz] --out OUT.jsonl[.gz] [--half-life OBSERVATIONS]";

type Wanted = { train: string; evaluate: string; out: string; halfLife: number | null };

function wanted(): Wanted {
  const options = { train: { type: "string" }, eval: { type: "string" }, out: { type: "string" }, "half-life": { type: "string" } } as const;
  const { train, eval: evaluate, out, "half-life": written } = parseArgs({ options }).values;
  const halfLife = written === undefined ? null : Number(written);
  if (train && evaluate && out && (halfLife === null || halfLife > 0)) return { train, evaluate, out, halfLife };
  throw new InputError(usage);
}

await command(usage, async () => {
  const { train, evaluate, out, halfLife } = wanted();
  const seen = await readReactionTrainLines(train);
  const knowledge = knowledgeOf(seen.map(({ state, template, author, calmed }, i) =>
    ({ state: stateKey(state), template, author, calmed, weight: practiceWeight(seen.length - 1 - i, halfLife) })));
  const lines = (await readReactionEvalLines(evaluate)).map(({ id, state, candidates }) => {
    const key = stateKey(state);
    const templates = [...new Set(candidates)];
    return { id, ranking: byCalming(knowledge, key, templates), evidence: Object.fromEntries(templates.map((template) => [template, knowledge.evidence(key, template)])) };
  });
  await writeLines(out, lines);
});
