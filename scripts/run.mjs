/** `node scripts/run.mjs FILE.ts ...`: makes sure of the packages, then runs one of our TypeScript files on Node 24. */
import { runOnNode24 } from "./node-24.mjs";
import { ensurePackages, main, SetupError } from "./setup.mjs";

await main(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new SetupError("name the file to run: node scripts/run.mjs scripts/doctor.ts");
  await ensurePackages();
  return runOnNode24(file, args);
});
