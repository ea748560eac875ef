import { partitions } from "../../core/conversation-id.ts";
import { InvalidInputError } from "../../core/errors.ts";

/** Where a follower stands: the last entry id it has of each partition's feed. */
export type Positions = string[];

export const beginning: Positions = Array.from({ length: partitions }, () => "0-0");

/** Entry ids are `milliseconds-sequence`; base 36 and empty for a feed not begun keep the text under 700 characters. */
export function encodeCursor(positions: Positions): string {
  return positions
    .map((id) => {
      const [ms = "0", sequence = "0"] = id.split("-");
      return ms === "0" ? "" : Number(ms).toString(36) + (sequence === "0" ? "" : `~${Number(sequence).toString(36)}`);
    })
    .join(".");
}

/** Throws InvalidInputError on anything encodeCursor did not make. */
export function decodeCursor(cursor: string): Positions {
  const parts = cursor.split(".");
  const wellFormed = parts.length === partitions && parts.every((part) => part === "" || /^[0-9a-z]{1,10}(~[0-9a-z]{1,6})?$/.test(part));
  if (!wellFormed) throw new InvalidInputError("cursor.unknown", {});
  return parts.map((part) => {
    const [ms = "0", sequence = "0"] = part.split("~");
    return part === "" ? "0-0" : `${parseInt(ms, 36)}-${parseInt(sequence, 36)}`;
  });
}

/** Whether entry id `a` comes after `b`. */
export function isAfter(a: string, b: string): boolean {
  // Numbers of as many digits are in the order of their texts; followers ask at every entry.
  if (a.length === b.length && a.indexOf("-") === b.indexOf("-")) return a > b;
  const [aMs = "0", aSequence = "0"] = a.split("-");
  const [bMs = "0", bSequence = "0"] = b.split("-");
  return Number(aMs) === Number(bMs) ? Number(aSequence) > Number(bSequence) : Number(aMs) > Number(bMs);
}
