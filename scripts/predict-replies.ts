import { parseArgs } from "node:util";
import { trainReplyModel } from "../src/nlu/replies/reply-model.ts";
import { command } from "./predict/command.ts";
import { InputError, writeLines } from "./predict/json-lines.ts";
import { readReplyEvalLines, readReplyPoolLines, readReplyTrainLines } from "./predict/reply-lines.ts";

/**
 * `npm run -s predict:replies -- --train TRAIN --pool POOL --eval EVAL --out OUT`: learns from the dialogues of TRAIN which reply fits which context, and
 * ranks the candidates of EVAL, which are numbers of POOL.
 */
const usage = "usage: npm run -s predict:replies -- --train TRAIN.jsonl[.gz] --pool POOL.jsonl[.gz] --eval EVAL.jsonl[.gz] --out OUT.jsonl[.gz]";
const templatesNamed = 10;

function files(): { train: string; pool: string; evaluate: string; out: string } {
  const options = { train: { type: "string" }, pool: { type: "string" }, eval: { type: "string" }, out: { type: "string" } } as const;
  const { train, pool, eval: evaluate, out } = parseArgs({ options }).values;
  if (train && pool && evaluate && out) return { train, pool, evaluate, out };
  throw new InputError(usage);
}

await command(usage, async () => {
  const { train, pool, evaluate, out } = files();
  const [dialogues, texts, asked] = [await readReplyTrainLines(train), await readReplyPoolLines(pool), await readReplyEvalLines(evaluate)];
  const model = trainReplyModel(dialogues);
  const replies = new Map(texts.map(({ i, text }) => [i, model.read(text)]));
  const lines = asked.map(({ id, context, candidates }) => {
    const read = candidates.map((i) => {
      const reply = replies.get(i);
      if (!reply) throw new InputError(`${evaluate}: ${id} names candidate ${i}, which ${pool} does not have`);
      return reply;
    });
    const actions = model.templates(context, templatesNamed);
    return { id, ranking: model.rank(context, read).map((place) => candidates[place]), ...(actions.length > 0 ? { actions } : {}) };
  });
  await writeLines(out, lines);
});
