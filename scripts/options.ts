import { parseArgs, type ParseArgsConfig } from "node:util";

/**
 * A command's options, read by Node's reader. Prints the usage on `--help` and ends with 0; on an option that it does not have, or without its value, says
 * which it is, with the usage, and ends with 2.
 */
export function readOptions<Config extends ParseArgsConfig>(usage: string, config: Config): ReturnType<typeof parseArgs<Config>> {
  if (process.argv.slice(2).some((option) => option === "--help" || option === "-h")) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    if (!isMisuse(error)) throw error;
    console.error(`error: ${error.message}\n${usage}`);
    process.exit(2);
  }
}

/** Options that a command does not have, or without their value, as Node's reader of arguments throws them. */
export const isMisuse = (error: unknown): error is TypeError => error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
