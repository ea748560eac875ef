/** The part of sessionStorage that is used. */
export type Box = { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void };

const keyOf = (ticketId: string): string => `relevo.draft.${ticketId}`;

/** Drafts, each under its own ticket, so that none leaks into another chat. Memory first; the box makes them survive a reload. */
export function createDrafts(box: Box | null) {
  const memory = new Map<string, string>();
  const tryBox = <T>(use: (box: Box) => T): T | null => {
    try {
      return box ? use(box) : null;
    } catch {
      return null; // full or forbidden: the draft lives in memory
    }
  };
  const read = (ticketId: string): string => memory.get(ticketId) ?? tryBox((one) => one.getItem(keyOf(ticketId))) ?? "";
  const keep = (ticketId: string, text: string): void => {
    memory.set(ticketId, text);
    tryBox((one) => (text === "" ? one.removeItem(keyOf(ticketId)) : one.setItem(keyOf(ticketId), text)));
  };
  return {
    read, keep,
    /** Puts what could not be sent before what was written since: it was written first. */
    giveBack(ticketId: string, unsent: string): void {
      const since = read(ticketId);
      keep(ticketId, since === "" ? unsent : `${unsent}\n${since}`);
    },
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
