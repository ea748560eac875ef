import { call } from "../support/clients.ts";
import { startServer, type TestServer } from "../support/server.ts";

const shop = "https://shop.example";
let server: TestServer;
beforeAll(async () => (server = await startServer({ TRUSTED_ORIGINS: shop })));
afterAll(() => server.remove());

test("a page of a trusted site gets a token and may talk to the chat's addresses", async () => {
  const token = await call(`${server.url}/api/directline/token`, { method: "POST", body: {}, headers: { origin: shop } });
  expect([token.status, token.headers.get("access-control-allow-origin")]).toEqual([200, shop]);
  const preflight = await fetch(`${server.url}/v3/directline/conversations`, { method: "OPTIONS", headers: { origin: shop, "access-control-request-method": "POST" } });
  expect([preflight.status, preflight.headers.get("access-control-allow-origin"), preflight.headers.get("access-control-allow-credentials")]).toEqual([204, shop, null]);
});

test("it may not call the desk's API, and other sites may call nothing", async () => {
  for (const [origin, path] of [[shop, "/api/v1/me"], ["https://evil.example", "/v3/directline/conversations"], ["https://shop.example.evil.example", "/api/directline/token"]] as const) {
    const answer = await fetch(server.url + path, { method: "OPTIONS", headers: { origin, "access-control-request-method": "GET" } });
    expect([path, answer.headers.get("access-control-allow-origin")]).toEqual([path, null]);
  }
});
