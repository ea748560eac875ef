import { createMemoryReactions } from "../../src/adapters/memory/memory-reactions.ts";
import { describeReactionStore } from "./reactions.contract.ts";

describeReactionStore("in memory", () => Promise.resolve(createMemoryReactions()));
