import { EventEmitter } from "node:events";
import type { Channel } from "../../app/ports.ts";

/** Signals within one process. */
export function createMemorySignals<T>(): Channel<T> {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    publish: (signal) => void emitter.emit("signal", signal),
    subscribe(listener: (signal: T) => void) {
      emitter.on("signal", listener);
      return () => void emitter.off("signal", listener);
    },
  };
}
