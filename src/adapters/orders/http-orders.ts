import { z } from "zod";
import type { Orders } from "../../app/ports.ts";
import type { BackendCall, BackendResult } from "../../core/dialog.ts";

const bilingual = z.object({ es: z.string(), en: z.string() });
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const order = z.object({
  number: z.string(), postcode: z.string(), customerId: z.string(), status: z.enum(["preparing", "on-its-way", "delivered", "cancelled"]),
  expectedOn: isoDate, delay: bilingual.nullable(),
  lines: z.array(z.object({ product: bilingual, quantity: z.number().positive(), price: z.number().nonnegative() })),
  total: z.number(), currency: z.string().length(3),
});
const refund = z.object({ order, amount: z.number().nonnegative(), daysToArrive: z.number().int().nonnegative() });
const products = z.object({
  products: z.array(z.object({ id: z.string(), name: bilingual, price: z.number(), inStock: z.boolean(), allergens: bilingual, advice: bilingual })),
});

/** The largest answer that is read: a hundred products with their advice are some 60 KB. */
const longestAnswer = 1_000_000;

const unavailable: BackendResult = { ok: false, why: "unavailable" };

type Request = { method: "GET" | "POST"; path: string; query?: Record<string, string>; body?: Record<string, string | null> };

function requestFor(call: BackendCall): Request {
  switch (call.call) {
    case "find-order":
      return { method: "GET", path: `/orders/${encodeURIComponent(call.number)}`, ...(call.postcode === null ? {} : { query: { postcode: call.postcode } }) };
    case "latest-order":
      return { method: "GET", path: "/orders/latest" };
    case "change-delivery":
      return { method: "POST", path: `/orders/${encodeURIComponent(call.number)}/delivery`, body: { date: call.date, postcode: call.postcode } };
    case "refund-item":
      return { method: "POST", path: `/orders/${encodeURIComponent(call.number)}/refunds`, body: { product: call.product, postcode: call.postcode } };
    case "find-product":
      return { method: "GET", path: "/products", query: { text: call.text } };
  }
}

/**
 * The shop's order system over HTTP, as docs/orders-api.md describes it.
 *
 * Never throws: a slow, failing or nonsensical backend is the value `unavailable`. A call is made once; a change carries its
 * idempotency key in a header, so that the backend makes it once however often it is asked.
 *
 * @param baseUrl without a slash at the end
 * @param timeoutMs from the first byte sent to the last read
 */
export function createHttpOrders(baseUrl: string, { timeoutMs }: { timeoutMs: number }): Orders {
  return {
    async perform(call, { customerId, idempotencyKey }): Promise<BackendResult> {
      const { method, path, query, body } = requestFor(call);
      const url = `${baseUrl.replace(/\/+$/, "")}${path}${query === undefined ? "" : `?${new URLSearchParams(query).toString()}`}`;
      try {
        const response = await fetch(url, {
          method, redirect: "error", signal: AbortSignal.timeout(timeoutMs),
          headers: {
            accept: "application/json",
            ...(customerId === null ? {} : { "x-customer-id": customerId }),
            ...(body === undefined ? {} : { "content-type": "application/json", "idempotency-key": idempotencyKey }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return await resultOf(call, response);
      } catch {
        // Refused, reset, timed out or unreadable: for the customer all of these are "not now", and the dialog says so.
        return unavailable;
      }
    },
  };
}

async function resultOf(call: BackendCall, response: Response): Promise<BackendResult> {
  if (response.status === 404) return drained(response, "not-found");
  if (response.status === 401 || response.status === 403) return drained(response, "not-allowed");
  if (response.status === 409 || response.status === 422) return drained(response, "refused");
  if (response.status !== 200 && response.status !== 201) return drained(response, "unavailable");
  const text = await response.text();
  if (text.length > longestAnswer) return unavailable;
  const value: unknown = JSON.parse(text);
  switch (call.call) {
    case "find-order":
    case "latest-order":
    case "change-delivery": {
      const parsed = z.object({ order }).safeParse(value);
      if (!parsed.success) return unavailable;
      // An order other than the one asked for is a fault of the backend, and must not be shown to this customer.
      if (call.call !== "latest-order" && parsed.data.order.number !== call.number) return unavailable;
      return { ok: true, call: call.call, order: parsed.data.order };
    }
    case "refund-item": {
      const parsed = refund.safeParse(value);
      return parsed.success ? { ok: true, call: "refund-item", ...parsed.data } : unavailable;
    }
    case "find-product": {
      const parsed = products.safeParse(value);
      if (!parsed.success) return unavailable;
      return parsed.data.products.length === 0 ? { ok: false, why: "not-found" } : { ok: true, call: "find-product", products: parsed.data.products };
    }
  }
}

/** The body is let go, so that the connection can be used again. */
async function drained(response: Response, why: Extract<BackendResult, { ok: false }>["why"]): Promise<BackendResult> {
  await response.body?.cancel();
  return { ok: false, why };
}
