/** Fewer measured waits than this say nothing about the next one. */
const fewest = 5;
/** What happened longer ago says less of the next half hour than the last twenty do. */
const looksBack = 20;

const quantile = (sorted: number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Who is still waiting so many times longer than the range says shows that the measured waits are of another hour. */
const disagrees = 2;

/** Whole minutes with low < high, and the number of chats they were measured on. */
export type ExpectedWait = { low: number; high: number; chats: number };

/**
 * An honest range for the wait, from how long the last customers of this line really waited, and those ahead wait already.
 *
 * Waits that are over are the short ones when a line has come to a stand: what is not over yet is a lower bound of the next.
 *
 * @param waits milliseconds, newest last
 * @param place 1 is next: people further back than the second wait in proportion longer, so both ends grow with the place
 * @param ahead milliseconds that those ahead have waited so far
 * @returns null when too few waits were measured, or what is measured and who still waits disagree too much
 */
export function expectedWait(waits: number[], place: number, ahead: readonly number[] = []): ExpectedWait | null {
  if (waits.length < fewest) return null;
  const sorted = waits.slice(-looksBack).sort((a, b) => a - b);
  const further = Math.max(1, place / 2);
  const low = Math.floor((quantile(sorted, 0.25) * further) / 60_000);
  const high = Math.ceil((quantile(sorted, 0.9) * further) / 60_000);
  const measured = Math.max(high, low + 1);
  const longest = Math.ceil(Math.max(0, ...ahead) / 60_000);
  return longest > disagrees * measured ? null : { low, high: Math.max(measured, longest), chats: sorted.length };
}
