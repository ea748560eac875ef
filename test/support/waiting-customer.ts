import { newCustomer, type Agent, type Customer, type Ticket } from "./clients.ts";

/** The open ticket of a conversation, as this employee sees it. */
export const ticketOf = async (agent: Agent, conversationId: string): Promise<Ticket | undefined> =>
  (await agent.get<{ tickets: Ticket[] }>("/tickets?limit=200")).body.tickets.find((ticket) => ticket.conversationId === conversationId);

/** A customer who has asked for a person and stands in line. Throws when no ticket came of it. */
export async function waitingCustomer(url: string, agent: Agent, locale: "es" | "en" = "es"): Promise<{ customer: Customer; ticket: Ticket }> {
  const customer = await newCustomer(url, locale);
  await customer.say(locale === "es" ? "quiero hablar con una persona" : "I want to talk to a person");
  const ticket = await ticketOf(agent, customer.conversationId);
  if (!ticket) throw new Error(`no ticket for ${customer.conversationId}`);
  return { customer, ticket };
}
