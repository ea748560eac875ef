import type { ErrorBody } from "../../api/contract.ts";

/** What the server said no with. `code` is a translation key: already-accepted, at-capacity, ...; `network` when nothing answered. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: unknown;
  constructor(code: string, status: number, details: unknown = null) {
    super(code);
    this.name = "ApiError";
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** How long an answer may take before the person is told that nothing came; a slow mobile line stays below it. */
const answerWithinMs = 15_000;

export type Api = {
  get<T>(path: string): Promise<T>;
  /** Resolves to null where the server answers 204. */
  send<T>(method: "POST" | "PUT", path: string, body?: unknown): Promise<T | null>;
  /** The CSRF value of the session; writes carry it. */
  useCsrf(csrf: string): void;
};

/**
 * Speaks with /api/v1 by the session cookie.
 *
 * @param onSignedOut called when the server no longer knows the session (401)
 * @throws ApiError from every call that is not answered with 2xx, `network` when there was no answer at all
 */
export function createApi(fetcher: typeof fetch, onSignedOut: () => void): Api {
  let csrf = "";

  async function call<T>(method: string, path: string, body: unknown): Promise<T | null> {
    const headers: Record<string, string> = { accept: "application/json" };
    if (method !== "GET") headers["x-relevo-csrf"] = csrf;
    if (body !== undefined) headers["content-type"] = "application/json";
    const response = await fetcher(`/api/v1${path}`, {
      method, headers, credentials: "same-origin", signal: AbortSignal.timeout(answerWithinMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw Object.assign(new ApiError("network", 0), { cause });
    });
    if (response.status === 204) return null;
    const parsed: unknown = await response.json().catch(() => null);
    if (response.ok) return parsed as T;
    if (response.status === 401 && path !== "/login") onSignedOut();
    throw errorOf(response.status, parsed);
  }

  return {
    async get<T>(path: string): Promise<T> {
      const body = await call<T>("GET", path, undefined);
      if (body === null) throw new ApiError("empty-answer", 204);
      return body;
    },
    send: (method, path, body) => call(method, path, body),
    useCsrf(value) {
      csrf = value;
    },
  };
}

/** The error of an answer; a body that is not of the contract's form (a proxy's page) becomes `unavailable` or the bare status. */
export function errorOf(status: number, body: unknown): ApiError {
  const error = (body as Partial<ErrorBody> | null)?.error;
  if (error && typeof error.code === "string") return new ApiError(error.code, status, error.details);
  return new ApiError(status >= 502 && status <= 504 ? "unavailable" : `http-${status}`, status);
}
