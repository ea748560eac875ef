/** An element of the React that Web Chat brings along. */
export type Drawn = { readonly $$typeof: symbol };
export type Component = (props: Record<string, unknown>) => Drawn | null;
type Child = Drawn | string | null;

const react = Symbol.for("react.element");

/**
 * Makes an element for the React 16 inside Web Chat's bundle, which it keeps to itself.
 *
 * An element is plain data of this shape in React 16 to 18; a second React only for this would cost the shop page 45 kB.
 */
export function element(type: string | Component, props: Record<string, unknown>, ...children: Child[]): Drawn {
  const { key = null, ref = null, ...rest } = props;
  const made = { $$typeof: react, type, key, ref, props: { ...rest, children: children.length === 1 ? children[0] : children }, _owner: null };
  return made;
}
