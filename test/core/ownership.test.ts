import { voice } from "../../src/core/ownership.ts";
import type { TicketStatus } from "../../src/core/ticket.ts";

test.each<[TicketStatus, string]>([
  ["waiting", "line"], ["offered", "line"], ["accepted", "person"], ["message", "bot"], ["closed", "bot"], ["abandoned", "bot"],
])("with a ticket %s, the voice is %s", (status, expected) => expect(voice({ status })).toBe(expected));

test("without a ticket the bot speaks", () => expect(voice(null)).toBe("bot"));
