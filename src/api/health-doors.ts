import type { Door, HttpAnswer } from "./http.ts";

/** `/livez` says the process lives; `/readyz` (and `/health`) whether it can take turns, naming the part that cannot. */
export function healthDoors(parts: Record<string, () => boolean>, version: string): Door[] {
  const ready = (): Promise<HttpAnswer> => {
    const failing = Object.entries(parts).filter(([, ok]) => !ok()).map(([name]) => name);
    return Promise.resolve(
      failing.length === 0
        ? { status: 200, body: { status: "ready", version } }
        : { status: 503, body: { status: "not-ready", failing, version }, headers: { "retry-after": "2" } });
  };
  const door = (path: string, handle: Door["handle"]): Door => ({ method: "get", path, body: "none", bodyLimit: 0, handle });
  return [door("/livez", () => Promise.resolve({ status: 200, body: { status: "alive" } })), door("/readyz", ready), door("/health", ready)];
}
