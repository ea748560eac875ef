import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { correctionsFromLog } from "../../../scripts/train/corrections-log.ts";
import { trainWithCorrections } from "../../../scripts/train/corrections.ts";
import { conversationDigest, readTaken } from "../../../scripts/train/taken-corrections.ts";
import { createRedisLog } from "../../../src/adapters/redis/redis-log.ts";
import { UnavailableError } from "../../../src/core/errors.ts";
import type { Event } from "../../../src/core/events.ts";
import { anUnderstanding, aReading, noon } from "../../support/given.ts";
import { smallCheckout } from "../../support/small-checkout.ts";
import { useTestRedis } from "../../support/redis-client.ts";

const redis = useTestRedis();
afterEach(() => redis().flushall());

const agent = { id: "agent1", name: "Eva" };
const turn = (text: string, tone = true): Event[] => [
  { type: "TurnReceived", turnId: "t1", text, control: null, rating: null, attachments: [] },
  { type: "TurnUnderstood", turnId: "t1", understanding: anUnderstanding({ language: "es", intents: [{ intent: "stock", confidence: 0.9 }], emotion: tone ? aReading() : null }) },
];
const corrected = (rest: Partial<Extract<Event, { type: "ReadingCorrected" }>>): Event => ({ type: "ReadingCorrected", turnId: "t1", agent, emotion: null, intent: null, ...rest });
const read = () => correctionsFromLog({ redisUrl: redis().options.path ?? "", dataDir: "" });

test("gathers the corrections of all conversations, the last of each turn, with what was read then", async () => {
  const log = createRedisLog(redis());
  await log.append("a", [...turn("¿me devuelven lo del pedido 1043?"), corrected({ intent: "stock" }), corrected({ intent: "refund", emotion: "anxious" })], 0, noon);
  await log.append("b", turn("hola"), 0, noon);
  const { corrections } = await read();
  expect(corrections).toEqual([{
    key: expect.stringContaining(conversationDigest("a")) as string, language: "es", text: "¿me devuelven lo del pedido [order]?", intent: "refund", emotion: "anxious", readAs: { intent: "stock", emotion: "neutral" },
  }]);
  expect(JSON.stringify(corrections)).not.toMatch(/agent1|Eva/);
});

test("lists nothing of an erased conversation, and names it so that what was learnt from it can go", async () => {
  const log = createRedisLog(redis());
  await log.append("a", [...turn("¿me devuelven el dinero?"), corrected({ intent: "refund" })], 0, noon);
  await log.erase("a");
  expect(await read()).toEqual({ corrections: [], erased: new Set([conversationDigest("a")]) });
});

test("forgets what was learnt from a conversation erased since", async () => {
  const log = createRedisLog(redis());
  await log.append("a", [...turn("¿me devuelven el dinero?"), corrected({ intent: "refund" })], 0, noon);
  const checkout = await smallCheckout();
  try {
    const learn = () => trainWithCorrections({
      root: checkout.root, data: null, from: { env: { REDIS_URL: redis().options.path ?? "", DATA_DIR: checkout.root } }, approve: true, drop: [], ask: null, print: () => undefined,
    });
    expect(await learn()).toMatchObject({ status: "taken", taken: 1, forgotten: 0 });
    await log.erase("a");
    expect(await learn()).toMatchObject({ status: "taken", taken: 0, forgotten: 1 });
    expect(await readTaken(checkout.root)).toEqual([]);
  } finally {
    checkout.remove();
  }
});

test("learns no feeling of a customer who did not want the tone to be read", async () => {
  const log = createRedisLog(redis());
  await log.append("a", [...turn("¿me devuelven el dinero?", false), corrected({ intent: "refund", emotion: "angry" })], 0, noon);
  expect((await read()).corrections).toMatchObject([{ intent: "refund", emotion: null }]);
});

test("finds no corrections where no server ever ran, and makes no folder", async () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), "relevo-")), "none");
  expect(await correctionsFromLog({ redisUrl: null, dataDir })).toEqual({ corrections: [], erased: new Set() });
});

test("says that the store does not answer when there is none", async () => {
  await expect(correctionsFromLog({ redisUrl: join(tmpdir(), "no-such.sock"), dataDir: "" })).rejects.toThrow(UnavailableError);
});
