import { isLocalServiceUrl } from "../../../src/adapters/botframework/service-url.ts";

test.each(["http://127.0.0.1:51234", "http://localhost:51234/", "http://localhost:56150/_connector"])("a local emulator at %s is answered", (url) => {
  expect(isLocalServiceUrl(url, [3978])).toBe(true);
});

test.each(["http://127.0.0.1:3978", "http://127.0.0.1:6379", "http://127.0.0.1", "http://127.0.0.1:22", "https://127.0.0.1:9000", "http://[::1]:9000", "http://0.0.0.0:9000", "http://2130706433.example:9000", "http://localhost.evil.example:9000", "ftp://localhost:9000", "x"])(
  "%s is not", (url) => expect(isLocalServiceUrl(url, [3978])).toBe(false));
