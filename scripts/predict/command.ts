import { isMisuse } from "../options.ts";
import { InputError } from "./json-lines.ts";

/** Prints the usage on `--help`; else runs the command. What is wrong with its files or options is said in a line, with exit code 1; a fault of ours is thrown. */
export async function command(usage: string, run: () => Promise<void>): Promise<void> {
  if (process.argv.slice(2).some((option) => option === "--help" || option === "-h")) {
    console.log(usage);
    return;
  }
  try {
    await run();
  } catch (error) {
    const said = error instanceof InputError ? error.message : isMisuse(error) ? usage : null;
    if (said === null) throw error;
    console.error(`error: ${said}`);
    process.exitCode = 1;
  }
}
