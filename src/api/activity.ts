import { z } from "zod";
import { InvalidInputError } from "../core/errors.ts";

/** Deepest nesting taken; real activities with cards stay under 20. */
const deepest = 64;
/** More entities than this is no mention list. */
const entitiesAtMost = 250;

const account = z.looseObject({ id: z.string().min(1).max(512), name: z.string().max(512).nullish() });
const words = z.string().refine((text) => text.isWellFormed() && !text.includes("\u0000"), "is not well-formed text");

/** The parts of an Activity that are read here; it may carry anything else. */
const incoming = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().min(1).max(512).nullish(),
  text: words.optional(),
  name: z.string().max(200).nullish(),
  locale: z.string().max(35).nullish(),
  timestamp: z.string().refine((text) => !Number.isNaN(Date.parse(text)), "is not a time").nullish(),
  from: account.nullish(),
  conversation: account.nullish(),
  recipient: account.nullish(),
  serviceUrl: z.string().max(2_000).nullish(),
  channelId: z.string().max(100).nullish(),
  channelData: z.unknown().optional(),
  value: z.unknown().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string().max(200), contentUrl: z.string().nullish(), name: z.string().max(300).nullish() })).max(20).nullish(),
  entities: z.array(z.unknown()).max(entitiesAtMost).nullish(),
  membersAdded: z.array(account).max(100).nullish(),
});

export type IncomingActivity = z.infer<typeof incoming>;

/** As `incoming`, from a connector channel: it must also say who, where and how to answer. */
const fromConnector = incoming.extend({
  from: account, conversation: account, recipient: account.nullish(), serviceUrl: z.string().min(1).max(2_000), channelId: z.string().min(1).max(100),
});

export type ConnectorActivity = z.infer<typeof fromConnector>;

/** Throws InvalidInputError with the faulty fields by name; never the values. */
export const parseActivity = (body: unknown): IncomingActivity => parsed(incoming, body);
export const parseConnectorActivity = (body: unknown): ConnectorActivity => parsed(fromConnector, body);

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new InvalidInputError("activity.invalid", {
    fields: result.error.issues.slice(0, 10).map(({ path, message }) => ({ field: path.join(".") || "body", message })),
  });
}

/** Parses JSON text; throws InvalidInputError when it is none, or nests deeper than anything real. Linear in its length. */
export function parseJson(text: string): unknown {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (inString) {
      if (char === 92) index += 1; // a backslash escapes the next character
      else if (char === 34) inString = false;
    } else if (char === 34) inString = true;
    else if (char === 123 || char === 91) {
      depth += 1;
      if (depth > deepest) throw new InvalidInputError("body.too-deep", { deepest });
    } else if (char === 125 || char === 93) depth -= 1;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new InvalidInputError("body.not-json", {}, error);
  }
}
