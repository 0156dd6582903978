// Elements from plain values. Text only ever becomes a text node.

const SVG = "http://www.w3.org/2000/svg";
type Value = string | number | boolean | null | undefined;
type Child = Node | string | null | undefined | false;

export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  put(element, attributes);
  fillWith(element, children);
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  put(element, attributes);
  fillWith(element, children);
  return element;
}

/** Patterns and gradients stand once, outside both languages: in a hidden one they would paint nothing. */
export function define(...shapes: SVGElement[]): void {
  const known = document.querySelector(".definitions defs");
  for (const shape of shapes) if (!document.getElementById(shape.id)) known?.append(shape);
}

export function put(element: Element, attributes: Record<string, Value>): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) element.removeAttribute(key);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
}

function fillWith(element: Element, children: Child[]): void {
  for (const child of children) if (child || child === "") element.append(child);
}

export const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
export const narrow = (): boolean => matchMedia("(max-width: 800px)").matches;
