import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { weekdays, type OpeningHours, type TimeSpan } from "../../core/opening-hours.ts";

const time = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

const span = z.string().transform((text, context): TimeSpan => {
  const [from = "", to = "", ...rest] = text.split("-").map((part) => part.trim());
  if (rest.length === 0 && time.test(from) && time.test(to) && from < to) return { from, to };
  context.addIssue({ code: "custom", message: "must be like 09:00-14:00" });
  return z.NEVER;
});
const spans = z.array(span);
const timeZone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false; // that is the answer
  }
}, "must be an IANA time zone, such as Europe/Madrid");

const file = z.strictObject({
  timeZone,
  week: z.strictObject(Object.fromEntries(weekdays.map((day) => [day, spans])) as Record<(typeof weekdays)[number], typeof spans>),
  days: z.record(z.iso.date("must be a date like 2026-12-25"), spans).default({}),
});

/**
 * Reads opening hours from a YAML file: a time zone, spans for each day of the week, and days that have hours of their own.
 *
 * @param path absolute, or from the folder the server runs in
 * @returns the hours, or what is wrong, in words that name the field and no value
 */
export function readOpeningHours(path: string): OpeningHours | string {
  try {
    const result = file.safeParse(parse(readFileSync(path, "utf8")));
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    return `names a file that is not valid: ${issue?.path.join(".") || "file"} ${issue?.message ?? ""}`;
  } catch {
    return "names a file that cannot be read";
  }
}
