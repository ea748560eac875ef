import { noNotices, withNotice } from "../../src/web/desk/private-notices.ts";
import { events, replied, ticket } from "./given.ts";

const nudge = { cursor: "1", type: "nudge", conversationId: "c1", ticketId: "t1", returnsAt: "2026-11-20T10:03:00.000Z" } as const;
const nudged = withNotice(noNotices, nudge);

test("a nudge is shown once per chat, with its latest end", () => {
  expect(withNotice(nudged, { ...nudge, returnsAt: "2026-11-20T10:04:00.000Z" }).nudges).toEqual([{ ticketId: "t1", conversationId: "c1", returnsAt: "2026-11-20T10:04:00.000Z" }]);
});

test("it is over once a person has written, not when anybody else has", () => {
  const said = (author: "person" | "system") => withNotice(nudged, { cursor: "2", type: "events", conversationId: "c1", events: events(1, replied(author, "Hola")) });
  expect(said("system").nudges).toHaveLength(1);
  expect(said("person").nudges).toEqual([]);
});

test("it is over once the chat is no longer with this person", () => {
  expect(withNotice(nudged, { cursor: "2", type: "ticket", ticket: ticket({ status: "accepted" }) }).nudges).toHaveLength(1);
  expect(withNotice(nudged, { cursor: "2", type: "ticket", ticket: ticket({ status: "waiting" }) }).nudges).toEqual([]);
  expect(withNotice(nudged, { cursor: "2", type: "ticket-closed", ticketId: "t1", conversationId: "c1", status: "closed" }).nudges).toEqual([]);
});

test("a pause is told as it is offered", () => {
  expect(withNotice(nudged, { cursor: "2", type: "pause", minutes: 5 })).toEqual({ ...nudged, pauseMinutes: 5 });
});
