import { createMemoryCustomerIndex } from "../../src/adapters/memory/memory-customer-index.ts";
import { describeCustomerIndex } from "./customer-index.contract.ts";

describeCustomerIndex("memory", createMemoryCustomerIndex);
