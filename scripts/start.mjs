/** `npm start`: sets up what is missing, then runs the server until it is told to stop. */
import { runOnNode24 } from "./node-24.mjs";
import { ensurePackages, ensureRedis, ensureWeb, hasOwnRedis, main } from "./setup.mjs";

await main(async () => {
  await ensurePackages();
  if (!hasOwnRedis(process.env)) await ensureRedis();
  await ensureWeb();
  return runOnNode24("src/main.ts", process.argv.slice(2));
});
