/** A message on its way to the customer. The client id makes a retry the same message: the customer gets it once. */
export type Sending = { clientId: string; ticketId: string; text: string; status: "sending" | "failed"; why: string | null };

export type OutboxAction =
  | { do: "send"; clientId: string; ticketId: string; text: string }
  | { do: "fail"; clientId: string; why: string }
  | { do: "retry"; clientId: string }
  | { do: "drop"; clientId: string }
  /** The log holds these messages now. */
  | { do: "arrived"; clientIds: string[] };

export function outbox(messages: Sending[], action: OutboxAction): Sending[] {
  switch (action.do) {
    case "send":
      return [...messages, { clientId: action.clientId, ticketId: action.ticketId, text: action.text, status: "sending", why: null }];
    case "fail":
      return messages.map((one) => (one.clientId === action.clientId ? { ...one, status: "failed", why: action.why } : one));
    case "retry":
      return messages.map((one) => (one.clientId === action.clientId ? { ...one, status: "sending", why: null } : one));
    case "drop":
      return messages.filter((one) => one.clientId !== action.clientId);
    case "arrived": {
      const there = new Set(action.clientIds);
      return messages.some((one) => there.has(one.clientId)) ? messages.filter((one) => !there.has(one.clientId)) : messages;
    }
  }
}
