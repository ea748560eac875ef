import { createMemoryContacts } from "../../src/adapters/memory/memory-contacts.ts";
import { describeContacts } from "./contacts.contract.ts";

describeContacts("memory", createMemoryContacts);
