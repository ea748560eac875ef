/** Facts that help to find the cause. Never customer text, never a secret: errors end in logs. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * What every thrown failure carries. Expected outcomes are values, not errors; these are for callers that cannot go on.
 *
 * `code` is a stable, dotted name that programs and translations may rely on, such as `conversation.erased`.
 */
export abstract class RelevoError extends Error {
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(code: string, details: ErrorDetails = {}, cause?: unknown, message: string = code) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/** The process cannot run as it is set up. The message is for the person who starts it and names the remedy. */
export class ConfigError extends RelevoError {
  constructor(code: string, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super(code, details, cause, message);
  }
}

/** What was given breaks a rule of the contract; the same input would fail again. */
export class InvalidInputError extends RelevoError {}

/** What was named is not there, or no longer. */
export class NotFoundError extends RelevoError {}

/** Somebody else was first; read again and decide again. */
export class ConflictError extends RelevoError {}

/** A part that is needed does not answer now; the same input may succeed later. */
export class UnavailableError extends RelevoError {}
