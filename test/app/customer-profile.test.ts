import { resolve } from "node:path";
import { createMemoryCustomerIndex } from "../../src/adapters/memory/memory-customer-index.ts";
import { createMemoryLog } from "../../src/adapters/memory/memory-log.ts";
import { createReadProfile, type CustomerProfile } from "../../src/app/customer-profile.ts";
import type { Event } from "../../src/core/events.ts";
import type { Disposition } from "../../src/core/ticket.ts";
import { textsOf } from "../../src/nlu/catalogue-views.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { anUnderstanding, noon } from "../support/given.ts";

type Language = "es" | "en";
type Line = { hour?: number } & ({ customer: string | null; intent?: string } | { person: string } | { closed: Disposition } | { event: Event });
const leo = { id: "leo", name: "Leo" };
const day = 24;

function eventsOf(line: Line, i: number, language: Language): Event[] {
  if ("event" in line) return [line.event];
  if ("closed" in line) return [{ type: "TicketClosed", ticketId: "k", by: leo, disposition: line.closed }];
  if ("person" in line) return [{ type: "ReplyRecorded", reply: { replyId: `r${i}`, turnId: null, author: "person", text: line.person, keys: [], notice: null, quickReplies: [], agent: leo, clientId: null } }];
  const intents = line.intent === undefined ? [] : [{ intent: line.intent, confidence: 0.9 }];
  return [
    { type: "TurnReceived", turnId: `t${i}`, text: line.customer ?? "", control: null, rating: null, attachments: [] },
    { type: "TurnUnderstood", turnId: `t${i}`, understanding: anUnderstanding({ language, intents, intentSure: intents.length > 0 }) },
  ];
}

/** The profile of a customer after talks, oldest first; hours are counted from noon of 22 November 2026. */
async function profileAfter(talks: Line[][], language: Language = "es"): Promise<CustomerProfile> {
  const { log } = createMemoryLog();
  const index = createMemoryCustomerIndex();
  for (const [i, lines] of talks.entries()) {
    const conversationId = `c${i}`;
    const startedAt = noon + (lines[0]?.hour ?? 0) * 3_600_000;
    const started: Event = { type: "ConversationStarted", channel: "test", customer: { id: "ana", name: "Ana", signedIn: true }, language, reference: null };
    await log.append(conversationId, [started], 0, startedAt);
    let version = 1;
    let at = startedAt;
    for (const [n, line] of lines.entries()) {
      at = line.hour === undefined ? at + 60_000 : noon + line.hour * 3_600_000;
      const events = eventsOf(line, n, language);
      await log.append(conversationId, events, version, at);
      version += events.length;
    }
    await index.add("ana", conversationId, startedAt);
  }
  const read = createReadProfile({
    index, log, texts: textsOf(await loadCatalogue(resolve(import.meta.dirname, "../../intents"))), clock: { now: () => noon + 40 * day * 3_600_000 },
    readBehaviours: () => ({ support: [], explain: [], anticipate: [], educate: [], rapport: [], personal: [] }),
  });
  return read("ana", { conversationId: "now", notes: [] }, language);
}

const late: Line = { customer: "mi pedido no llega", intent: "order-status" };
const promised: Record<Language, string> = { es: "Lo siento. Mañana le escribo con la solución.", en: "I am sorry. I will write to you tomorrow with an answer." };
const thanks: Line = { customer: "gracias", intent: "thanks" };

test.each([["es", "2026-11-22: una persona le dijo «Mañana le escribo con la solución.», y no consta que se hiciera"], ["en", "2026-11-22: a person told them “I will write to you tomorrow with an answer.”, and nothing shows that it was done"]] as const)("a promise of an earlier conversation that nothing shows as kept is told first, with its date, %s", async (language, line) => {
  for (const closed of ["solved", "unsolved"] as const) {
    const { facts, advice } = await profileAfter([[late, { person: promised[language] }, thanks, { closed }]], language);
    expect(facts[0]).toBe(line);
    expect(advice).toMatch(/Se le prometió algo|They were promised something/);
  }
});

test.each<[string, Line[][]]>([
  ["the person wrote the next day", [[late, { person: promised.es }, thanks, { person: "Ya está: su pedido sale hoy", hour: day }]]],
  ["a later conversation was solved", [[late, { person: promised.es }, { closed: "unsolved" }], [{ ...late, hour: 2 * day }, { person: "Aquí tiene la solución" }, { closed: "solved" }]]],
  ["it named no later time and the matter was solved", [[late, { person: "Le confirmo el día en un momento" }, { person: "Llega el martes" }, { closed: "solved" }]]],
  ["it is only news of an order", [[late, { person: "Su pedido llega mañana" }, { closed: "solved" }]]],
  ["it is a question", [[late, { person: "¿Le escribo mañana?" }, { closed: "solved" }]]],
])("nothing is owed where %s", async (_, talks) => {
  const { facts, advice } = await profileAfter(talks);
  expect(facts.join(" ")).not.toMatch(/no consta/);
  expect(advice).not.toMatch(/prometió/);
});

test.each<[string, Line[][]]>([
  ["the customer had to come back for it", [[late, { person: promised.es }, { customer: "nadie me escribió", hour: 2 * day }, { person: "Lo siento mucho" }]]],
  ["a later conversation was not solved either", [[late, { person: promised.es }, { closed: "solved" }], [{ ...late, hour: 2 * day }, { closed: "unsolved" }]]],
  ["it names no time and the matter stayed unsolved", [[late, { person: "Le escribo con la solución" }, { closed: "unsolved" }]]],
])("a promise is still owed where %s", async (_, talks) => {
  expect((await profileAfter(talks)).facts[0]).toMatch(/no consta que se hiciera/);
});

test("an earlier conversation is named by its topics without courtesies; the wish for a person stands alone", async () => {
  const wish: Line = { customer: "quiero hablar con una persona", intent: "talk-to-person" };
  const { facts } = await profileAfter([[late, wish, thanks], [{ ...wish, hour: day }, thanks]]);
  expect(facts).toEqual([expect.stringMatching(/^2026-11-23: Hablar con una persona;/), expect.stringMatching(/^2026-11-22: Dónde está mi pedido;/)]);
});

test("asking for a person twice is no matter that came up again", async () => {
  const wish: Line = { customer: "quiero hablar con una persona", intent: "talk-to-person" };
  expect((await profileAfter([[wish], [{ ...wish, hour: day }]])).advice).not.toMatch(/Hablar con una persona/);
});

const opened: Line = { event: { type: "TicketOpened", ticketId: "k", turnId: "t0", reason: { rule: "asked-for-human" }, line: { language: "es", agentSkill: "general" }, boostMinutes: 0, safety: false, queuedAt: noon } };
const accepted: Line = { event: { type: "TicketAccepted", ticketId: "k", agent: leo } };

test.each<[string, Line[]]>([
  ["quedó con el asistente", [late]],
  ["quedó esperando a una persona", [late, opened]],
  ["quedó con una persona, sin cerrarse", [late, opened, accepted]],
  ["quedó con una persona, sin cerrarse", [late, opened, accepted, { person: "Lo estoy mirando" }]],
  ["quedó con una persona, sin cerrarse", [late, opened, accepted, { closed: "solved" }, late, opened, accepted]],
  ["quedó esperando a una persona", [late, opened, accepted, { event: { type: "TicketRequeued", ticketId: "k", why: "no-first-reply", agent: leo } }]],
  ["lo atendió una persona y volvió al asistente", [late, opened, accepted, { person: "Un momento" }, { event: { type: "TicketReturned", ticketId: "k", by: leo, why: "errand", errand: "mirar el pedido" } }]],
  ["dejó la fila sin que lo atendiera una persona", [late, opened, { event: { type: "TicketAbandoned", ticketId: "k", by: "customer" } }]],
  ["dejó un mensaje para una persona", [late, opened, { event: { type: "MessageLeft", ticketId: "k" } }]],
  ["resuelto", [late, opened, accepted, { person: "Ya está" }, { closed: "solved" }]],
])("an earlier conversation is told by who it was left with: %s", async (ended, lines) => {
  expect((await profileAfter([lines])).facts.at(-1)).toContain(`; ${ended};`);
});

test.each<["es" | "en", string]>([["es", "Me comprometo a llamarle el martes."], ["es", "Tendrá noticias mías mañana."], ["en", "You'll hear from me tomorrow."], ["en", "I'm sending you another one tomorrow."]])("a promise is owed in whatever words it was given, %s: %s", async (language, text) => {
  expect((await profileAfter([[late, { person: text }, { closed: "unsolved" }]], language)).facts[0]).toContain(text);
});

test("an earlier conversation whose customer only told how they felt is not said to be about anything", async () => {
  const angry = anUnderstanding({ language: "es", intents: [{ intent: "complaint", confidence: 0.9 }], intentSure: true, onlyFeeling: true });
  const { facts } = await profileAfter([[{ event: { type: "TurnUnderstood", turnId: "t0", understanding: angry } }]]);
  expect(facts).toEqual([expect.stringMatching(/sin tema claro/)]);
});
