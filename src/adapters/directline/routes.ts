import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { parseActivity } from "../../api/activity.ts";
import { answerError, jsonLimit, type Door, type HttpAnswer, type HttpRequest, type SocketDoor } from "../../api/http.ts";
import { createRateLimit } from "../../api/rate-limit.ts";
import { InvalidInputError } from "../../core/errors.ts";
import type { Language } from "../../core/turn.ts";
import type { Signals } from "../../app/ports.ts";
import { botId } from "./activities.ts";
import type { DirectLine } from "./direct-line.ts";
import { readCustomerToken, type TokenClaims, type Tokens } from "./tokens.ts";
import { storeUpload, type Uploads } from "./upload.ts";

export type DirectLineRoutesParts = {
  directLine: DirectLine; tokens: Tokens; signals: Signals; uploads: Uploads;
  /** Lets a server of ours ask for tokens. */
  secret: string;
  customerSecret: string | null;
  isTrustedOrigin(origin: string | undefined, host: string | undefined): boolean;
  now(): number;
};

/** Conversations one address may begin in a minute: a large company behind one address stays under it, a script does not. */
const tokensPerMinute = 600;

const user = z.looseObject({ id: z.string().max(200).optional(), name: z.string().max(200).optional() }).optional();
const tokenBody = z.strictObject({ user: z.union([z.string().max(200), user]).optional(), customer: z.string().max(4_000).optional() }).optional();
const generateBody = z.looseObject({ user }).optional();

const bearer = ({ headers }: HttpRequest): string | null => /^Bearer ([\x21-\x7e]+)$/i.exec(headers.authorization ?? "")?.[1] ?? null;
const unauthorized = (): HttpAnswer => answerError(401, "unauthorized", "Send a valid token as `Authorization: Bearer TOKEN`.");
const forbidden = (): HttpAnswer => answerError(403, "forbidden", "This token does not reach that conversation.");
const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const languageOf = (text: string | undefined): Language | null => {
  const primary = text?.trim().slice(0, 2).toLowerCase();
  return primary === "es" || primary === "en" ? primary : null;
};

/** The routes of the built-in Direct Line 3.0, and the token endpoint of our own page. */
export function directLineRoutes(parts: DirectLineRoutesParts): { doors: Door[]; sockets: SocketDoor[] } {
  const { directLine, tokens, secret, customerSecret, isTrustedOrigin, signals, uploads, now } = parts;
  const starts = createRateLimit({ perMinute: tokensPerMinute, now });
  const isSecret = (text: string | null): boolean => text !== null && same(text, secret);

  /** Runs a handler with the claims of the request's token, when they are of the conversation it names. */
  const asHolder = (act: (claims: TokenClaims, request: HttpRequest) => Promise<HttpAnswer>) => (request: HttpRequest): Promise<HttpAnswer> => {
    const claims = tokens.read(bearer(request) ?? "");
    if (!claims) return Promise.resolve(unauthorized());
    const named = request.params.conversationId;
    return named !== undefined && named !== claims.conversationId ? Promise.resolve(forbidden()) : act(claims, request);
  };

  const ownPage = (request: HttpRequest): Promise<HttpAnswer> => {
    const { origin, host } = request.headers;
    if (!isTrustedOrigin(origin, host)) return Promise.resolve(answerError(403, "origin.refused", "This site may not open the chat; add it to TRUSTED_ORIGINS."));
    const wait = starts.take(request.ip);
    if (wait > 0) return Promise.resolve(answerError(429, "too-many-requests", "Too many conversations from this address; try again later.", undefined, { "retry-after": String(wait) }));
    const body = parsed(tokenBody, request.body);
    const customer = body?.customer === undefined ? null : readCustomerToken(body.customer, customerSecret ?? "");
    if (body?.customer !== undefined && (!customerSecret || !customer)) return Promise.resolve(answerError(401, "customer.unknown", "The host site's customer token is expired or not signed by it."));
    // A browser may not choose who it is: only the host site's signed word names a customer.
    const answer = directLine.newToken(customer ? { ...customer, signedIn: true } : { id: null, name: nameOf(body?.user), signedIn: false });
    return Promise.resolve({ status: 200, body: answer });
  };

  const generate = (request: HttpRequest): Promise<HttpAnswer> => {
    const given = bearer(request);
    const claims = given === null ? null : tokens.read(given);
    if (!claims && !isSecret(given)) return Promise.resolve(unauthorized());
    const wanted = parsed(generateBody, request.body)?.user;
    if (wanted?.id !== undefined && !wanted.id.startsWith("dl_")) {
      throw new InvalidInputError("user.id.invalid", { fields: [{ field: "user.id", message: 'must start with "dl_"' }] });
    }
    const who = claims ? { id: claims.userId, name: claims.userName, signedIn: claims.signedIn, vip: claims.vip === true } : { id: wanted?.id ?? null, name: wanted?.name ?? null, signedIn: false, vip: false };
    return Promise.resolve({ status: 200, body: directLine.newToken(who) });
  };

  const start = async (request: HttpRequest): Promise<HttpAnswer> => {
    const given = bearer(request);
    const claims = tokens.read(given ?? "") ?? (isSecret(given) ? tokens.read(directLine.newToken({ id: null, name: null, signedIn: false }).token) : null);
    if (!claims) return unauthorized();
    const { locale } = parsed(z.looseObject({ locale: z.string().max(35).optional() }).optional(), request.body) ?? {};
    return { status: 201, body: await directLine.start(claims, languageOf(locale) ?? languageOf(request.headers["accept-language"]), request.baseUrl) };
  };

  const base = "/v3/directline";
  const conversation = `${base}/conversations/:conversationId`;
  const door = (method: Door["method"], path: string, body: Door["body"], handle: Door["handle"], bodyLimit = jsonLimit): Door => ({ method, path, body, bodyLimit, handle });
  const doors: Door[] = [
    door("post", "/api/directline/token", "json", ownPage),
    door("post", `${base}/tokens/generate`, "json", generate),
    door("post", `${base}/tokens/refresh`, "none", asHolder((claims) => Promise.resolve({ status: 200, body: directLine.refresh(claims) }))),
    door("post", `${base}/conversations`, "json", start),
    door("get", conversation, "none", asHolder(async (claims, { query, baseUrl }) => ({ status: 200, body: await directLine.reconnect(claims, query.watermark ?? null, baseUrl) }))),
    door("get", `${conversation}/activities`, "none", asHolder(async (claims, { query }) => ({ status: 200, body: await directLine.activities(claims, query.watermark ?? null) }))),
    door("post", `${conversation}/activities`, "json", asHolder(async (claims, { body }) => ({ status: 200, body: await directLine.post(claims, parseActivity(body)) }))),
    door("post", `${conversation}/upload`, "raw", asHolder(async (claims, request) => ({ status: 200, body: await directLine.post(claims, await storeUpload(request, uploads)) })), uploads.limit),
    door("get", "/uploads/:id", "none", ({ params }) => uploads.read(params.id ?? "")),
  ];

  const sockets: SocketDoor[] = [{
    path: `${conversation}/stream`,
    async open({ params, query, headers }) {
      const given = query.t ?? "";
      const claims = tokens.read(given, "stream") ?? tokens.read(given) ?? tokens.read(/^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1] ?? "");
      if (!claims) return unauthorized();
      if (claims.conversationId !== params.conversationId) return forbidden();
      await directLine.activities(claims, query.watermark ?? null); // a bad watermark is refused before the upgrade
      return (socket) => {
        const typing = signals.subscribe((signal) => {
          const { conversationId } = signal;
          if (conversationId !== claims.conversationId || signal.kind !== "typing" || signal.who === "customer") return;
          socket.send(JSON.stringify({ activities: [{ type: "typing", channelId: "directline", conversation: { id: conversationId }, from: { id: botId, name: "", role: "bot" } }] }));
        });
        const following = directLine.follow(claims, query.watermark ?? null, (set) => socket.send(JSON.stringify(set)));
        following.catch(() => socket.close(1011, "not available")); // the client reconnects with its watermark
        socket.onClose(() => {
          typing();
          following.then((stop) => stop(), () => undefined);
        });
      };
    },
  }];
  return { doors, sockets };
}

const nameOf = (given: z.infer<typeof tokenBody> extends infer B ? (B extends { user?: infer U } ? U : undefined) : never): string | null =>
  typeof given === "object" ? (given.name ?? null) : null;

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body ?? undefined);
  if (result.success) return result.data;
  throw new InvalidInputError("body.invalid", { fields: result.error.issues.map(({ path, message }) => ({ field: path.join(".") || "body", message })) });
}
