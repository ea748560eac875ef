/** Resolves when the given function is called or the signal aborts, and leaves no listener behind. */
export function nextWake(signal: AbortSignal, register: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      signal.removeEventListener("abort", done);
      resolve();
    };
    signal.addEventListener("abort", done);
    register(done);
  });
}
