import { startTalk } from "../support/assistant.ts";

test("a turn delivered twice is answered once, with the earlier decision", async () => {
  const { story, says } = await startTalk();
  const first = await says("¿Qué horario tienen?", { turnId: "same" });
  const again = await says("¿Qué horario tienen?", { turnId: "same" });
  expect(again).toMatchObject({ decision: first.decision, events: [] });
  expect((await story()).filter(({ type }) => type === "TurnReceived")).toHaveLength(1);
});

test("every decision is recorded with its rule and the policy's version", async () => {
  const { says } = await startTalk();
  const { events } = await says("¿Qué horario tienen?");
  expect(events.find(({ type }) => type === "DecisionMade")).toMatchObject({ decision: { rule: "answer", policyVersion: 1 } });
});

test("a conversation that begins with a question says in its first answer what is answering", async () => {
  const { says } = await startTalk();
  const { replies } = await says("What are your opening hours?");
  expect(replies).toHaveLength(1);
  expect(replies[0]?.text).toMatch(/^I am the automatic assistant/);
  expect((await says("And do you have gift cards?")).replies[0]?.text).not.toMatch(/automatic assistant of/);
});

test.each([
  ["quiero hablar con una persona", "asked-for-human", "general"],
  ["I want to cancel my subscription", "people-topic", "cancellations"],
  ["my mother passed away and I need to close her account", "people-topic", "care"],
  ["me han robado la tarjeta y hay un cargo que no reconozco", "safety", "care"],
])("«%s» opens a ticket for %s in one turn, with a notice and no other word", async (text, rule, agentSkill) => {
  const { says } = await startTalk();
  const { decision, events, replies } = await says(text);
  expect(decision).toMatchObject({ rule, action: { kind: "hand-off", agentSkill } });
  expect(events.find(({ type }) => type === "TicketOpened")).toMatchObject({ reason: { rule }, line: { agentSkill } });
  expect(replies).toHaveLength(1);
  expect(replies[0]).toMatchObject({ author: "system", notice: { kind: "handoff" } });
});

test("the notice differs between a wish, a failure and a feeling", async () => {
  const texts = new Set<string>();
  for (const lines of [["I want a person"], ["asdf qwer", "zxcv poiu", "lkjh mnbv"], ["Estoy muy triste y muy preocupada, no sé qué hacer"]]) {
    const { says } = await startTalk();
    for (const line of lines) for (const { notice, keys } of (await says(line)).replies) if (notice?.kind === "handoff") texts.add(keys[0] ?? "");
  }
  expect([...texts].sort()).toEqual(["handoff.asked-for-human", "handoff.needs-empathy", "handoff.stuck"]);
});

test("a customer who worsens turn by turn is handed over for what all signs say together, with the value and its threshold", async () => {
  const { says } = await startTalk();
  await says("¿Dónde está mi pedido 1043?");
  await says("46001");
  const { decision } = await says("¡¡ESTOY FURIOSO, NO HAY DERECHO!!");
  expect(decision?.action).toMatchObject({ kind: "hand-off", reason: { rule: "person-wanted", wanted: expect.any(Number) as number, thresholds: { personWanted: expect.any(Number) as number } } });
});

test("an outburst on the first turn is distress, with its values and thresholds", async () => {
  const { says } = await startTalk();
  const { decision } = await says("¡¡ESTOY FURIOSO, NO HAY DERECHO!!");
  expect(decision?.action).toMatchObject({ kind: "hand-off", reason: { rule: "distress", thresholds: { distressValence: expect.any(Number) as number } } });
});

test("tone is not read once the customer has opted out, and everything else works", async () => {
  const { says, toneChoice } = await startTalk();
  await says("hola");
  await toneChoice("c1", false);
  const { events, decision } = await says("¡¡ES INACEPTABLE, estoy harto!! ¿Dónde está mi pedido 1043?");
  expect(events.find(({ type }) => type === "TurnUnderstood")).toMatchObject({ understanding: { emotion: null } });
  expect(decision?.rule).not.toBe("distress");
  expect((await says("quiero hablar con una persona")).decision?.rule).toBe("asked-for-human");
});

test("an order is shown only to who gives its number and postcode", async () => {
  const { says } = await startTalk();
  await says("where is my order 1043?");
  const wrong = await says("28001");
  expect(wrong.replies[0]?.text).not.toMatch(/van|24 November/);
});

test("a second job in the same conversation does not ask again for the order it already has", async () => {
  const { says } = await startTalk();
  await says("where is my order 1043?");
  await says("46001");
  expect((await says("Change the delivery")).replies[0]?.keys[0]).toMatch(/^change-delivery\./);
});

test("when the shop's system is down the customer hears so, and after two dead ends gets a person", async () => {
  const { says } = await startTalk({ orders: { perform: () => Promise.resolve({ ok: false, why: "unavailable" }) } });
  await says("where is my order 1043?");
  expect((await says("46001")).replies[0]?.text).toMatch(/not answering/);
  await says("where is my order 1043?");
  await says("46001");
  expect((await says("where is my order 1043?")).decision?.rule).toBe("stuck");
});

test("a fault of ours neither loses the turn nor leaves the customer without an answer", async () => {
  const { says, story } = await startTalk({ orders: { perform: () => Promise.reject(new Error("a bug")) } });
  await says("where is my order 1043?");
  const { replies, decision } = await says("46001");
  expect(decision).toMatchObject({ rule: "assistant-failed" });
  expect(replies[0]?.keys).toContain("error");
  expect((await story()).filter(({ type }) => type === "TurnReceived")).toHaveLength(2);
});

test("a text longer than what is read is kept whole", async () => {
  const { says } = await startTalk();
  const long = "hola ".repeat(2_000);
  expect((await says(long)).events.find(({ type }) => type === "TurnReceived")).toMatchObject({ text: long });
});

test("an offer of a person is taken by a yes", async () => {
  const { says } = await startTalk({ orders: { perform: () => Promise.resolve({ ok: false, why: "unavailable" }) } });
  await says("where is my order 1043?");
  await says("46001");
  expect((await says("yes please")).decision?.rule).toBe("asked-for-human");
});

describe("a message left for later", () => {
  const leave = async (first: string) => {
    const talk = await startTalk();
    await talk.says(first);
    await talk.says("", { control: "leave-message" });
    return talk;
  };
  const ticketOf = async ({ conversations }: Awaited<ReturnType<typeof leave>>) => (await conversations.load("c1")).state.ticket;

  test("is what the customer writes next, even about a topic of people, and is kept when the customer ends the chat", async () => {
    const talk = await leave("quiero cancelar mi suscripción");
    const { decision, replies } = await talk.says("Soy Ana, quiero cancelar mi suscripción, llámenme al 612 345 678");
    expect(decision?.rule).toBe("leaves-message");
    expect(replies[0]).toMatchObject({ keys: ["message.taken"], notice: { values: { phase: "message-taken" } } });
    await talk.says("", { control: "end" });
    expect(await ticketOf(talk)).toMatchObject({ status: "message", messageTaken: true });
  });

  test("yields to danger and to a wish for a person, which keeps the place in time", async () => {
    const talk = await leave("quiero hablar con una persona");
    const before = await ticketOf(talk);
    const { decision, events } = await talk.says("mejor quiero hablar con una persona");
    expect(decision?.rule).toBe("asked-for-human");
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(["TicketAbandoned", "TicketOpened"]));
    expect(await ticketOf(talk)).toMatchObject({ status: "waiting", queuedAt: before?.queuedAt });
  });

  const told = async (again: string, control: "back-to-assistant" | "end" | "leave-message") => {
    const talk = await leave("quiero hablar con una persona");
    await talk.says("Soy Ana: falta la leche, llámenme por la tarde");
    const code = await ticketOf(talk);
    await talk.says(again);
    expect(await ticketOf(talk)).toMatchObject({ status: "waiting", message: code?.message });
    const { events } = await talk.says("", { control });
    return { talk, code, events };
  };

  test.each([
    ["quiero hablar con una persona", "back-to-assistant"], ["quiero hablar con una persona", "end"],
    ["¡¡ESTO ES UNA VERGÜENZA, ESTOY FURIOSO, NO HAY DERECHO!!", "back-to-assistant"], ["¡¡ESTO ES UNA VERGÜENZA, ESTOY FURIOSO, NO HAY DERECHO!!", "end"],
  ] as const)("is still owed an answer when the customer waits again («%s») and leaves the line by %s", async (again, control) => {
    const { talk, code, events } = await told(again, control);
    expect(events.some(({ type }) => type === "TicketAbandoned")).toBe(false);
    expect(await ticketOf(talk)).toMatchObject({ status: "message", messageTaken: true, message: code?.message });
    expect((await talk.says("¿qué horario tienen?")).decision?.rule).toBe("answer");
  });

  test("may be followed by another, and is kept when that one is never written", async () => {
    const { talk, code } = await told("quiero hablar con una persona", "leave-message");
    expect(await ticketOf(talk)).toMatchObject({ status: "message", messageTaken: false });
    await talk.says("", { control: "end" });
    expect(await ticketOf(talk)).toMatchObject({ status: "message", messageTaken: true, message: code?.message });
  });

  test("is owed no more once a person has written", async () => {
    const talk = await leave("quiero hablar con una persona");
    await talk.says("Soy Ana: falta la leche");
    const ticketId = (await ticketOf(talk))?.ticketId ?? "";
    await talk.work.accept("c1", ticketId, { id: "agent1", name: "Marta" });
    await talk.work.say("c1", ticketId, { id: "agent1", name: "Marta" }, "Hola, Ana", "m1");
    expect(await ticketOf(talk)).toMatchObject({ message: null });
  });

  test("that was never written is gone when the customer goes back to the assistant", async () => {
    const talk = await leave("quiero hablar con una persona");
    await talk.says("", { control: "back-to-assistant" });
    expect(await ticketOf(talk)).toBeNull();
  });
});

test("a short answer stays in its dialog; a wish the dialog cannot use is followed", async () => {
  const { says } = await startTalk();
  await says("where is my order?");
  expect((await says("opening hours")).replies[0]?.keys[0]).toMatch(/^opening-hours\./);
});

test("a rating is a bare number right after the question, and counts once", async () => {
  const { says, work, conversations } = await startTalk();
  await says("I want a person");
  const ticketId = (await conversations.load("c1")).state.ticket?.ticketId ?? "";
  const marta = { id: "agent1", name: "Marta" };
  await work.accept("c1", ticketId, marta);
  await work.close("c1", ticketId, marta, "solved");
  await says("what are your opening hours?");
  const ratings = async (text: string, rating: number | null = null) =>
    (await says(text, rating ? { control: "rate", rating } : {})).events.filter(({ type }) => type === "RatingGiven").length;
  expect(await ratings("3")).toBe(0);
  expect(await ratings("", 4)).toBe(1);
  expect(await ratings("", 1)).toBe(0);
});

test("thirty turns at once in one conversation are all kept", async () => {
  const { says, story } = await startTalk();
  await Promise.all(Array.from({ length: 30 }, (_, index) => says(`hola ${index}`)));
  expect((await story()).filter(({ type }) => type === "TurnReceived")).toHaveLength(30);
});

test.each([["¿con qué sazono un solomillo?", "Sazonar un solomillo"], ["how do I season sirloin?", "Seasoning a sirloin"], ["¿cuáles son los catorce alérgenos?", "Alérgenos y etiquetas"]])("answers %s from the same articles as the page of questions", async (text, source) => {
  const { says } = await startTalk();
  expect((await says(text)).replies.at(-1)?.text).toContain(source);
});

test.each([["es", "deje, vuelvo con el bot"], ["en", "forget the person, I'll go on with the bot"]] as const)("who says in line, or instead of a message, that they go on with the assistant is back with it (%s)", async (_, words) => {
  for (const before of [null, "leave-message"] as const) {
    const { says, conversations } = await startTalk();
    await says("quiero hablar con una persona");
    if (before) await says("", { control: before });
    expect((await says(words)).events).toContainEqual(expect.objectContaining({ type: "TicketAbandoned", by: "customer" }));
    expect((await conversations.load("c1")).state.ticket).toBeNull();
  }
});

test("a danger told while leaving the line is not passed over for the leaving", async () => {
  const { says, conversations } = await startTalk();
  await says("quiero hablar con una persona");
  await says("vuelvo con el bot, me quiero morir");
  expect((await conversations.load("c1")).state.ticket).toMatchObject({ status: "waiting", safety: true });
});

test("what is written in line is confirmed once per wait, with the way back", async () => {
  const { says } = await startTalk();
  const keys = async (text: string) => (await says(text)).replies.flatMap((reply) => reply.keys);
  await says("quiero hablar con una persona");
  expect(await keys("¿con qué sazono un solomillo?")).toEqual(["line.added"]);
  expect(await keys("¿y una merluza?")).toEqual([]);
  await says("volver al asistente");
  await says("quiero hablar con una persona");
  expect(await keys("¿qué horario tienen?")).toEqual(["line.added"]);
});

test("an order number said where no dialog asked for it is known to the next dialog; one that was not found is not", async () => {
  const { says } = await startTalk();
  await says("hola, I need la factura de order 1043 please");
  expect((await says("46001")).replies[0]?.text).toContain("1043");
  const other = await startTalk();
  expect((await other.says("¿dónde está mi pedido 9999? mi código postal es 46001")).replies[0]?.keys).toContain("order.not-found");
  await other.says("¿qué horario tienen las tiendas?");
  expect((await other.conversations.load("c1")).state.learned).not.toHaveProperty("number");
});
