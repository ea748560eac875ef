import { evolveTicket } from "../../src/core/evolve-ticket.ts";
import type { Event, StoredEvent } from "../../src/core/events.ts";
import { voice } from "../../src/core/ownership.ts";
import { comesFrom, type TicketEvent, type TicketPlace } from "../../src/core/ticket-moves.ts";
import type { Ticket, TicketStatus } from "../../src/core/ticket.ts";

const agent = { id: "a", name: "A" };
const line = { language: "es", agentSkill: "general" } as const;
const reason = { rule: "asked-for-human" } as const;
const ticketId = "t";
const at = 0;

/** One of each event; those that lead to different places by what they carry, one of each kind. */
const samples: { [T in TicketEvent]: { label: string; event: Extract<Event, { type: T }> }[] } = {
  TicketOpened: [{ label: "TicketOpened", event: { type: "TicketOpened", ticketId, turnId: "u", reason, line, boostMinutes: 0, safety: false, queuedAt: null } }],
  TicketReprioritised: [{ label: "TicketReprioritised", event: { type: "TicketReprioritised", ticketId, reason, line, boostMinutes: 5, safety: false } }],
  TicketOffered: [{ label: "TicketOffered", event: { type: "TicketOffered", ticketId, agent, until: 1 } }],
  OfferDeclined: [{ label: "OfferDeclined", event: { type: "OfferDeclined", ticketId, agent } }],
  OfferExpired: [{ label: "OfferExpired", event: { type: "OfferExpired", ticketId, agent } }],
  TicketAccepted: [{ label: "TicketAccepted", event: { type: "TicketAccepted", ticketId, agent } }],
  TicketHeld: [{ label: "TicketHeld", event: { type: "TicketHeld", ticketId, agent, until: 1 } }],
  TicketResumed: [{ label: "TicketResumed", event: { type: "TicketResumed", ticketId, agent } }],
  TicketRequeued: [{ label: "TicketRequeued", event: { type: "TicketRequeued", ticketId, why: "agent-gone", agent } }],
  TicketTransferred: [
    { label: "TicketTransferred to a line", event: { type: "TicketTransferred", ticketId, by: agent, line, to: null, comment: "" } },
    { label: "TicketTransferred to a colleague", event: { type: "TicketTransferred", ticketId, by: agent, line, to: agent, comment: "" } },
  ],
  TicketTakenOver: [{ label: "TicketTakenOver", event: { type: "TicketTakenOver", ticketId, by: agent, from: agent } }],
  HandoffSent: [{ label: "HandoffSent", event: { type: "HandoffSent", ticketId, n: 1 } }],
  BriefCorrected: [{ label: "BriefCorrected", event: { type: "BriefCorrected", ticketId, turnId: "u", text: "" } }],
  PlaceAsked: [{ label: "PlaceAsked", event: { type: "PlaceAsked", ticketId } }],
  PlaceTold: [{ label: "PlaceTold", event: { type: "PlaceTold", ticketId, place: 1, waitMinutes: null } }],
  MessageLeft: [{ label: "MessageLeft", event: { type: "MessageLeft", ticketId } }],
  MessageTaken: [{ label: "MessageTaken", event: { type: "MessageTaken", ticketId, turnId: "u" } }],
  TicketAbandoned: [{ label: "TicketAbandoned", event: { type: "TicketAbandoned", ticketId, by: "customer" } }],
  TicketReturned: [{ label: "TicketReturned", event: { type: "TicketReturned", ticketId, by: agent, why: "solved", errand: null } }],
  TicketClosed: [{ label: "TicketClosed", event: { type: "TicketClosed", ticketId, by: agent, disposition: "solved" } }],
  SuggestionAnswered: [{ label: "SuggestionAnswered", event: { type: "SuggestionAnswered", ticketId, suggestionId: "s", agent, response: "sent" } }],
};

const stored = (event: Event): StoredEvent => ({ ...event, version: 1, at });

/** The shortest way to a ticket in each status. */
function ticketIn(status: TicketPlace): Ticket | null {
  const ways: Partial<Record<TicketPlace, Event[]>> = {
    waiting: [samples.TicketOpened[0]?.event].filter((event) => event !== undefined),
    offered: [...samples.TicketOpened, ...samples.TicketOffered].map(({ event }) => event),
    accepted: [...samples.TicketOpened, ...samples.TicketAccepted].map(({ event }) => event),
    message: [...samples.TicketOpened, ...samples.MessageLeft].map(({ event }) => event),
  };
  return (ways[status] ?? []).reduce<Ticket | null>((ticket, event) => evolveTicket(ticket, stored(event)), null);
}

const places: TicketPlace[] = ["none", "waiting", "offered", "accepted", "message"];
const nodeOf = (place: TicketPlace): string => (place === "none" ? "[*]" : place);

/** The life of a ticket as a Mermaid state diagram: from where each event may come by `comesFrom`, to where by `evolveTicket`, and whose word it is by `voice`. */
export function handoffDiagram(): string {
  const edges = new Map<string, string[]>();
  for (const from of places) {
    for (const [type, froms] of Object.entries(comesFrom) as [TicketEvent, readonly TicketPlace[]][]) {
      if (!froms.includes(from)) continue;
      for (const { label, event } of samples[type]) {
        const to = evolveTicket(ticketIn(from), stored(event))?.status ?? "none";
        const edge = `${nodeOf(from)} --> ${nodeOf(to)}`;
        edges.set(edge, [...(edges.get(edge) ?? []), label]);
      }
    }
  }
  const notes = places.filter((place): place is TicketStatus => place !== "none").map((status) => `  ${status}: ${status}, the word is with the ${voice({ status }) === "bot" ? "assistant" : voice({ status })}`);
  return ["stateDiagram-v2", ...notes, ...[...edges].map(([edge, labels]) => `  ${edge}: ${labels.join("<br>")}`)].join("\n");
}

const begin = "<!-- made by scripts/handoff-diagram.ts -->";
const end = "<!-- end of what is made -->";

/** The page with the diagram in its place. Throws when the page has no place for it. */
export function withDiagram(page: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/handoff.md needs the lines ${begin} and ${end}`);
  return `${page.slice(0, from)}${begin}\n\`\`\`mermaid\n${handoffDiagram()}\n\`\`\`\n${page.slice(to)}`;
}
