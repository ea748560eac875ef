/** Names the failing parts in an answer of /readyz, whichever of its shapes: `{failing: [..]}`, `{parts: {redis: "..."}}`, an error body, or plain text. */
export function failingParts(body: string): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return body.trim().slice(0, 80) || "?";
  }
  const answer = value as { failing?: unknown; parts?: unknown; error?: { message?: unknown } } | null;
  if (Array.isArray(answer?.failing)) return answer.failing.map(String).join(", ");
  if (typeof answer?.parts === "object" && answer.parts !== null) {
    const failing = Object.entries(answer.parts).filter(([, state]) => state !== "ok" && state !== true).map(([part]) => part);
    if (failing.length > 0) return failing.join(", ");
  }
  return typeof answer?.error?.message === "string" ? answer.error.message : "?";
}
