import { EventEmitter } from "node:events";
import type { Signal, Signals } from "../../app/ports.ts";

/** Signals within one process. */
export function createMemorySignals(): Signals {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    publish: (signal) => void emitter.emit("signal", signal),
    subscribe(listener: (signal: Signal) => void) {
      emitter.on("signal", listener);
      return () => void emitter.off("signal", listener);
    },
  };
}
