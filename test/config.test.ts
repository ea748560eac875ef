import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { configKeys, readConfig, type Environment } from "../src/config.ts";
import { ConfigError } from "../src/core/errors.ts";

const secret = "0123456789abcdef0123456789abcdef";
const production: Environment = {
  NODE_ENV: "production",
  MicrosoftAppId: "app",
  MicrosoftAppPassword: "password",
  MicrosoftAppTenantId: "tenant",
  SIGNING_SECRET: secret,
  ORDERS_API_URL: "https://orders.example.com/",
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relevo-config-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (env: Environment) => readConfig({ DATA_DIR: folder, ...env });

/** The names of the variables a set-up is refused for. */
function faults(env: Environment): string[] {
  try {
    read(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return (error.details["faults"] as { name: string }[]).map(({ name }) => name);
  }
  return [];
}

describe("reading the set-up", () => {
  it("needs nothing at all outside production", () => {
    expect(read({})).toMatchObject({
      production: false, host: "127.0.0.1", port: 3978, redisUrl: null, bot: null, ordersApiUrl: null, publicUrl: null, trustedOrigins: [],
      heartbeatSeconds: 15, presenceExpirySeconds: 45, reconcileSeconds: 30, queueUpdateSeconds: 60, backendTimeoutMs: 3000,
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(read({ PORT: "", REDIS_URL: " ", MicrosoftAppId: "" })).toMatchObject({ port: 3978, redisUrl: null, bot: null });
  });

  it("reports every fault at once, by name", () => {
    expect(faults({ PORT: "many", LOG_LEVEL: "loud", REDIS_URL: "localhost", HEARTBEAT_SECONDS: "0" })).toEqual(["PORT", "LOG_LEVEL", "REDIS_URL", "HEARTBEAT_SECONDS"]);
  });

  it("never repeats a value, because it may be a secret in the wrong place", () => {
    const misplaced = "s3cret-value";
    expect.assertions(2);
    try {
      read({ PORT: misplaced, PUBLIC_URL: misplaced, SIGNING_SECRET: misplaced, TRUSTED_ORIGINS: misplaced, SIGNING_SECRET_FILE: misplaced });
    } catch (error) {
      expect(String(error)).not.toContain(misplaced);
      expect(JSON.stringify(error)).not.toContain(misplaced);
    }
  });

  it("takes ports from 0 to 65535", () => {
    expect([read({ PORT: "0" }).port, read({ PORT: "65535" }).port]).toEqual([0, 65535]);
    expect([faults({ PORT: "-1" }), faults({ PORT: "65536" }), faults({ PORT: "1.5" })]).toEqual([["PORT"], ["PORT"], ["PORT"]]);
  });

  it("takes a Redis by URL or by the path of its socket", () => {
    for (const url of ["redis://localhost:6379", "rediss://user:word@cache:6380/1", "/run/redis.sock"]) expect(read({ REDIS_URL: url }).redisUrl).toBe(url);
  });

  it("takes exact origins only", () => {
    expect(read({ TRUSTED_ORIGINS: "https://shop.example.com, http://localhost:8080" }).trustedOrigins).toEqual(["https://shop.example.com", "http://localhost:8080"]);
    for (const list of ["https://shop.example.com/", "*", "shop.example.com", "null", "https://*.example.com/x"]) expect(faults({ TRUSTED_ORIGINS: list })).toEqual(["TRUSTED_ORIGINS"]);
  });

  it("takes an agent for gone after two late heartbeats at the earliest", () => {
    expect(faults({ HEARTBEAT_SECONDS: "10", PRESENCE_EXPIRY_SECONDS: "20" })).toEqual([]);
    expect(faults({ HEARTBEAT_SECONDS: "10", PRESENCE_EXPIRY_SECONDS: "19" })).toEqual(["PRESENCE_EXPIRY_SECONDS"]);
  });
});

describe("who may reach an unauthenticated bot", () => {
  it("is only this machine", () => {
    for (const host of ["127.0.0.1", "127.1.2.3", "::1", "localhost"]) expect(faults({ HOST: host })).toEqual([]);
    for (const host of ["0.0.0.0", "::", "192.168.1.5", "127.0.0.1.example.com"]) expect(faults({ HOST: host })).toEqual(["HOST"]);
  });

  it("is everybody once the channel signs its activities", () => {
    expect(faults({ HOST: "0.0.0.0", MicrosoftAppId: "app", MicrosoftAppPassword: "password", MicrosoftAppTenantId: "tenant" })).toEqual([]);
  });
});

describe("production", () => {
  it("starts with everything it needs", () => {
    expect(read({ ...production, HOST: "0.0.0.0" })).toMatchObject({
      production: true, host: "0.0.0.0", ordersApiUrl: "https://orders.example.com",
      bot: { appType: "SingleTenant", appId: "app", appPassword: "password", tenantId: "tenant" },
    });
  });

  it("says everything that is missing at once", () => {
    expect(faults({ NODE_ENV: "production" })).toEqual(["MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "SIGNING_SECRET", "ORDERS_API_URL"]);
  });

  it.each(["MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "SIGNING_SECRET", "ORDERS_API_URL"])("refuses to start without %s", (name) => {
    expect(faults({ ...production, [name]: undefined })).toEqual([name]);
  });

  it("asks no password of a managed identity and no tenant of a multi-tenant registration", () => {
    expect(faults({ ...production, MicrosoftAppType: "UserAssignedMSI", MicrosoftAppPassword: undefined })).toEqual([]);
    expect(faults({ ...production, MicrosoftAppType: "MultiTenant", MicrosoftAppTenantId: undefined })).toEqual([]);
  });

  it("refuses a signing secret of fewer than 32 characters", () => {
    expect(faults({ ...production, SIGNING_SECRET: secret.slice(1) })).toEqual(["SIGNING_SECRET"]);
    expect(faults({ ...production, SIGNING_SECRET: secret })).toEqual([]);
  });
});

describe("secrets", () => {
  it("come from a file where NAME_FILE names one, without the line's end", () => {
    const path = join(folder, "secret");
    writeFileSync(path, `${secret}\n`);
    expect(read({ SIGNING_SECRET_FILE: path }).signingSecret).toBe(secret);
  });

  it("are refused when the file cannot be read or the secret is given twice", () => {
    expect(faults({ SIGNING_SECRET_FILE: join(folder, "absent") })).toEqual(["SIGNING_SECRET_FILE"]);
    expect(faults({ SIGNING_SECRET: secret, SIGNING_SECRET_FILE: join(folder, "absent") })).toEqual(["SIGNING_SECRET_FILE"]);
  });

  it("for signing are made once outside production and readable by their owner only", () => {
    const first = read({}).signingSecret;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(read({}).signingSecret).toBe(first);
    expect(statSync(join(folder, "signing-secret")).mode & 0o777).toBe(0o600);
  });

  it("are not written in production", () => {
    read(production);
    expect(() => statSync(join(folder, "signing-secret"))).toThrow("ENOENT");
  });

  it("cannot be kept where DATA_DIR is no folder, and the error says so", () => {
    writeFileSync(join(folder, "file"), "");
    expect(faults({ DATA_DIR: join(folder, "file") })).toEqual(["DATA_DIR"]);
  });
});

describe(".env.example", () => {
  const lines = readFileSync(resolve(__dirname, "../.env.example"), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const example = Object.fromEntries(lines.map((line) => line.split("=", 2) as [string, string]));

  it("lists exactly the variables that are read", () => {
    expect(Object.keys(example).toSorted()).toEqual([...configKeys].toSorted());
  });

  it("shows the defaults", () => {
    expect(read({ ...example, DATA_DIR: folder })).toEqual(read({}));
    expect(example["DATA_DIR"]).toBe(".data");
  });
});
