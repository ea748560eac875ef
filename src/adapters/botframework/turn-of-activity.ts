import { createHash } from "node:crypto";
import type { Activity } from "botbuilder";
import type { Origin } from "../../app/handle-turn.ts";
import type { Attachment, CustomerControl, Language, Turn } from "../../core/turn.ts";

const controls: readonly CustomerControl[] = ["ask-for-person", "keep-waiting", "leave-message", "back-to-assistant", "correct-brief", "end", "rate"];

/** Conversations of a connector channel get an id of ours: a hash, since channel ids are long and hold ":" and more. Direct Line ids are ours already. */
export function conversationIdOf(activity: Activity): string {
  const { channelId, conversation } = activity;
  if (channelId === "directline") return conversation.id;
  const name = `${channelId}|${conversation.id}`;
  const known = hashed.get(name);
  if (known) return known;
  const id = createHash("sha256").update(name).digest("base64url").slice(0, 32);
  if (hashed.size >= hashesKept) hashed.clear();
  hashed.set(name, id);
  return id;
}

/** A turn asks for its conversation several times. */
const hashed = new Map<string, string>();
const hashesKept = 5_000;

export const languageOf = (locale: string | null | undefined): Language | null => {
  const primary = locale?.slice(0, 2).toLowerCase();
  return primary === "es" || primary === "en" ? primary : null;
};

const record = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});

/** A client that gives its own id for what it sends (and sends it again when in doubt) is taken at it; otherwise the channel's id counts. */
function turnIdOf(activity: Activity): string {
  const { clientActivityID } = record(activity.channelData);
  return typeof clientActivityID === "string" && clientActivityID.length > 0 && clientActivityID.length <= 200 ? clientActivityID : (activity.id ?? "");
}

function controlOf(activity: Activity): Pick<Turn, "control" | "rating" | "ratedPhase"> {
  const value = record(activity.value);
  const control = controls.find((known) => known === value.control) ?? null;
  const rating = typeof value.rating === "number" && Number.isInteger(value.rating) && value.rating >= 1 && value.rating <= 5 ? value.rating : null;
  if (control === "rate" && rating === null) return { control: null, rating: null };
  const phase = control === "rate" && (value.phase === "bot" || value.phase === "human") ? { ratedPhase: value.phase as "bot" | "human" } : {};
  return { control, rating: control === "rate" ? rating : null, ...phase };
}

/** Only web addresses are kept; they are shown as links and never fetched. */
function attachmentsOf(activity: Activity): Attachment[] {
  return (activity.attachments ?? []).flatMap(({ name, contentType, contentUrl }) =>
    contentUrl && /^https?:\/\//i.test(contentUrl) ? [{ name: (name ?? "").slice(0, 200), contentType, url: contentUrl.slice(0, 2_000) }] : []);
}

/** An Activity as a turn. An empty turn id means the channel gave none. */
export function turnOfActivity(activity: Activity, at: number): Turn {
  const isEvent = activity.type === "event";
  return {
    conversationId: conversationIdOf(activity),
    turnId: turnIdOf(activity),
    at,
    text: isEvent ? "" : (activity.text ?? ""),
    locale: languageOf(activity.locale),
    ...(isEvent ? controlOf(activity) : { control: null, rating: null }),
    attachments: attachmentsOf(activity),
  };
}

/** Who writes and how to reach them; the reference is what a proactive message needs, as JSON. */
export function originOf(activity: Activity, reference: string | null, signedIn: boolean): Origin {
  return {
    channel: activity.channelId,
    customer: { id: activity.from.id, name: activity.from.name || null, signedIn },
    reference,
  };
}
