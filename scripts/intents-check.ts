import { join, resolve } from "node:path";
import { catalogueExamples } from "../src/nlu/catalogue-examples.ts";
import { loadCatalogue } from "../src/nlu/catalogue.ts";
import { checkIntents, printedCheck } from "../src/nlu/intent-check.ts";
import { loadWordVectors } from "../src/nlu/word-vectors.ts";
import { readOptions } from "./options.ts";

const usage = "npm run intents:check [-- --dir intents]: what makes intents hard to tell apart. Ends with 1 where two share an utterance.";
const root = join(import.meta.dirname, "..");
const { dir } = readOptions(usage, { options: { dir: { type: "string", default: join(root, "intents") } } }).values;
const examples = catalogueExamples(await loadCatalogue(resolve(dir)));
const check = checkIntents(examples, await loadWordVectors(join(root, "src/nlu/models/vectors.json")));
console.log(printedCheck(check));
process.exitCode = check.shared.length > 0 ? 1 : 0;
