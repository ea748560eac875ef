import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import type { Redis } from "ioredis";
import type { Channel } from "../../app/ports.ts";

export type RunningSignals = {
  /** Signals of one kind, by name. */
  channel<T>(name: string): Channel<T>;
  start(): Promise<void>;
  stop(): void;
};

const topicOf = (name: string): string => `relevo:signal:${name}`;

/**
 * Signals to every process by Redis's publish and subscribe: what passes and is not kept. Listeners here are told at once, without the round trip.
 * A signal that is lost while Redis is away is missed by nobody: the next one of its kind comes in a moment.
 *
 * @param subscriber a connection of its own; subscribing takes it over
 */
export function createRedisSignals({ redis, subscriber }: { redis: Redis; subscriber: Redis }): RunningSignals {
  const process = randomBytes(6).toString("base64url");
  const emitter = new EventEmitter().setMaxListeners(0);
  const topics: string[] = [];
  subscriber.on("message", (topic: string, message: string) => {
    const { from, signal } = JSON.parse(message) as { from: string; signal: unknown };
    if (from !== process) emitter.emit(topic, signal);
  });

  return {
    channel<T>(name: string): Channel<T> {
      const topic = topicOf(name);
      topics.push(topic);
      return {
        publish(signal) {
          emitter.emit(topic, signal);
          redis.publish(topic, JSON.stringify({ from: process, signal })).catch(() => undefined); // passing words are not worth a second try
        },
        subscribe(listener: (signal: T) => void) {
          emitter.on(topic, listener);
          return () => void emitter.off(topic, listener);
        },
      };
    },
    async start() {
      await subscriber.subscribe(...topics);
    },
    stop: () => subscriber.disconnect(),
  };
}
