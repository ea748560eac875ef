import type { Orders } from "../../app/ports.ts";
import type { BackendCall, BackendResult, Order } from "../../core/dialog.ts";
import { demoShop } from "./demo-shop.ts";
import { searchProducts } from "./search-products.ts";

/** Working days until a refund shows on a card: the middle of what Spanish banks take. */
const refundDays = 4;

const madridDate = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Madrid" });

type Who = { customerId: string | null; idempotencyKey: string };

/**
 * The shop's order system for demonstrations, in memory, with the rules of a real one: an order is its owner's or its
 * postcode's, a change repeated with its idempotency key is made once, a delivered order cannot be moved.
 *
 * @param now epoch milliseconds; the seeded orders are due around that day
 */
export function createDemoOrders(now: () => number = Date.now): Orders {
  const shop = demoShop(madridDate.format(now()));
  const changes = new Map<string, BackendResult>();
  const refunded = new Set<string>();

  const allowed = (number: string, postcode: string | null, who: Who): Order | BackendResult => {
    const order = shop.orders.find((candidate) => candidate.number === number);
    if (order === undefined) return { ok: false, why: "not-found" };
    const owns = who.customerId !== null && who.customerId === order.customerId;
    return owns || postcode === order.postcode ? order : { ok: false, why: "not-allowed" };
  };

  const change = (call: Extract<BackendCall, { call: "change-delivery" | "refund-item" }>, who: Who): BackendResult => {
    const order = allowed(call.number, call.postcode, who);
    if ("ok" in order) return order;
    switch (call.call) {
      case "change-delivery":
        if (order.status === "delivered" || order.status === "cancelled") return { ok: false, why: "refused" };
        order.expectedOn = call.date;
        order.delay = null;
        return { ok: true, call: "change-delivery", order: { ...order } };
      case "refund-item": {
        const line = order.lines.find(({ product }) => product.es === call.product);
        const key = `${order.number} ${call.product}`;
        if (line === undefined || refunded.has(key) || order.status === "cancelled") return { ok: false, why: "refused" };
        refunded.add(key);
        const amount = Math.round(line.quantity * line.price * 100) / 100;
        return { ok: true, call: "refund-item", order: { ...order }, amount, daysToArrive: refundDays };
      }
    }
  };

  const answer = (call: BackendCall, who: Who): BackendResult => {
    switch (call.call) {
      case "find-order": {
        const order = allowed(call.number, call.postcode, who);
        return "ok" in order ? order : { ok: true, call: "find-order", order: { ...order } };
      }
      case "latest-order": {
        const [order] = shop.orders.filter(({ customerId }) => customerId === who.customerId);
        return order === undefined ? { ok: false, why: "not-found" } : { ok: true, call: "latest-order", order: { ...order } };
      }
      case "find-product": {
        const products = searchProducts(call.text, shop.products);
        return products.length === 0 ? { ok: false, why: "not-found" } : { ok: true, call: "find-product", products };
      }
      case "change-delivery":
      case "refund-item": {
        const earlier = changes.get(who.idempotencyKey);
        if (earlier !== undefined) return earlier;
        const result = change(call, who);
        changes.set(who.idempotencyKey, result);
        return result;
      }
    }
  };

  return { perform: async (call, who) => answer(call, who) };
}
