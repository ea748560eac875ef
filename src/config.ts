import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { z } from "zod";
import { readOpeningHours } from "./adapters/files/opening-hours-file.ts";
import { ConfigError } from "./core/errors.ts";
import type { OpeningHours } from "./core/opening-hours.ts";

export type LogLevel = "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";

/** The bot's registration at Microsoft. `UserAssignedMSI` has no password, `MultiTenant` no tenant. */
export type BotRegistration = {
  appType: "SingleTenant" | "UserAssignedMSI" | "MultiTenant";
  appId: string;
  appPassword: string | null;
  tenantId: string | null;
};

export type Config = {
  production: boolean;
  /** 0 lets the system choose. */
  port: number;
  host: string;
  /** A redis: or rediss: URL, or the absolute path of a unix socket; null means the embedded Redis. */
  redisUrl: string | null;
  /** Absolute. */
  dataDir: string;
  logLevel: LogLevel;
  /** Where the world reaches this server, without a slash at the end; null means http://host:port. */
  publicUrl: string | null;
  /** Null: /api/messages takes unauthenticated activities, from this machine only. */
  bot: BotRegistration | null;
  /** The secret of an Azure Direct Line site; null means the built-in Direct Line. */
  directLineSecret: string | null;
  /** Without a slash at the end; null means the demo backend. */
  ordersApiUrl: string | null;
  signingSecret: string;
  /** Exact origins that may embed the chat besides our own. */
  trustedOrigins: readonly string[];
  customerJwtSecret: string | null;
  heartbeatSeconds: number;
  presenceExpirySeconds: number;
  reconcileSeconds: number;
  queueUpdateSeconds: number;
  offerSeconds: number;
  /** Without an answer from the customer for so long, a person's part is over. */
  customerSilentSeconds: number;
  firstReplySeconds: number;
  /** When people are at the desk; null means at any hour. */
  openingHours: OpeningHours | null;
  backendTimeoutMs: number;
  /** How Spanish-speaking customers are addressed. */
  address: "usted" | "tu";
  /** A desk elsewhere that takes handoffs in the place of ours; null means our own desk alone. */
  hub: { url: string; secret: string } | null;
};

export type Environment = Readonly<Record<string, string | undefined>>;
type Fault = { name: string; problem: string; remedy: string };

const seconds = (fallback: number, max: number) => z.coerce.number().int().min(1).max(max).default(fallback);
const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));
/** HMAC-SHA-256 loses strength with a shorter key (RFC 7518, section 3.2); required in production, where it guards something. */
const hmacKeyLength = 32;

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: httpUrl.optional(),
  DATA_DIR: z.string().default(".data"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  REDIS_URL: z.string().regex(/^(rediss?:\/\/.+|\/.+)$/).optional(),
  MicrosoftAppType: z.enum(["SingleTenant", "UserAssignedMSI", "MultiTenant"]).default("SingleTenant"),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  DIRECT_LINE_SECRET: z.string().optional(),
  SIGNING_SECRET: z.string().optional(),
  CUSTOMER_JWT_SECRET: z.string().optional(),
  CUSTOMER_ADDRESS: z.enum(["usted", "tu"]).default("usted"),
  HANDOFF_HUB_URL: httpUrl.optional(),
  HANDOFF_HUB_SECRET: z.string().optional(),
  TRUSTED_ORIGINS: z.string().default("").transform((list) => list.split(",").map((origin) => origin.trim()).filter(Boolean)),
  ORDERS_API_URL: httpUrl.optional(),
  // A person waits for the answer: past three seconds an honest "I cannot look it up now" helps more.
  BACKEND_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(3000),
  // A desk that misses two beats and is late with a third is gone: expiry is three beats.
  HEARTBEAT_SECONDS: seconds(15, 300),
  PRESENCE_EXPIRY_SECONDS: seconds(45, 900),
  // Only replies that a crash left unsent wait for it; twice a minute costs nothing.
  RECONCILE_SECONDS: seconds(30, 3600),
  // Often enough to show that nobody forgot, seldom enough not to nag.
  QUEUE_UPDATE_SECONDS: seconds(60, 3600),
  // Time to read a name, a reason and a line of text, and to decide.
  OFFER_SECONDS: seconds(20, 600),
  // Time to read a conversation and write a line. After three times as long the customer has waited too long for a first word.
  FIRST_REPLY_SECONDS: seconds(60, 3600),
  // Half an hour: longer than a telephone call in between, shorter than a shift.
  CUSTOMER_SILENT_SECONDS: seconds(1800, 86_400),
  OPENING_HOURS: z.string().optional(),
});

/** What a good value looks like, said when one is bad. */
const remedies: Record<keyof typeof schema.shape, string> = {
  NODE_ENV: "use development, test or production",
  PORT: "use a whole number from 0 to 65535",
  HOST: "use an address of this machine, such as 127.0.0.1",
  PUBLIC_URL: "use an address such as https://chat.example.com",
  DATA_DIR: "use a folder this user may write to",
  LOG_LEVEL: "use trace, debug, info, warn, error, fatal or silent",
  REDIS_URL: "use redis://host:6379, rediss://host:6379 or the absolute path of a unix socket",
  MicrosoftAppType: "use SingleTenant, UserAssignedMSI or MultiTenant",
  MicrosoftAppId: "use the application (client) id of the bot's registration",
  MicrosoftAppPassword: "use a client secret of the bot's registration",
  MicrosoftAppTenantId: "use the directory (tenant) id of the bot's registration",
  DIRECT_LINE_SECRET: "use a site secret of the Azure Direct Line channel, or leave it empty for the built-in one",
  SIGNING_SECRET: "use at least 32 random characters, such as the output of: openssl rand -hex 32",
  CUSTOMER_JWT_SECRET: "use at least 32 random characters that the host site knows too",
  CUSTOMER_ADDRESS: "use usted or tu",
  HANDOFF_HUB_URL: "use the address of the hub that takes handoffs, such as https://hub.example.com",
  HANDOFF_HUB_SECRET: "use at least 32 random characters that the hub knows too",
  TRUSTED_ORIGINS: "use exact origins with commas between them, such as https://shop.example.com",
  ORDERS_API_URL: "use the address of the orders service, such as https://orders.example.com",
  BACKEND_TIMEOUT_MS: "use whole milliseconds from 100 to 30000",
  HEARTBEAT_SECONDS: "use whole seconds from 1 to 300",
  PRESENCE_EXPIRY_SECONDS: "use whole seconds from 1 to 900, at least twice HEARTBEAT_SECONDS",
  RECONCILE_SECONDS: "use whole seconds from 1 to 3600",
  QUEUE_UPDATE_SECONDS: "use whole seconds from 1 to 3600",
  OFFER_SECONDS: "use whole seconds from 1 to 600",
  CUSTOMER_SILENT_SECONDS: "use whole seconds from 1 to 86400",
  FIRST_REPLY_SECONDS: "use whole seconds from 1 to 3600",
  OPENING_HOURS: "name a file like intents/desk/opening-hours.yaml, or leave it empty when people are there at any hour",
};

/** These may also be given as NAME_FILE, the path of a file that holds the value (as container secrets are). */
const secretNames = ["REDIS_URL", "MicrosoftAppPassword", "DIRECT_LINE_SECRET", "SIGNING_SECRET", "CUSTOMER_JWT_SECRET", "HANDOFF_HUB_SECRET"] as const;

/** Every variable this server reads; `.env.example` lists exactly these. */
export const configKeys: readonly string[] = [...Object.keys(schema.shape), ...secretNames.map((name) => `${name}_FILE`)];

/**
 * Reads the whole set-up from the environment. An empty variable counts as not set.
 *
 * Outside production a missing SIGNING_SECRET is made once and kept in DATA_DIR/signing-secret.
 *
 * @throws ConfigError with every fault at once, each by name and remedy, in `details.faults`; never a value
 */
export function readConfig(env: Environment): Config {
  const faults: Fault[] = [];
  const values = withSecretFiles(env, faults);
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    for (const name of new Set(parsed.error.issues.map((issue) => issue.path[0] as keyof typeof remedies))) {
      faults.push({ name, problem: "is not valid", remedy: remedies[name] });
    }
    throw configError(faults);
  }

  const given = parsed.data;
  const production = given.NODE_ENV === "production";
  const missing = (name: keyof typeof remedies, why: string) => faults.push({ name, problem: `is missing: ${why}`, remedy: remedies[name] });

  if (given.MicrosoftAppId === undefined) {
    if (production) missing("MicrosoftAppId", "in production /api/messages is never open to everybody");
    else if (!isLoopback(given.HOST)) {
      faults.push({ name: "HOST", problem: "is open to the network while no MicrosoftAppId is set, so anybody could post as any customer", remedy: "use 127.0.0.1, or set MicrosoftAppId" });
    }
  }
  if (production || given.MicrosoftAppId !== undefined) {
    if (given.MicrosoftAppPassword === undefined && given.MicrosoftAppType !== "UserAssignedMSI") missing("MicrosoftAppPassword", "replies to the channel must be signed");
    if (given.MicrosoftAppTenantId === undefined && given.MicrosoftAppType !== "MultiTenant") missing("MicrosoftAppTenantId", `a ${given.MicrosoftAppType} registration belongs to one`);
  }
  if (production && given.SIGNING_SECRET === undefined) missing("SIGNING_SECRET", "tokens must stay valid on every process and after a restart");
  if (given.HANDOFF_HUB_URL !== undefined && given.HANDOFF_HUB_SECRET === undefined) missing("HANDOFF_HUB_SECRET", "anybody could speak to customers as the hub");
  for (const name of ["SIGNING_SECRET", "CUSTOMER_JWT_SECRET", "HANDOFF_HUB_SECRET"] as const) {
    if (production && (given[name]?.length ?? hmacKeyLength) < hmacKeyLength) faults.push({ name, problem: "is too short to keep anybody out", remedy: remedies[name] });
  }
  if (production && given.ORDERS_API_URL === undefined) missing("ORDERS_API_URL", "the demo backend is not served in production");
  if (given.TRUSTED_ORIGINS.some((origin) => !isOrigin(origin))) faults.push({ name: "TRUSTED_ORIGINS", problem: "is not valid", remedy: remedies.TRUSTED_ORIGINS });
  if (given.PRESENCE_EXPIRY_SECONDS < 2 * given.HEARTBEAT_SECONDS) {
    faults.push({ name: "PRESENCE_EXPIRY_SECONDS", problem: "would call an agent gone after a single late heartbeat", remedy: remedies.PRESENCE_EXPIRY_SECONDS });
  }
  const openingHours = given.OPENING_HOURS === undefined ? null : readOpeningHours(given.OPENING_HOURS);
  if (typeof openingHours === "string") faults.push({ name: "OPENING_HOURS", problem: openingHours, remedy: remedies.OPENING_HOURS });
  if (faults.length > 0) throw configError(faults);

  const dataDir = resolve(given.DATA_DIR);
  return {
    production,
    port: given.PORT,
    host: given.HOST,
    redisUrl: given.REDIS_URL ?? null,
    dataDir,
    logLevel: given.LOG_LEVEL,
    publicUrl: given.PUBLIC_URL ?? null,
    bot: given.MicrosoftAppId === undefined ? null : {
      appType: given.MicrosoftAppType,
      appId: given.MicrosoftAppId,
      appPassword: given.MicrosoftAppPassword ?? null,
      tenantId: given.MicrosoftAppTenantId ?? null,
    },
    directLineSecret: given.DIRECT_LINE_SECRET ?? null,
    ordersApiUrl: given.ORDERS_API_URL ?? null,
    signingSecret: given.SIGNING_SECRET ?? keptSigningSecret(dataDir),
    trustedOrigins: given.TRUSTED_ORIGINS,
    customerJwtSecret: given.CUSTOMER_JWT_SECRET ?? null,
    heartbeatSeconds: given.HEARTBEAT_SECONDS,
    presenceExpirySeconds: given.PRESENCE_EXPIRY_SECONDS,
    reconcileSeconds: given.RECONCILE_SECONDS,
    queueUpdateSeconds: given.QUEUE_UPDATE_SECONDS,
    offerSeconds: given.OFFER_SECONDS,
    customerSilentSeconds: given.CUSTOMER_SILENT_SECONDS,
    firstReplySeconds: given.FIRST_REPLY_SECONDS,
    openingHours: typeof openingHours === "string" ? null : openingHours,
    backendTimeoutMs: given.BACKEND_TIMEOUT_MS,
    address: given.CUSTOMER_ADDRESS,
    hub: given.HANDOFF_HUB_URL !== undefined && given.HANDOFF_HUB_SECRET !== undefined ? { url: given.HANDOFF_HUB_URL, secret: given.HANDOFF_HUB_SECRET } : null,
  };
}

/** The known variables that are set and not empty, secrets read from their files. */
function withSecretFiles(env: Environment, faults: Fault[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = env[name]?.trim();
    if (value) values[name] = value;
  }
  for (const name of secretNames) {
    const path = env[`${name}_FILE`]?.trim();
    if (!path) continue;
    if (values[name] !== undefined) {
      faults.push({ name: `${name}_FILE`, problem: `is set together with ${name}`, remedy: "set one of the two" });
      continue;
    }
    try {
      values[name] = readFileSync(path, "utf8").trim();
    } catch {
      // Which file and why stays out of the message: a path can tell too much, and the name is enough to look it up.
      faults.push({ name: `${name}_FILE`, problem: "cannot be read", remedy: "name a file this user may read" });
    }
  }
  return values;
}

function configError(faults: Fault[]): ConfigError {
  const lines = faults.map((fault) => `${fault.name} ${fault.problem}; ${fault.remedy}`);
  return new ConfigError("config.invalid", lines.join("\n"), { faults });
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

/** One secret per data folder, so that a restart signs nobody out. */
function keptSigningSecret(dataDir: string): string {
  const path = join(dataDir, "signing-secret");
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      // "wx" loses the race against another first start instead of replacing its secret.
      writeFileSync(path, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    chmodSync(path, 0o600);
    const secret = readFileSync(path, "utf8").trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    throw new ConfigError("config.data-dir", `DATA_DIR cannot be written to; ${remedies.DATA_DIR}`, { faults: [{ name: "DATA_DIR" }] }, error);
  }
  throw new ConfigError("config.signing-secret", "DATA_DIR/signing-secret is too short; delete the file, or set SIGNING_SECRET", { faults: [{ name: "SIGNING_SECRET" }] });
}
