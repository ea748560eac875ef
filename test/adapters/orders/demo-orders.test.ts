import { createDemoOrders } from "../../../src/adapters/orders/demo-orders.ts";

const sunday = Date.parse("2026-11-22T10:00:00Z");
const who = (customerId: string | null, idempotencyKey = "k"): { customerId: string | null; idempotencyKey: string } => ({ customerId, idempotencyKey });

test("has order 1043 with postcode 46001, on its way and late, with a reason in both languages", async () => {
  const result = await createDemoOrders(() => sunday).perform({ call: "find-order", number: "1043", postcode: "46001" }, who(null));
  expect(result).toMatchObject({ ok: true, order: { status: "on-its-way", expectedOn: "2026-11-24", delay: { es: expect.stringContaining("furgoneta"), en: expect.stringContaining("van") } } });
});

test("shows an order to its owner without a postcode and to nobody else", async () => {
  const orders = createDemoOrders(() => sunday);
  expect(await orders.perform({ call: "find-order", number: "1043", postcode: null }, who("lucia"))).toMatchObject({ ok: true });
  expect(await orders.perform({ call: "find-order", number: "1043", postcode: null }, who("james"))).toEqual({ ok: false, why: "not-allowed" });
  expect(await orders.perform({ call: "find-order", number: "1043", postcode: "28013" }, who(null))).toEqual({ ok: false, why: "not-allowed" });
  expect(await orders.perform({ call: "latest-order" }, who("james"))).toMatchObject({ ok: true, order: { number: "2051" } });
  expect(await orders.perform({ call: "latest-order" }, who("stranger"))).toEqual({ ok: false, why: "not-found" });
});

test("makes a change once for one idempotency key, and refuses to refund one item twice", async () => {
  const orders = createDemoOrders(() => sunday);
  const refund = { call: "refund-item", number: "1043", postcode: "46001", product: "Gazpacho fresco" } as const;
  const first = await orders.perform(refund, who(null, "a"));
  expect(first).toMatchObject({ ok: true, amount: 5.7 });
  expect(await orders.perform(refund, who(null, "a"))).toEqual(first);
  expect(await orders.perform(refund, who(null, "b"))).toEqual({ ok: false, why: "refused" });
});

test("moves a delivery, but not one that has been delivered", async () => {
  const orders = createDemoOrders(() => sunday);
  expect(await orders.perform({ call: "change-delivery", number: "1043", postcode: "46001", date: "2026-11-27" }, who(null, "a"))).toMatchObject({ ok: true, order: { expectedOn: "2026-11-27" } });
  expect(await orders.perform({ call: "find-order", number: "1043", postcode: "46001" }, who(null))).toMatchObject({ order: { expectedOn: "2026-11-27", delay: null } });
  expect(await orders.perform({ call: "change-delivery", number: "1045", postcode: "08001", date: "2026-11-27" }, who(null, "b"))).toEqual({ ok: false, why: "refused" });
});

test.each([["¿el gazpacho lleva gluten?", ["gazpacho"]], ["how do I cook the hake?", ["hake"]], ["tomate", ["tomatoes"]], ["leche sin lactosa", ["lactose-free-milk"]], ["queso manchego", ["manchego"]], ["do you have eggs", ["eggs"]]])(
  "finds in %s the product %j", async (text, ids) => {
    const result = await createDemoOrders(() => sunday).perform({ call: "find-product", text }, who(null));
    expect(result.ok && result.call === "find-product" ? result.products.map(({ id }) => id) : result).toEqual(ids);
  },
);

test("finds no product in words that name none", async () => {
  expect(await createDemoOrders(() => sunday).perform({ call: "find-product", text: "¿qué alérgenos tiene?" }, who(null))).toEqual({ ok: false, why: "not-found" });
});
