import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { pino } from "pino";
import { dialogs } from "../dialogs/all.ts";
import { createBullLine } from "./adapters/bullmq/bull-line.ts";
import { createBullTimers } from "./adapters/bullmq/bull-timers.ts";
import { createBot, handledKey, readsLogKey, signedInKey } from "./adapters/botframework/bot.ts";
import { ConnectorAdapter } from "./adapters/botframework/connector-adapter.ts";
import { messagesDoor } from "./adapters/botframework/messages-door.ts";
import { languageOf } from "./adapters/botframework/turn-of-activity.ts";
import { createDemoAgents } from "./adapters/demo/demo-agents.ts";
import { DirectLineAdapter } from "./adapters/directline/direct-line-adapter.ts";
import { createDirectLine } from "./adapters/directline/direct-line.ts";
import { directLineRoutes } from "./adapters/directline/routes.ts";
import { createTokens } from "./adapters/directline/tokens.ts";
import { createUploadFolder } from "./adapters/files/upload-folder.ts";
import { createHttpServer } from "./adapters/http/http-server.ts";
import { pageDoors } from "./adapters/http/pages.ts";
import { createDemoOrders } from "./adapters/orders/demo-orders.ts";
import { createHttpOrders } from "./adapters/orders/http-orders.ts";
import { createHttpHub } from "./adapters/hub/http-hub.ts";
import { hubDoor } from "./adapters/hub/hub-door.ts";
import { withHubPeople } from "./adapters/hub/hub-presence.ts";
import { createMetrics } from "./adapters/prometheus/metrics.ts";
import { connectBlocking, connectFast, type RedisAddress } from "./adapters/redis/connect.ts";
import { startEmbeddedRedis } from "./adapters/redis/embedded.ts";
import { createRedisAudit } from "./adapters/redis/redis-audit.ts";
import { createRedisCustomerIndex } from "./adapters/redis/redis-customer-index.ts";
import { createRedisContacts } from "./adapters/redis/redis-contacts.ts";
import { createRedisDesks } from "./adapters/redis/redis-desks.ts";
import { createRedisFeed } from "./adapters/redis/redis-feed.ts";
import { watchRedis } from "./adapters/redis/redis-health.ts";
import { createRedisLog } from "./adapters/redis/redis-log.ts";
import { createRedisOfferTakers } from "./adapters/redis/redis-offer-takers.ts";
import { createRedisReactions } from "./adapters/redis/redis-reactions.ts";
import { createRedisPresence } from "./adapters/redis/redis-presence.ts";
import { rewriteAof } from "./adapters/redis/rewrite-aof.ts";
import { createRedisSessions } from "./adapters/redis/redis-sessions.ts";
import { createRedisSignals } from "./adapters/redis/redis-signals.ts";
import { deskStream } from "./api/desk-stream.ts";
import { healthDoors } from "./api/health-doors.ts";
import { apiTable } from "./api/routes.ts";
import { createAgentWork } from "./app/agent-work.ts";
import { createAssistant } from "./app/assistant.ts";
import { createChannelHandoff } from "./app/channel-handoff.ts";
import { createCustomerBrief } from "./app/customer-brief.ts";
import { followCustomers } from "./app/customer-index.ts";
import { createReadProfile } from "./app/customer-profile.ts";
import { createCustomers } from "./app/customers.ts";
import { createDeliver } from "./app/deliver.ts";
import { createAgentLease } from "./app/agent-lease.ts";
import { createFollowIntents } from "./app/intent-follows.ts";
import { createHold } from "./app/hold.ts";
import { createOffers } from "./app/offers.ts";
import type { DeskSignal, Signal } from "./app/ports.ts";
import { createHandoffHub } from "./app/handoff-hub.ts";
import { createReactionFollower } from "./app/reaction-follower.ts";
import { createReconcile } from "./app/reconcile.ts";
import { createTellPlace } from "./app/tell-place.ts";
import { createTicketBoard } from "./app/ticket-board.ts";
import { createTicketLine } from "./app/ticket-line.ts";
import { createToday } from "./app/today.ts";
import { warmUp } from "./app/warm-up.ts";
import { createWhisper } from "./app/whisper.ts";
import { readConfig, type Config } from "./config.ts";
import type { LineTimes } from "./core/due.ts";
import { ConfigError } from "./core/errors.ts";
import { defaultPolicy } from "./core/policy-settings.ts";
import { candidatesOf, examplesOf, textsOf, topicsOf } from "./nlu/catalogue-views.ts";
import { loadCatalogue } from "./nlu/catalogue.ts";
import { shopDate } from "./nlu/dates.ts";
import { informally } from "./nlu/informal-texts.ts";
import { loadModels } from "./nlu/models.ts";
import { createKnowledge } from "./nlu/knowledge.ts";
import { pastRepliesOver } from "./nlu/replies/past-replies.ts";
import { createRemember } from "./nlu/replies/remember.ts";
import { createReplyTemplates } from "./nlu/replies/templates-of-replies.ts";
import { readBehaviours } from "./nlu/tone/behaviours.ts";
import { mirror } from "./nlu/tone/mirror.ts";
import { createUnderstand } from "./nlu/understand.ts";

const root = join(import.meta.dirname, "..");
const version = "0.1.0";
/** A start that waits for Redis tries again this often, in milliseconds. */
const startAgainAfter = 500;
/** A desk's stream is pinged every 25 s: one that has missed two pings is not looked at. Milliseconds. */
const deskLasts = 60_000;

async function run(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, redact: ["*.headers", "*.config", "err.request", "err.response"] });
  const clock = { now: () => Date.now() };
  // A UUID without its dashes: 122 random bits, and nothing that BullMQ refuses in a job's id.
  const ids = { next: (prefix: string) => prefix + randomUUID().replaceAll("-", "") };

  const [catalogue, models] = await Promise.all([loadCatalogue(join(root, "intents")), loadModels(join(root, "src/nlu/models"))]);
  const embedded = config.redisUrl === null ? await startEmbeddedRedis({ dataDir: config.dataDir, log }) : null;
  const address: RedisAddress = embedded ? { path: embedded.path } : config.redisUrl?.startsWith("/") ? { path: config.redisUrl } : { url: config.redisUrl ?? "" };
  const redis = connectFast(address);
  const bullFast = connectFast(address);
  const bullBlocking = connectBlocking(address);
  const health = watchRedis(redis);

  const eventLog = createRedisLog(redis, (appendId, events) => feed.remember(appendId, events));
  const feed = createRedisFeed({ redis, blocking: connectBlocking(address), log: eventLog, logger: log });
  const [understand, ask, texts] = [createUnderstand(models), createKnowledge(catalogue, models), textsOf(config.address === "tu" ? await informally(catalogue, join(root, "intents")) : catalogue)];
  const policy = { current: () => defaultPolicy };
  const orders = config.ordersApiUrl === null ? createDemoOrders(() => clock.now()) : createHttpOrders(config.ordersApiUrl, { timeoutMs: config.backendTimeoutMs });
  const followIntents = createFollowIntents({ feed, clock });
  const { conversations, replies, handleTurn, startConversation, toneChoice, errandJob } = createAssistant({
    follows: () => followIntents.follows(),
    log: eventLog, understand, topics: topicsOf(catalogue), dialogs, orders, ask, texts, policy, ids, clock, logger: log, calendarDate: shopDate, placeEvery: config.queueUpdateSeconds * 1_000,
  });

  // First of all who follow the feed: what they ask for next is then known without reading.
  feed.subscribe(({ conversationId, events, own }) => void (own || conversations.heard(conversationId, events)));

  const passing = createRedisSignals({ redis, subscriber: connectBlocking(address) });
  const signals = passing.channel<Signal>("talk");
  const deskSignals = passing.channel<DeskSignal>("desk");
  const deskPresence = createRedisPresence(redis, { expiry: config.presenceExpirySeconds * 1_000, clock });
  const presence = withHubPeople(deskPresence, clock);
  const { agents, checkPassword } = createDemoAgents({ open: !config.production });
  const board = createTicketBoard({ conversations, log: eventLog, feed, logger: log });
  const today = createToday({ feed, clock, readBehaviours });
  const line = createBullLine({ connection: bullFast, blocking: bullBlocking });
  const timers = createBullTimers({ connection: bullFast, blocking: bullBlocking, reconcileEvery: config.reconcileSeconds * 1_000, log });
  const times: LineTimes = {
    update: config.queueUpdateSeconds * 1_000, look: Math.ceil(config.presenceExpirySeconds * 250),
    nudgeAfter: config.firstReplySeconds * 1_000, returnAfter: config.firstReplySeconds * 3_000, silentAfter: config.customerSilentSeconds * 1_000,
  };
  const desks = createRedisDesks(redis, { lasts: deskLasts, clock });
  const takers = createRedisOfferTakers(redis);
  const offers = createOffers({ conversations, board, line, presence, desks, takers, agents, clock, log, lasts: config.offerSeconds * 1_000 });
  const lease = createAgentLease({ conversations, board, presence, agents, replies, clock, times, signals, deskSignals });
  const hold = createHold({ conversations, replies, clock });
  const place = createTellPlace({ conversations, line, presence, agents, replies, texts, clock, board, hours: config.openingHours });
  const ticketLine = createTicketLine({ conversations, line, timers, place, lease, offers, hold, takers, deskSignals, clock, log, times });
  const deliver = createDeliver({ conversations, clock, log });

  const adapter = new ConnectorAdapter({
    registration: config.bot, log, ownPorts: () => [http.port()],
    sorry: ({ locale }) => Promise.resolve(texts.text("error", {}, languageOf(locale) ?? "es")),
  });
  const work = createAgentWork({ conversations, replies, ids, errandJob });
  const channelHandoff = createChannelHandoff({ conversations, work, send: (reference, event) => adapter.sendEvent(reference, event), texts, clock, log });
  const bot = createBot({ handleTurn, startConversation, toneChoice, deliver, signals, clock, log, handoffStatus: (id, channel, state) => channelHandoff.hear(id, channel, state) });
  const hubTaken = config.hub === null ? null : createHandoffHub({
    conversations, work, replies, texts, clock, log,
    hub: createHttpHub({
      baseUrl: config.hub.url, secret: config.hub.secret, timeoutMs: config.backendTimeoutMs, pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      callbackUrl: (ticketId) => `${config.publicUrl ?? `http://${config.host}:${http.port()}`}/api/handoffs/${ticketId}/activities`,
    }),
  });
  const metrics = createMetrics({ openTickets: () => board.open().map(({ ticket }) => ticket.status) });

  const candidates = candidatesOf(catalogue);
  const reactionStore = createRedisReactions(redis);
  const { remember, safe } = createRemember(candidates, [...catalogue.texts.values()].flatMap(({ es, en }) => [es, en]), config.signingSecret);
  const reactions = createReactionFollower({ feed, log: eventLog, store: reactionStore, remember, clock, logger: log });
  const whisper = createWhisper({
    store: reactionStore, candidates, ask, texts, clock, logger: log, halfLifeDays: null,
    makePast: pastRepliesOver(catalogue.intents.values(), safe), makeTemplates: createReplyTemplates,
  });

  const customerBrief = createCustomerBrief({ conversations, replies, texts, log });
  conversations.onApplied((applied) => {
    metrics.count(applied);
    const { events, after, conversationId } = applied;
    const inTurn = events.some(({ type }) => type === "TurnReceived" || type === "ConversationStarted" || type === "ToneAnalysisChanged");
    if (after.unsent.length > 0 && !inTurn && events.some(({ type }) => type === "ReplyRecorded")) {
      deliver(conversationId, adapter.sender()).catch((error: unknown) => log.error({ err: error, conversationId }, "not delivered; reconcile will"));
    }
    channelHandoff.follow(applied);
    hubTaken?.follow(applied);
    whisper.follow(applied);
    return ticketLine.follow(applied).then(() => customerBrief.follow(applied));
  });

  const tokens = createTokens(config.signingSecret);
  const directLineAdapter = new DirectLineAdapter({ run: bot, keys: { handled: handledKey, readsLog: readsLogKey, signedIn: signedInKey } }, signals);
  const contacts = createRedisContacts(redis);
  const uploads = createUploadFolder(join(config.dataDir, "uploads"));
  const directLine = createDirectLine({ tokens, conversations, log: eventLog, feed, clock, contacts, adapter: directLineAdapter, startConversation, botName: "Relevo" });
  const isOwnOrigin = (origin: string | undefined, host: string | undefined): boolean => origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  const chat = directLineRoutes({
    directLine, tokens, signals, uploads, secret: config.signingSecret, customerSecret: config.customerJwtSecret,
    isTrustedOrigin: (origin, host) => isOwnOrigin(origin, host) || config.trustedOrigins.includes(origin ?? ""), now: () => clock.now(),
  });

  const audit = createRedisAudit(redis);
  const customerIndex = createRedisCustomerIndex(redis);
  const erased = passing.channel<{ conversationId: string }>("erased");
  erased.subscribe(({ conversationId }) => {
    conversations.forget(conversationId);
    board.forget(conversationId);
    // Again in every process: one may have been about to write what it had read before.
    reactions.forget(conversationId).then(() => whisper.refresh()).catch((error: unknown) => log.error({ err: error, conversationId }, "what was learned of an erased conversation is forgotten at the next start"));
  });
  const customers = createCustomers({ index: customerIndex, contacts, conversations, log: eventLog, uploads, audit, clock, erased, learnt: reactionStore, forgetLearnt: (conversationId) => reactions.forget(conversationId), forgetOnDisk: () => rewriteAof(redis) });
  const api = {
    formal: config.address !== "tu", customers, audit, readProfile: createReadProfile({ index: customerIndex, log: eventLog, texts, readBehaviours, clock }),
    agents, checkPassword, sessions: createRedisSessions(redis, config.signingSecret), work, board, line, presence,
    desks, takers, offers, lease, hold, deskSignals, conversations, log: eventLog, feed, signals, texts, whisper, ask, mirror, readBehaviours, today, policy, clock,
    heartbeatSeconds: config.heartbeatSeconds, secureCookie: config.production,
  };
  let following = false;
  const http = createHttpServer({
    log,
    publicUrl: config.publicUrl,
    trustedOrigins: config.trustedOrigins,
    doors: [
      ...healthDoors({ redis: () => health.ok(), log: () => following }, version), metrics.door, messagesDoor({ adapter, bot }),
      ...chat.doors, ...(config.hub && hubTaken ? [hubDoor({ secret: config.hub.secret, hub: hubTaken, conversationOf: (ticketId) => board.conversationOf(ticketId) })] : []), ...apiTable(api), ...pageDoors(join(root, "dist/web")),
    ],
    sockets: [...chat.sockets, deskStream({ ...api, isOwnOrigin })],
  });
  await http.listen(config.host, config.port).catch(async (error: NodeJS.ErrnoException) => {
    await embedded?.stop();
    if (error.code !== "EADDRINUSE") throw error;
    throw new ConfigError("port.in-use", `Port ${config.port} is in use; stop what listens there, or set another PORT`);
  });
  log.info({ port: http.port() }, "listening");
  if (config.directLineSecret !== null) log.warn({}, "DIRECT_LINE_SECRET is set, but the page chats over the built-in Direct Line; connect Azure's channel to /api/messages");

  const reconcile = createReconcile({ conversations, log: eventLog, line: ticketLine, deliver, sender: adapter.sender(), logger: log, clock });
  let stopFollowing = (): void => undefined;
  /** What waits and no hub has heard of, since the process that was to tell it died. */
  const handOver = (): void => {
    for (const { conversationId, ticket } of board.open()) if (ticket.status === "waiting") hubTaken?.settle(conversationId);
  };
  const begin = async (): Promise<void> => {
    if (redis.status !== "ready") await once(redis, "ready");
    await passing.start();
    await feed.start();
    await board.start();
    await today.start();
    await followIntents.start();
    await reactions.start();
    await whisper.refreshBriefly();
    stopFollowing = await followCustomers({ feed, index: customerIndex, log });
    await timers.start((conversationId, phase) => ticketLine.due(conversationId, phase), () => reconcile().then(handOver));
    await reconcile(true);
    handOver();
    following = true;
    announce(config, http.port());
    warmUp(examplesOf(catalogue), (text) => understand({ text, previousLanguage: null, locale: null, readTone: true, at: clock.now() }));
  };
  let stopping = false;
  const beginUntilDone = async (): Promise<void> => {
    while (!stopping) {
      try {
        return await begin();
      } catch (error) {
        log.error({ err: error }, "Redis does not answer yet; trying again");
        await new Promise((resolve) => setTimeout(resolve, startAgainAfter));
      }
    }
  };

  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({}, "stopping");
    await http.stop();
    await hubTaken?.idle();
    await conversations.flush().catch((error: unknown) => log.error({ err: error }, "outcomes of deliveries not recorded"));
    await timers.stop();
    await line.stop();
    stopFollowing();
    await reactions.stop().catch((error: unknown) => log.error({ err: error }, "the last reactions are written at the next start"));
    await feed.stop();
    passing.stop();
    health.stop();
    for (const connection of [bullFast, bullBlocking, redis]) connection.disconnect();
    await embedded?.stop();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      stop().then(() => process.exit(0), (error: unknown) => {
        log.error({ err: error }, "did not stop cleanly");
        process.exit(1);
      });
    });
  }
  await beginUntilDone();
}

function announce({ host, publicUrl, production }: Config, port: number): void {
  const url = publicUrl ?? `http://${host}:${port}`;
  const logins = production ? [] : ["demo logins   agent1@demo, agent2@demo, editor@demo, supervisor@demo, admin@demo (password: demo)"];
  process.stdout.write([`customer page ${url}/`, `agent desk    ${url}/desk`, `ops page      ${url}/ops`, `ask the shop  ${url}/ask`, ...logins, `ready http://${host}:${port}`, ""].join("\n"));
}

try {
  await run(readConfig(process.env));
} catch (error) {
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `Relevo could not start: ${String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
