import type { StreamFrame } from "../../api/contract.ts";

/** A colleague who has a conversation open. `until` is when they count as gone unless told again, epoch ms. */
export type Viewer = { conversationId: string; id: string; name: string; typing: boolean; until: number };

/** Each desk says every twenty seconds what it has open; two missed words and a little more mean that it has gone. */
export const viewingEveryMs = 20_000;
const viewingShownMs = 45_000;
/** Writing is said again every three seconds while it lasts. */
const typingShownMs = 6_000;

/** Who looks at what, with a frame taken in and those gone left out. */
export function withViewer(viewers: readonly Viewer[], frame: Extract<StreamFrame, { type: "viewing" }>, now: number): Viewer[] {
  const { conversationId, agent, typing } = frame;
  const others = viewers.filter((one) => one.until > now && !(one.id === agent.id && (one.conversationId === conversationId || !typing)));
  return [...others, { conversationId, id: agent.id, name: agent.name, typing, until: now + (typing ? typingShownMs : viewingShownMs) }];
}

/** Those gone left out; the same list when nobody is. */
export const stillThere = (viewers: readonly Viewer[], now: number): readonly Viewer[] => (viewers.every(({ until }) => until > now) ? viewers : viewers.filter(({ until }) => until > now));

export const viewersOf = (viewers: readonly Viewer[], conversationId: string): Viewer[] => viewers.filter((one) => one.conversationId === conversationId);
