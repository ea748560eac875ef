import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { CatalogueError, placeholders } from "./catalogue.ts";
import type { Catalogue } from "./catalogue-types.ts";

/**
 * The catalogue as customers addressed as `tú` read it: Spanish texts of `informal/es.yaml` stand in for those that say `usted`.
 *
 * @param dir the folder `intents/`
 * @throws CatalogueError where it names a key nobody has, or wants other values than the text it stands in for
 */
export async function informally(catalogue: Catalogue, dir: string): Promise<Catalogue> {
  const file = join(dir, "informal/es.yaml");
  const parsed = z.record(z.string(), z.string().trim().min(1)).safeParse(parse(await readFile(file, "utf8")));
  if (!parsed.success) throw new CatalogueError(parsed.error.issues.map(({ path, message }) => `${file}: ${path.join(".")}: ${message}`));
  const faults: string[] = [];
  const texts = new Map(catalogue.texts);
  for (const [key, es] of Object.entries(parsed.data)) {
    const formal = catalogue.texts.get(key);
    if (!formal) faults.push(`${file}: ${key}: no text has this key`);
    else if (placeholders(formal.es).join() !== placeholders(es).join()) faults.push(`${file}: ${key}: it wants other values than the text it stands in for`);
    else texts.set(key, { ...formal, es });
  }
  if (faults.length > 0) throw new CatalogueError(faults);
  return { ...catalogue, texts };
}
