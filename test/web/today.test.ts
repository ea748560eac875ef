import { reasonBars, shareOf, todayQuery } from "../../src/web/ops/today.ts";
import { settingWords } from "../../src/web/ops/setting-words.ts";
import { settingFields } from "../../src/core/policy-settings.ts";

describe("the counts of today", () => {
  it("list reasons from the most frequent, as shares of the longest bar, without the empty ones", () => {
    expect(reasonBars({ stuck: 1, distress: 4, decline: 0 })).toEqual([{ rule: "distress", count: 4, share: 1 }, { rule: "stuck", count: 1, share: 0.25 }]);
    expect(reasonBars({})).toEqual([]);
  });

  it("have no share before the first conversation", () => {
    const none = { conversations: 0 } as Parameters<typeof shareOf>[1];
    expect(shareOf(0, none)).toBeNull();
    expect(shareOf(1, { ...none, conversations: 4 })).toBe(0.25);
  });

  it("are asked for from local midnight on", () => {
    const now = new Date(2026, 10, 20, 15, 30);
    const asked = new URLSearchParams(todayQuery(now));
    expect(asked.get("from")).toBe(new Date(2026, 10, 20).toISOString());
    expect(asked.get("to")).toBe(now.toISOString());
  });
});

describe("a setting", () => {
  it.each(settingFields)("$name has its name and its reason in both languages", (field) => {
    const es = settingWords(field, "es");
    const en = settingWords(field, "en");
    expect(es.name).not.toBe(field.name);
    expect(en.name).not.toBe(field.name);
    expect(es.why).not.toBe(en.why);
  });
});
