import { checkAll, type Facts, type RedisFacts } from "../../scripts/doctor/checks.ts";

const redis: Extract<RedisFacts, { kind: "reachable" }> = { kind: "reachable", embedded: false, version: "7.0.15", policy: "noeviction", appendOnly: true, clockAheadMs: 0 };
const healthy: Facts = {
  nodeVersion: "v24.21.0",
  configFaults: [],
  port: { host: "127.0.0.1", port: 3978, state: "free" },
  redis,
  models: ["intents.json"],
  dataDir: { path: "/data", writable: true, freeBytes: 200 * 1024 * 1024 },
  now: Date.UTC(2026, 0, 1),
};

const failing = (change: Partial<Facts>) => checkAll({ ...healthy, ...change }).filter(({ ok }) => !ok).map(({ name }) => name);
const withRedis = (change: Partial<typeof redis>) => failing({ redis: { ...redis, ...change } });

describe("the doctor", () => {
  it("finds nothing wrong with a healthy machine", () => {
    expect(failing({})).toEqual([]);
  });

  it("gives every failure a way to mend it, and a passed check none", () => {
    const sick: Facts = { nodeVersion: "v20.1.0", configFaults: ["PORT is not valid"], port: { host: "::", port: 1, state: "taken" }, redis: { ...redis, version: "5.0.0", policy: "allkeys-lru", appendOnly: false, clockAheadMs: 9e9 }, models: null, dataDir: { path: "/", writable: false, freeBytes: 0 }, now: 0 };
    expect(checkAll(sick).filter(({ ok, fix }) => ok || !fix)).toEqual([]);
    expect(checkAll(healthy).filter(({ fix }) => fix !== null)).toEqual([]);
  });

  it("wants Node 24", () => {
    expect([failing({ nodeVersion: "v24.0.0" }), failing({ nodeVersion: "v23.11.0" })]).toEqual([[], ["node"]]);
  });

  it("wants Redis 6.2", () => {
    expect([withRedis({ version: "6.2.0" }), withRedis({ version: "6.0.16" }), withRedis({ version: "10.0.0" })]).toEqual([[], ["redis"], []]);
  });

  it("wants a Redis that forgets nothing by itself and survives a crash", () => {
    expect([withRedis({ policy: "volatile-lru" }), withRedis({ appendOnly: false })]).toEqual([["redis maxmemory-policy"], ["redis persistence"]]);
  });

  it("does not blame a hosted Redis for hiding its settings", () => {
    expect(withRedis({ policy: null, appendOnly: null })).toEqual([]);
  });

  it("says once that Redis is away, not once per setting", () => {
    expect(failing({ redis: { kind: "absent", why: "no answer" } })).toEqual(["redis"]);
  });

  it("wants clocks at most two seconds apart, whichever is ahead", () => {
    expect([withRedis({ clockAheadMs: 2000 }), withRedis({ clockAheadMs: 2001 }), withRedis({ clockAheadMs: -2001 })]).toEqual([[], ["clock"], ["clock"]]);
    expect(failing({ now: Date.UTC(2026, 0, 1) - 1 })).toEqual(["clock"]);
  });

  it("takes a port that Relevo itself is using for fine, and any other program for a failure", () => {
    const port = (state: Facts["port"]["state"]) => failing({ port: { ...healthy.port, state } });
    expect([port("relevo"), port("taken"), port("unusable")]).toEqual([[], ["port"], ["port"]]);
  });

  it("wants a data folder it may write to with room for the file to be rewritten", () => {
    expect(failing({ dataDir: { ...healthy.dataDir, writable: false } })).toEqual(["data folder"]);
    expect(failing({ dataDir: { ...healthy.dataDir, freeBytes: healthy.dataDir.freeBytes - 1 } })).toEqual(["data folder"]);
  });

  it("wants models", () => {
    expect([failing({ models: [] }), failing({ models: null })]).toEqual([["models"], ["models"]]);
  });
});
