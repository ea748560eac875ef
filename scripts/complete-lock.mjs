/**
 * `node scripts/complete-lock.mjs`, after `npm install PACKAGE`: adds to package-lock.json the packages for other platforms
 * that npm left out because the registry in use does not carry them. Without them `npm ci` calls the lockfile incomplete.
 *
 * What platform a package is for is read from its name, which follows one custom (system-cpu-libc) among native packages.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main, root, say, SetupError } from "./setup.mjs";

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64"];

/** The lockfile's packages with an entry for each optional dependency that had none; throws on a name it cannot read. */
export function completed(packages) {
  const all = { ...packages };
  for (const [path, { optionalDependencies, dev }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies ?? {})) {
      if (`node_modules/${name}` in all || `${path}/node_modules/${name}` in all) continue;
      all[`node_modules/${name}`] = { version: range.replace(/^[~^]/, ""), ...(dev ? { dev } : {}), optional: true, ...platform(name) };
    }
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b, "en")));
}

function platform(name) {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!os || !cpu) throw new SetupError(`cannot tell the platform of ${name}; add it to package-lock.json by hand`);
  const libc = words.some((word) => word.startsWith("musl")) ? "musl" : "glibc";
  return os === "linux" ? { cpu: [cpu], os: [os], libc: [libc] } : { cpu: [cpu], os: [os] };
}

if (process.argv[1] === join(root, "scripts/complete-lock.mjs")) {
  await main(() => {
    const file = join(root, "package-lock.json");
    const lock = JSON.parse(readFileSync(file, "utf8"));
    const packages = completed(lock.packages);
    const added = Object.keys(packages).length - Object.keys(lock.packages).length;
    if (added > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
    say(`${added} packages for other platforms added`);
    return 0;
  });
}
