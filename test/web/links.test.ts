import { piecesOf } from "../../src/web/widget/links.ts";

const links = (text: string) => piecesOf(text).flatMap((piece) => (piece.kind === "link" ? [[piece.href, piece.label]] : []));

describe("an address in a message", () => {
  it("becomes a link that shows its host, between the words around it", () => {
    expect(piecesOf("Mire https://example.com/ayuda ahora")).toEqual([
      { kind: "words", text: "Mire " }, { kind: "link", href: "https://example.com/ayuda", label: "example.com/ayuda" }, { kind: "words", text: " ahora" },
    ]);
    expect(links("http://example.com y https://example.com/?a=1")).toEqual([["http://example.com/", "example.com"], ["https://example.com/?a=1", "example.com/?a=1"]]);
  });

  it("ends before the end of the sentence and before brackets that are not its own", () => {
    expect(links("(vea https://example.com/a).")).toEqual([["https://example.com/a", "example.com/a"]]);
    expect(links("[aquí](https://example.com/otra)")).toEqual([["https://example.com/otra", "example.com/otra"]]);
    expect(links("https://example.com/a_(b)!")).toEqual([["https://example.com/a_(b)", "example.com/a_(b)"]]);
  });

  it("tells the host it leads to, whoever it poses as", () => {
    expect(links("https://tienda-sol.example@evil.example/x")[0]?.[1]).toBe("evil.example/x");
    expect(links("https://еxample.com")[0]?.[1]).toMatch(/^xn--/); // a Cyrillic letter
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "ftp://example.com", "example.com", "https://", "xhttps://example.com", '<a href="javascript:x">y</a>'])("is not seen in %s", (text) => {
    expect(piecesOf(text)).toEqual([{ kind: "words", text }]);
  });

  it("holds no quotes, tags or controls of the writing direction", () => {
    expect(links('https://example.com/"onclick="x')).toEqual([["https://example.com/", "example.com"]]);
    expect(links("https://example.com/\u202Emoc")).toEqual([["https://example.com/", "example.com"]]);
  });

  it("keeps every character that was written", () => {
    const text = "a https://example.com/b. c\nhttp://d.example/e";
    expect(piecesOf(text).filter((piece) => piece.kind === "words").map((piece) => piece.text).join("|")).toBe("a |. c\n");
    expect(piecesOf("")).toEqual([]);
  });

  it("is shown short where its path is long", () => {
    expect(links(`https://example.com/${"a".repeat(400)}`)[0]?.[1]).toMatch(/^example\.com\/a{39}…$/);
  });
});
