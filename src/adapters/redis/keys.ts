import { partitionOf } from "../../core/conversation-id.ts";
import type { Mark } from "../../app/ports.ts";

/** All keys of one conversation share its partition's hash tag, so that one script may touch them on a cluster too. */
const tag = (partition: number): string => `relevo:{p${partition}}`;

export const streamKey = (conversationId: string): string => `${tag(partitionOf(conversationId))}:log:${conversationId}`;
export const tombstoneKey = (conversationId: string): string => `${tag(partitionOf(conversationId))}:erased:${conversationId}`;
export const feedKey = (partition: number): string => `${tag(partition)}:feed`;
export const markKey = (partition: number, mark: Mark): string => `${tag(partition)}:${mark}`;
