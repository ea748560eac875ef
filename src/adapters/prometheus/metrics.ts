import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Door } from "../../api/http.ts";
import type { Applied } from "../../app/conversations.ts";

export type Metrics = { door: Door; count(applied: Applied): void; turn(seconds: number): void };

/**
 * Prometheus figures with the prefix `relevo_`; no label holds an id or a customer's words.
 *
 * @param openTickets the status of each
 */
export function createMetrics({ openTickets }: { openTickets(): string[] }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "relevo_" });
  const turns = new Counter({ name: "relevo_turns_total", help: "Customer turns by the rule that decided on them.", labelNames: ["rule"], registers: [registry] });
  const escalations = new Counter({ name: "relevo_escalations_total", help: "Handoffs opened, by reason.", labelNames: ["reason"], registers: [registry] });
  const duration = new Histogram({ name: "relevo_turn_seconds", help: "From a turn's arrival to its record in the log.", buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10], registers: [registry] });
  new Gauge({
    name: "relevo_open_tickets", help: "Open tickets by status.", labelNames: ["status"], registers: [registry],
    collect() {
      this.reset();
      for (const status of openTickets()) this.inc({ status });
    },
  });
  return {
    turn: (seconds) => duration.observe(seconds),
    count({ events }) {
      for (const event of events) {
        if (event.type === "DecisionMade") turns.inc({ rule: event.decision.rule });
        if (event.type === "TicketOpened") escalations.inc({ reason: event.reason.rule });
      }
    },
    door: {
      method: "get", path: "/metrics", body: "none", bodyLimit: 0,
      handle: async () => ({ status: 200, body: await registry.metrics(), headers: { "content-type": registry.contentType } }),
    },
  };
}
