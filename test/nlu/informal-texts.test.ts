import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { informally } from "../../src/nlu/informal-texts.ts";

const dir = resolve(import.meta.dirname, "../../intents");
/** What agents and the team read, in files of its own, stays formal. */
const customersRead = ["dialogs.yaml", "handoff.yaml", "notices.yaml"];
const forColleagues = new Set(readdirSync(join(dir, "texts")).filter((file) => !customersRead.includes(file)).flatMap((file) => Object.keys(parse(readFileSync(join(dir, "texts", file), "utf8")) as object)));
/** Words that address somebody as usted. */
const formal = /\b(usted|ustedes|diga|dígame|díganos|escriba|escríbalo|pulse|puede (?:usted|escribir|elegir|pedir|dejar|pulsar|repetirlo|volver|seguir|preguntar|intentarlo|decirlo)|su (?:pedido|mensaje|puesto|código|cuenta|entrega|banco|tarjeta|número local|valoración)|sus (?:datos|claves)|le (?:paso|pasa|llegará|prometemos|atenderán|contestará|contestaremos|devolvemos|viene|ayude|ayudaría|enfade|preocupe|molesta|avisaré|pedimos)|atenderle|pasarle|contestarle)\b/i;

test("every text that says usted to a customer has one that says tú, and none of those says usted", async () => {
  const catalogue = await loadCatalogue(dir);
  const tu = await informally(catalogue, dir);
  const left = [...tu.texts].filter(([key, { es }]) => !forColleagues.has(key) && formal.test(es)).map(([key, { es }]) => `${key}: ${formal.exec(es)?.[0] ?? ""}`);
  // Button words of the shop's own pages, and a sentence about somebody else's own.
  expect(left.filter((line) => !/^(order\.ask-number|stock\.sold-out|order\.not-verified)/.test(line))).toEqual([]);
});

test("English, and Spanish texts that address nobody, are the same either way", async () => {
  const catalogue = await loadCatalogue(dir);
  const tu = await informally(catalogue, dir);
  for (const [key, { en }] of tu.texts) expect(en).toBe(catalogue.texts.get(key)?.en);
  expect(tu.texts.get("joined")).toEqual(catalogue.texts.get("joined"));
  expect(tu.texts.get("handoff.distress")?.es).toMatch(/te molesta/);
});

test("a key nobody has and values the text does not want are named", async () => {
  const own = mkdtempSync(join(tmpdir(), "relevo-informal-"));
  try {
    mkdirSync(join(own, "informal"));
    writeFileSync(join(own, "informal/es.yaml"), 'nobody.has: "x"\nqueue.longer: "sin puesto"\n');
    await expect(informally(await loadCatalogue(dir), own)).rejects.toThrow(/nobody\.has: no text has this key[\s\S]*queue\.longer: it wants other values/);
  } finally {
    rmSync(own, { recursive: true });
  }
});

test("no notice of a handoff says that a person is there now: the next line may have to say that nobody is", async () => {
  const catalogue = await loadCatalogue(dir);
  for (const { texts } of [catalogue, await informally(catalogue, dir)]) {
    const now = [...texts].filter(([key, { es, en }]) => key.startsWith("handoff.") && (/\b[lt]e paso con[^.,;:]*\b(ahora|ya|enseguida)\b/i.test(es) || /\bpassing you[^.,;:]*\b(now|right away)\b/i.test(en)));
    expect(now.map(([key]) => key)).toEqual([]);
  }
});
