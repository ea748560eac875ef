import { z } from "zod";
import { settingFields } from "../../core/policy-settings.ts";
import { everyone, ok, route, type ApiRoute } from "../api-route.ts";
import type { Analytics } from "../contract.ts";
import type { ApiParts } from "../parts.ts";

const moment = z.iso.datetime();
const quantile = (sorted: number[], share: number): number | null => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
const rated = ({ sum, n }: { sum: number; n: number }): { mean: number | null; n: number } => ({ mean: n > 0 ? sum / n : null, n });

export function opsRoutes({ policy, today, board, clock }: ApiParts): ApiRoute[] {
  return [
    route({
      method: "get", path: "/policy", summary: "The live escalation policy", roles: everyone,
      handle() {
        const { version, settings, author, at, why } = policy.current();
        const body = { version, settings, fields: settingFields, author, at: new Date(at).toISOString(), why };
        return Promise.resolve({ status: 200, body, headers: { etag: `"${version}"` } });
      },
    }),
    route({
      method: "get", path: "/analytics", summary: "Counts of today", roles: everyone, query: z.strictObject({ from: moment.optional(), to: moment.optional() }),
      handle() {
        // One day (UTC) is counted so far; the answer says which span it covers, whatever was asked for.
        const counts = today.counts();
        const waits = [...counts.waits].sort((a, b) => a - b);
        const { conversations, turns, handledByBot, escalated, reasons, accepted, abandoned, returned } = counts;
        const body: Analytics = {
          from: new Date(counts.from).toISOString(), to: new Date(clock.now()).toISOString(),
          conversations, turns, handledByBot, escalated, reasons, accepted, abandoned, returned,
          waiting: board.open().filter(({ ticket }) => ticket.status === "waiting").length,
          waitMs: { p50: quantile(waits, 0.5), p95: quantile(waits, 0.95), n: waits.length },
          csat: { bot: rated(counts.csat.bot), human: rated(counts.csat.human) },
          behaviours: counts.behaviours,
        };
        return Promise.resolve(ok(body));
      },
    }),
  ];
}
