import type { Event } from "../../src/core/events.ts";
import { settled, start, stateOf, talk, type Line } from "../support/given-whisper.ts";
import { noon } from "../support/given.ts";

type All = Awaited<ReturnType<typeof start>>;
type Told = { reply: string; customer?: string; name?: string; asks?: string; intent?: string; agent?: string };

const asksLate = "Mi pedido tenía que llegar ayer y no ha llegado";

/** One conversation each: a customer asks, a colleague writes, the customer calms. */
async function tell(all: All, told: Told[]): Promise<void> {
  for (const [i, { reply, customer = `dl_${i}`, name = "Ana Ruiz", asks = asksLate, intent = "order-status", agent = "Leo" }] of told.entries()) {
    const lines: Line[] = [{ customer: asks, emotion: "angry", intent }, { agent: reply, name: agent }, { customer: "vale, gracias", emotion: "satisfied", intent }];
    await all.log.append(`told-${i}`, talk(lines, name, customer), 0, noon);
  }
  await settled(all);
}

const taken: Event[] = [
  { type: "TicketOpened", ticketId: "k1", turnId: "t0", reason: { rule: "asked-for-human" }, line: { language: "es", agentSkill: "general" }, boostMinutes: 0, safety: false, queuedAt: noon },
  { type: "TicketAccepted", ticketId: "k1", agent: { id: "agent-eva", name: "Eva Soto" } },
];

/** What colleagues' replies are offered for a customer who writes this. */
function practised({ whisper }: All, asks = asksLate, { name = "Berta Olmedo", intent = "order-status", withAgent = false } = {}) {
  const state = stateOf([...talk([{ customer: asks, emotion: "angry", intent }], name), ...(withAgent ? taken : [])]);
  return whisper.suggest(state, "es").filter(({ kind }) => kind === "practice");
}

describe("what was written to one customer", () => {
  const private_ = "Con lo de la quimioterapia no espere de pie: he abierto una incidencia con el transportista";
  const plain = "Entiendo que no espere más: he abierto una incidencia con el transportista";

  test("is offered to nobody else, however many conversations they had", async () => {
    const all = await start();
    await tell(all, [1, 2, 3, 4].map(() => ({ reply: private_, customer: "dl_same" })));
    expect(practised(all)).toEqual([]);
  });

  test("is offered once another customer was told the same, and says to how many", async () => {
    const all = await start();
    await tell(all, [{ reply: plain }, { reply: plain }, { reply: plain, customer: "dl_0" }]);
    expect(practised(all).map(({ text, because }) => ({ text, because }))).toEqual([{ text: plain, because: "Colegas lo escribieron a 2 clientes en casos como este" }]);
  });

  test("stays with them where it was added to what all are told", async () => {
    const all = await start();
    const said = "Entiendo el enfado: he abierto una incidencia con el transportista, la sigo hasta el final y me tiene aquí para lo que haga falta mientras tanto";
    await tell(all, [{ reply: `${said}, y ánimo con la quimioterapia` }, { reply: said }, { reply: said }]);
    const offered = practised(all);
    expect(offered.map(({ text }) => text).join(" ")).toMatch(/incidencia/);
    expect(offered.map(({ text }) => text).join(" ")).not.toMatch(/quimioterapia/);
  });

  test("two chats of customers the channel does not know are two customers, and what was kept before customers were told apart is one", async () => {
    const all = await start();
    await tell(all, [{ reply: plain, customer: "" }, { reply: plain, customer: "" }]);
    expect(practised(all)).toHaveLength(1);
    const older = await start();
    for (const { conversationId, replies } of (await all.store.changes(null)).changed) {
      for (const reply of replies ?? []) {
        delete reply.customer;
        delete reply.suggestion;
      }
      await older.store.put([{ conversationId, replies: replies ?? [] }], noon);
    }
    await older.whisper.refresh();
    expect(older.whisper.size().replies).toBe(2);
    expect(practised(older)).toEqual([]);
  });

  test("says of its customer no more than a key", async () => {
    const all = await start();
    await tell(all, [{ reply: plain, customer: "carmen@example.com" }]);
    const [kept] = (await all.store.changes(null)).changed;
    expect(kept?.replies?.[0]?.customer).toMatch(/^[\w-]{12}$/);
    expect(JSON.stringify(kept)).not.toMatch(/carmen/);
  });
});

describe("names in a colleague's reply", () => {
  const told = (reply: string): Told[] => ["Ana Ruiz", "Luis Mora", "Eva Gil"].map((name) => ({ reply: reply.replace("CLIENTE", name.split(" ")[0] ?? ""), name }));

  test("who is greeted becomes this customer, who introduces themselves becomes the person at the desk, and both are said", async () => {
    const all = await start();
    await tell(all, told("Hola CLIENTE, soy Marta Gil y he abierto una incidencia con el transportista"));
    const [offered] = practised(all, asksLate, { withAgent: true });
    expect(offered?.text).toBe("Hola Berta Olmedo, soy Eva Soto y he abierto una incidencia con el transportista");
    expect(offered).toMatchObject({ slots: [], filled: ["Berta Olmedo", "Eva Soto"] });
  });

  test("nobody's name is put in the mouth of a person who is not known yet", async () => {
    const all = await start();
    await tell(all, told("Hola CLIENTE, soy Marta Gil y he abierto una incidencia con el transportista"));
    const [offered] = practised(all);
    expect(offered?.text).toBe("Hola Berta Olmedo, soy [mi nombre] y he abierto una incidencia con el transportista");
    expect(offered?.slots).toEqual(["[mi nombre]"]);
  });

  test("anybody else's is left to the agent", async () => {
    const all = await start();
    await tell(all, told("He hablado con Nerea y he abierto una incidencia con el transportista"));
    const [offered] = practised(all, asksLate, { withAgent: true });
    expect(offered).toMatchObject({ text: "He hablado con [nombre] y he abierto una incidencia con el transportista", slots: ["[nombre]"], filled: [] });
  });
});

describe("a case like this one", () => {
  const days = { asks: "Mi pedido lleva tres días de retraso y nadie dice nada", reply: "Tiene razón, tres días son demasiados: lo miro ahora con el transportista" };
  const broken = { asks: "La lámpara ha venido rota y hay cristales por toda la caja, qué enfado", reply: "Siento el susto de los cristales: lo miro ahora con el almacén", intent: "damaged-item" };

  test("is of the same wish, however well another's reply calmed", async () => {
    const all = await start();
    await tell(all, [...Array.from({ length: 8 }, () => days), ...Array.from({ length: 3 }, () => broken)]);
    const offered = practised(all, "El espejo ha venido roto, la caja llena de cristales. Qué enfado", { intent: "damaged-item" });
    expect(offered.map(({ text }) => text)).toEqual([broken.reply]);
    expect(offered[0]?.because).toMatch(/3 clientes/);
  });

  test("is of the same length of time, whichever number it was", async () => {
    const all = await start();
    await tell(all, Array.from({ length: 4 }, () => days));
    const [offered] = practised(all, "Mi pedido lleva cinco días de retraso y nadie me dice nada");
    expect(offered).toMatchObject({ text: "Tiene razón, [cuántos días] son demasiados: lo miro ahora con el transportista", slots: ["[cuántos días]"] });
    expect(practised(all, "Mi pedido lleva dos semanas de retraso y nadie me dice nada")).toEqual([]);
    expect(practised(all, "Mi pedido lleva media hora de retraso y nadie me dice nada")).toEqual([]);
  });

  test("counts customers of like cases only, though others were told the same", async () => {
    const all = await start();
    const everywhere = "Gracias por contármelo: lo miro ahora mismo y sigo aquí con usted";
    await tell(all, [...Array.from({ length: 2 }, () => ({ ...days, reply: everywhere })), ...Array.from({ length: 5 }, () => ({ ...broken, reply: everywhere }))]);
    expect(practised(all, days.asks)[0]?.because).toMatch(/ 2 clientes/);
    expect(practised(all, broken.asks, { intent: "damaged-item" })[0]?.because).toMatch(/ 5 clientes/);
  });

  test("is not like another because both customers ask for a person", async () => {
    const all = await start();
    const upset = "Quiero hablar con una persona ahora mismo, que se ponga alguien";
    await tell(all, Array.from({ length: 4 }, () => ({ asks: `La lámpara vino rota. ${upset}`, reply: broken.reply, intent: "complaint" })));
    expect(practised(all, `¿Dónde se pide la tarjeta de puntos? ${upset}`, { intent: "greeting" })).toEqual([]);
    expect(practised(all, "Las lámparas han venido rotas", { intent: "complaint" }).map(({ text }) => text)).toEqual([broken.reply]);
  });

  test("shares words with this one where nobody knows what either is about", async () => {
    const all = await start();
    await tell(all, Array.from({ length: 3 }, () => ({ ...days, intent: "greeting" })));
    expect(practised(all, "Quiero saber una cosa de la tarjeta de puntos", { intent: "greeting" })).toEqual([]);
  });
});

describe("what is counted of suggestions", () => {
  const said = "Siento mucho el retraso, no hay derecho: lo miro ahora con el transportista";
  const answered = (suggestionId: string, response: "sent" | "edited"): Event => ({ type: "SuggestionAnswered", ticketId: "k1", suggestionId, agent: { id: "agent-Leo", name: "Leo" }, response });

  test("is an answer to what this ticket was shown, wherever it was shown, and to nothing else", async () => {
    const all = await start();
    const shown = all.whisper.suggest(stateOf([...talk([{ customer: asksLate, emotion: "angry" }]), ...taken]), "es");
    const never = all.candidates.find(({ id }) => !shown.some((one) => one.id === id))?.id ?? "";
    expect(shown.length).toBeGreaterThan(0);
    for (const { id } of shown) expect(await all.whisper.knows("k1", id)).toBe(true);
    expect(await Promise.all([all.whisper.knows("k1", never), all.whisper.knows("k2", shown[0]?.id ?? ""), all.whisper.knows("k1", "made-up")])).toEqual([false, false, false]);
    await all.store.show("k2", [never]);
    expect(await all.whisper.knows("k2", never)).toBe(true);
  });

  test("is a reply with the suggestion's words, not whatever the person wrote last", async () => {
    const all = await start();
    const house = all.candidates.find(({ id }) => id === "apologise-delay");
    const words = house?.text.es ?? "";
    const lines = (reply: string): Line[] => [{ customer: asksLate, emotion: "angry" }, { agent: reply, name: "Leo" }];
    const after: Line[] = [{ customer: "vale, gracias", emotion: "satisfied" }];
    for (const [i, reply] of [words, `${words} Un momento, por favor.`, said].entries()) {
      await all.log.append(`s-${i}`, [...talk(lines(reply), "Ana Ruiz", `dl_${i}`), answered("apologise-delay", i === 1 ? "edited" : "sent"), ...talk(after).slice(1).map((event) => ("turnId" in event ? { ...event, turnId: "t9" } : event))], 0, noon);
    }
    await settled(all);
    expect((await all.whisper.uses()).followed).toMatchObject({ sent: { n: 1 }, edited: { n: 1 }, own: { n: 1 } });
  });
});
