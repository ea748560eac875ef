import nock from "nock";
import { createHttpOrders } from "../../../src/adapters/orders/http-orders.ts";

const base = "http://orders.test";
const orders = createHttpOrders(base, { timeoutMs: 100 });
const nobody = { customerId: null, idempotencyKey: "c1.t1.0" };
const order = {
  number: "1043", postcode: "46001", customerId: "lucia", status: "on-its-way", expectedOn: "2026-11-24",
  delay: { es: "la furgoneta se averió.", en: "the van broke down." }, lines: [{ product: { es: "Gazpacho fresco", en: "Fresh gazpacho" }, quantity: 2, price: 2.85 }], total: 5.7, currency: "EUR",
};
const find = { call: "find-order", number: "1043", postcode: "46001" } as const;

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
});

test("shows an order by number and postcode, and says who asks only for a signed-in customer", async () => {
  nock(base, { badheaders: ["x-customer-id", "idempotency-key"] }).get("/orders/1043").query({ postcode: "46001" }).reply(200, { order });
  expect(await orders.perform(find, nobody)).toEqual({ ok: true, call: "find-order", order });
  nock(base, { reqheaders: { "x-customer-id": "lucia" } }).get("/orders/latest").reply(200, { order });
  expect(await orders.perform({ call: "latest-order" }, { ...nobody, customerId: "lucia" })).toEqual({ ok: true, call: "latest-order", order });
});

test("sends a change with its idempotency key in a header", async () => {
  nock(base, { reqheaders: { "idempotency-key": "c1.t1.0" } }).post("/orders/1043/delivery", { date: "2026-11-27", postcode: "46001" }).reply(200, { order: { ...order, expectedOn: "2026-11-27" } });
  expect(await orders.perform({ call: "change-delivery", number: "1043", postcode: "46001", date: "2026-11-27" }, nobody)).toMatchObject({ ok: true, order: { expectedOn: "2026-11-27" } });
  nock(base, { reqheaders: { "idempotency-key": "c1.t1.0" } }).post("/orders/1043/refunds", { product: "Gazpacho fresco", postcode: "46001" }).reply(201, { order, amount: 5.7, daysToArrive: 4 });
  expect(await orders.perform({ call: "refund-item", number: "1043", postcode: "46001", product: "Gazpacho fresco" }, nobody)).toMatchObject({ ok: true, amount: 5.7, daysToArrive: 4 });
});

test("finds products by the customer's words", async () => {
  const product = { id: "g", name: { es: "Gazpacho", en: "Gazpacho" }, price: 2.85, inStock: true, allergens: { es: "ninguno", en: "none" }, advice: { es: "frío.", en: "cold." } };
  nock(base).get("/products").query({ text: "¿lleva gluten & más?" }).reply(200, { products: [product] });
  expect(await orders.perform({ call: "find-product", text: "¿lleva gluten & más?" }, nobody)).toEqual({ ok: true, call: "find-product", products: [product] });
  nock(base).get("/products").query({ text: "nada" }).reply(200, { products: [] });
  expect(await orders.perform({ call: "find-product", text: "nada" }, nobody)).toEqual({ ok: false, why: "not-found" });
});

test.each([[404, "not-found"], [403, "not-allowed"], [401, "not-allowed"], [409, "refused"], [422, "refused"], [500, "unavailable"], [503, "unavailable"], [204, "unavailable"]])(
  "answers %i as %s", async (status, why) => {
    nock(base).get("/orders/1043").query(true).reply(status);
    expect(await orders.perform(find, nobody)).toEqual({ ok: false, why });
  },
);

test.each<[string, string | object]>([
  ["no JSON", "<html>oops</html>"], ["cut JSON", "{\"order\": {"], ["nothing", ""], ["null", "null"], ["an order without lines", { order: { ...order, lines: undefined } }], ["a line named in one language", { order: { ...order, lines: [{ product: "Gazpacho fresco", quantity: 2, price: 2.85 }] } }],
  ["a status of its own", { order: { ...order, status: "lost" } }], ["another order than the one asked for", { order: { ...order, number: "9999" } }],
])("answers unavailable when the backend sends %s", async (_, body) => {
  nock(base).get("/orders/1043").query(true).reply(200, body);
  expect(await orders.perform(find, nobody)).toEqual({ ok: false, why: "unavailable" });
});

test("answers unavailable when the connection breaks", async () => {
  nock(base).get("/orders/1043").query(true).replyWithError("connection reset");
  expect(await orders.perform(find, nobody)).toEqual({ ok: false, why: "unavailable" });
});

test("does not follow a redirect", async () => {
  nock(base).get("/orders/1043").query(true).reply(302, "", { location: "http://169.254.169.254/" });
  const elsewhere = nock("http://169.254.169.254").get("/").reply(200, { order });
  expect(await orders.perform(find, nobody)).toEqual({ ok: false, why: "unavailable" });
  expect(elsewhere.isDone()).toBe(false);
});
