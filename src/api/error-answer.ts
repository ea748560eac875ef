import { ConflictError, InvalidInputError, NotFoundError, UnavailableError } from "../core/errors.ts";
import { answerError, type HttpAnswer } from "./http.ts";

/** Seconds after which a client may try again what could not be recorded; Redis is back from a restart in less. */
const retryAfter = "2";

/** The one place where errors become HTTP numbers. Null for an error nobody expected: the caller logs it and answers 500. */
export function answerOfError(error: unknown): HttpAnswer | null {
  if (error instanceof InvalidInputError) {
    const fields = error.details.fields ?? (Object.keys(error.details).length > 0 ? error.details : undefined);
    return answerError(400, error.code, "The request is not valid; see details for what to change.", fields);
  }
  if (error instanceof NotFoundError) return answerError(404, error.code, "There is nothing here by that name.");
  if (error instanceof ConflictError) return answerError(409, error.code, "Somebody else changed this meanwhile; read it again and repeat.");
  if (error instanceof UnavailableError) {
    return answerError(503, error.code, "A part this needs does not answer; nothing was recorded. Send it again after a moment.", undefined, { "retry-after": retryAfter });
  }
  return null;
}

export const unexpected = (): HttpAnswer => answerError(500, "internal", "Something failed on our side; the log has the details.");
