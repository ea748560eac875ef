import { readFileSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";

/** The house's import table. Rooms are folders from the top level; `packages` are names or "any". */
type Room = { mayImport: readonly string[]; packages: readonly string[] | "any"; node: boolean };

const rooms: Record<string, Room> = {
  "src/core": { mayImport: [], packages: [], node: false },
  // yaml and zod read the intents' files: an edge of its own, parsed once at start.
  "src/nlu": { mayImport: ["src/core"], packages: ["natural", "sentiment", "yaml", "zod"], node: true },
  "src/app": { mayImport: ["src/core", "src/nlu"], packages: [], node: true },
  "src/api": { mayImport: ["src/core", "src/app"], packages: ["zod"], node: true },
  dialogs: { mayImport: ["src/core"], packages: [], node: false },
  "src/adapters": { mayImport: ["src/core", "src/app", "src/api", "src/nlu"], packages: "any", node: true },
  "src/web": { mayImport: ["src/api/contract.ts"], packages: "any", node: true },
};

/** The channels' folders: nobody else may know the Bot Framework SDK, whose support has ended. */
const botFrameworkRooms = ["src/adapters/botframework", "src/adapters/teams", "src/adapters/directline"];

const root = resolve(__dirname, "..");
const sources = ["src", "dialogs", "test", "scripts"].flatMap((folder) => filesIn(join(root, folder)));
const ours = sources.filter((file) => file.startsWith("src/") || file.startsWith("dialogs/"));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const textOf = (file: string) => readFileSync(join(root, file), "utf8");

type Import = { file: string; target: string; typeOnly: boolean };

/** Static, side-effect and dynamic imports and re-exports; relative ones as paths from the top level. */
function importsOf(file: string): Import[] {
  const from = /^\s*(import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm;
  const dynamic = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
  const text = textOf(file);
  const target = (name: string) => (name.startsWith(".") ? relative(root, resolve(root, dirname(file), name)).split(sep).join("/") : name);
  return [
    ...[...text.matchAll(from)].map((match) => ({ file, target: target(match[3] ?? ""), typeOnly: match[2] !== undefined })),
    ...[...text.matchAll(dynamic)].map((match) => ({ file, target: target(match[1] ?? ""), typeOnly: false })),
  ];
}

const isOurs = (target: string) => /^(src|dialogs|test|scripts|intents)\//.test(target);
const isNode = (target: string) => target.startsWith("node:") || builtinModules.includes(target);
const packageName = (target: string) => target.split("/").slice(0, target.startsWith("@") ? 2 : 1).join("/");
const within = (file: string, room: string) => file === room || file.startsWith(`${room}/`);
const roomOf = (file: string) => Object.entries(rooms).find(([room]) => within(file, room));
const adapterOf = (file: string) => /^src\/adapters\/([^/]+)\//.exec(file)?.[1];
const show = ({ file, target }: Import) => `${file} -> ${target}`;

/** Every import of our sources together with the room it is in; `src/main.ts` and `src/config.ts` may import everything. */
const imports = ours.flatMap((file) => {
  const room = roomOf(file);
  return room ? importsOf(file).map((found) => ({ ...found, name: room[0], room: room[1] })) : [];
});

describe("the house", () => {
  it("has a room for every source", () => {
    expect(ours.filter((file) => !roomOf(file) && !["src/main.ts", "src/config.ts"].includes(file))).toEqual([]);
  });

  it("lets each room import only the rooms below it", () => {
    const wrong = imports.filter(({ target, name, room }) => isOurs(target) && ![name, ...room.mayImport].some((allowed) => within(target, allowed)));
    expect(wrong.map(show)).toEqual([]);
  });

  it("lets the use cases know the shapes of understanding, not its code", () => {
    expect(imports.filter(({ name, target, typeOnly }) => name === "src/app" && within(target, "src/nlu") && !typeOnly).map(show)).toEqual([]);
  });

  it("lets no adapter import another adapter", () => {
    const wrong = imports.filter(({ file, target }) => adapterOf(target) !== undefined && adapterOf(target) !== adapterOf(file));
    expect(wrong.map(show)).toEqual([]);
  });

  it("keeps packages in the rooms that may use them", () => {
    const wrong = imports.filter(({ target, room }) => !isOurs(target) && !isNode(target) && room.packages !== "any" && !room.packages.includes(packageName(target)));
    expect(wrong.map(show)).toEqual([]);
  });

  it("keeps the operating system out of the pure rooms", () => {
    expect(imports.filter(({ target, room }) => isNode(target) && !room.node).map(show)).toEqual([]);
  });

  it("keeps the Bot Framework SDK in the channels' folders", () => {
    const wrong = imports.filter(({ file, target }) => /^(botbuilder|botframework-(?!webchat|directlinejs))/.test(packageName(target)) && !botFrameworkRooms.some((room) => within(file, room)));
    expect(wrong.map(show)).toEqual([]);
  });

  it("never imports natural as a whole: that loads database clients and reads .env by itself", () => {
    expect(imports.filter(({ target }) => target === "natural").map(show)).toEqual([]);
  });

  it("keeps thinking out of the clock and chance: no core function asks what time it is", () => {
    expect(ours.filter((file) => within(file, "src/core") && /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|randomUUID\(/.test(textOf(file)))).toEqual([]);
  });

  it("reads the environment in one file", () => {
    expect(ours.filter((file) => !["src/config.ts", "src/main.ts"].includes(file) && /process\.env|import\.meta\.env/.test(textOf(file)))).toEqual([]);
  });

  it("keeps every file under 300 lines", () => {
    expect(sources.filter((file) => textOf(file).trimEnd().split("\n").length > 300)).toEqual([]);
  });

  it("has no barrel files", () => {
    expect(ours.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
  });

  it("finds imports of every form, so that the rules above cannot pass by seeing nothing", () => {
    expect(importsOf("test/architecture.test.ts").map(({ target }) => target)).toEqual(expect.arrayContaining(["node:fs", "node:path"]));
    expect(imports.length).toBeGreaterThan(ours.length / 2);
  });
});
