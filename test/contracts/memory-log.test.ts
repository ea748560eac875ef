import { createMemoryLog } from "../../src/adapters/memory/memory-log.ts";
import { describeEventLog } from "./event-log.contract.ts";

describeEventLog("in memory", () => Promise.resolve(createMemoryLog()));
