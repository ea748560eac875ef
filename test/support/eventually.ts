/** Asks again until it holds, leaving the event loop to others in between; jest's deadline ends it. */
export async function eventually<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
