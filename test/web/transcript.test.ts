import { chatTexts } from "../../src/web/texts/chat-texts.ts";
import { speak } from "../../src/web/texts/speak.ts";
import { transcriptOf } from "../../src/web/widget/transcript.ts";

const timestamp = "2026-11-22T12:00:00.000Z";
const activities = [
  { type: "message", id: "1", timestamp, text: "Hello.", from: { role: "bot" }, channelData: { relevo: { author: "assistant", kind: "welcome" } } },
  { type: "message", id: "2", timestamp, text: "<b>hi</b>", from: { role: "user" } },
  { type: "typing", id: "3", timestamp },
  { type: "message", id: "4", timestamp, text: "Marta has joined.", from: { role: "bot" }, channelData: { relevo: { author: "system", kind: "joined", agent: "Marta" } } },
  { type: "message", id: "5", timestamp, text: "How can I help?", from: { role: "bot", name: "Marta" }, channelData: { relevo: { author: "person" } } },
];

describe("the conversation a customer keeps", () => {
  it("says when, who and what, with the tracking code on top, as the plain text it was", () => {
    const text = transcriptOf(activities, "4QK7-M2XD", speak(chatTexts, "en"), "en");
    expect(text).toContain("Tracking code: 4QK7-M2XD");
    expect(text.split("\n").slice(3, -1).map((line) => line.replace(/^\[.+?\] /, ""))).toEqual(["assistant: Hello.", "You: <b>hi</b>", "Notice: Marta has joined.", "Marta (person): How can I help?"]);
    expect(text).toMatch(/^\[22\/11\/2026/m);
  });

  it("is in the customer's language, and whole before there is a code", () => {
    expect(transcriptOf(activities, null, speak(chatTexts, "es"), "es")).toMatch(/Usted: <b>hi<\/b>/);
  });
});
