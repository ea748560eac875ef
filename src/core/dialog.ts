import type { KnowledgeAnswer } from "./knowledge.ts";
import type { Language } from "./turn.ts";
import type { Customer } from "./turn.ts";
import type { Understanding } from "./understanding.ts";

/** Something to say: the key of a text in intents/ with its values. A key is `file.answer`, e.g. `order-status.delayed`. */
export type Say = { key: string; values: Record<string, string | number> };

/** A quick reply offered under a message: the key of its label; pressing it sends the label as the customer's words. */
export type QuickReply = string;

export type DialogMemory = Record<string, string | number | boolean | null>;

/** An open dialog as it stands in the folded state. */
export type OpenDialog = { name: string; memory: DialogMemory };

/** One item of an order. Its name in Spanish is what a refund calls it by. */
export type OrderLine = { product: Record<Language, string>; quantity: number; price: number };

/** An order as the backend shows it. Dates are ISO calendar dates. */
export type Order = {
  number: string;
  postcode: string;
  customerId: string;
  status: "preparing" | "on-its-way" | "delivered" | "cancelled";
  expectedOn: string;
  /** Why it is late, in both languages, or null when it is on time. */
  delay: Record<Language, string> | null;
  lines: OrderLine[];
  total: number;
  currency: string;
};

export type Product = {
  id: string;
  name: Record<Language, string>;
  price: number;
  inStock: boolean;
  allergens: Record<Language, string>;
  advice: Record<Language, string>;
};

/** What a dialog may ask of the shop. A change carries the turn's id as its idempotency key, added by the caller. */
export type BackendCall =
  | { call: "find-order"; number: string; postcode: string | null }
  | { call: "latest-order" }
  | { call: "change-delivery"; number: string; postcode: string | null; date: string }
  /** `product` is the Spanish name of one of the order's lines. */
  | { call: "refund-item"; number: string; postcode: string | null; product: string }
  | { call: "find-product"; text: string };

/** What a dialog may ask of the shop's articles. */
export type KnowledgeCall = { call: "ask-knowledge"; question: string };

/** `not-allowed`: the postcode does not match, or the order is somebody else's; told to the customer exactly as not found. */
export type BackendResult =
  | { ok: true; call: "find-order" | "latest-order"; order: Order }
  | { ok: true; call: "change-delivery"; order: Order }
  | { ok: true; call: "refund-item"; order: Order; amount: number; daysToArrive: number }
  | { ok: true; call: "find-product"; products: Product[] }
  | { ok: true; call: "ask-knowledge"; answer: KnowledgeAnswer }
  | { ok: false; why: "not-found" | "not-allowed" | "refused" | "unavailable" };

export type DialogInput = {
  /** What woke the dialog: a customer turn, or the answer to the call it asked for. */
  wake: { kind: "turn"; text: string; understanding: Understanding } | { kind: "result"; result: BackendResult };
  memory: DialogMemory;
  customer: Customer;
  language: Language;
  /** Today as an ISO calendar date in the shop's time zone. */
  today: string;
};

export type DialogOutcome =
  | { kind: "say"; say: Say[]; quickReplies: QuickReply[]; memory: DialogMemory; done: boolean; failed: boolean }
  | { kind: "call"; call: BackendCall | KnowledgeCall; memory: DialogMemory };

/**
 * One job a customer wants done, as a pure step over the folded state, so that a replay can run it.
 * `failed` in an outcome says that this step did not get the customer further (not found, backend down): evidence for the policy.
 */
export type Dialog = {
  name: string;
  /** The intents that start it. */
  intents: string[];
  /** Whether a line goes on with what this dialog told last, though it has ended: "¿y el hummus?". Such a line is its own as if it were open. `memory` is what it learned. */
  goesOn?(text: string, understanding: Understanding, memory: DialogMemory): boolean;
  step(input: DialogInput): DialogOutcome;
};
