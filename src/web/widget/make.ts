type Attributes = Record<string, string | boolean | undefined>;

/** Makes a DOM element. Text is text: nothing here parses HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (typeof value === "string") node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

const paths = {
  chat: "M12 3.5c-5 0-9 3.4-9 7.7 0 2.4 1.3 4.5 3.3 5.9L5.5 21l4-2.3c.8.2 1.6.3 2.5.3 5 0 9-3.4 9-7.8S17 3.5 12 3.5z",
  close: "M5.5 5.5l13 13M18.5 5.5l-13 13",
  more: "M12 5.2v.1M12 12v.1M12 18.8v.1",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-3.8 3.6-6 7.5-6s6.900 2.200 7.500 6",
};

/** A line drawing, 24 by 24, in the colour of the text beside it. */
export function icon(name: keyof typeof paths): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" })) svg.setAttribute(key, value);
  const width = name === "more" ? "3" : "2";
  for (const [key, value] of Object.entries({ d: paths[name], fill: "none", stroke: "currentColor", "stroke-width": width, "stroke-linecap": "round", "stroke-linejoin": "round" })) path.setAttribute(key, value);
  svg.append(path);
  return svg;
}
