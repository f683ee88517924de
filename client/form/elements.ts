import type { VNode } from 'preact';

/**
 * The JSX runtime of the browser. On the server the components are rendered by Preact; the few that are drawn again in the browser
 * are small and hold no state, so here a new element is compared with the page and only the differences are changed.
 * Preact itself would be a third of everything a citizen downloads.
 */
export interface JsxElement {
  tag: string;
  props: Props;
}
type Props = Record<string, unknown> & { children?: Content };
type Part = JsxElement | string | number | boolean | null | undefined;
type Content = Part | Content[];

/** The automatic JSX runtime; build.mjs puts this file in the place of `preact/jsx-runtime`. */
export function jsx(tag: string | ((props: Props) => Content), props: Props): Content {
  return typeof tag === 'string' ? { tag, props } : tag(props);
}
export { jsx as jsxs };
export const Fragment = ({ children }: Props): Content => children;

/**
 * Updates an element to what a component rendered; what is unchanged is left alone, so that focus and screen readers keep their
 * place. Attributes are named as in markup: `tabindex`.
 */
export function update(element: Element, rendered: VNode | JsxElement): void {
  // The types of the components say Preact's VNode, but in the browser `jsx` above made it.
  const { children, onClick, ...props } = (rendered as JsxElement).props;
  Object.assign(element, { onclick: onClick || null });
  for (const { name } of [...element.attributes]) {
    if (!(name in props)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value == null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== attributeText(value))
      element.setAttribute(name, attributeText(value));
  }
  patchContent(element, children);
}

/** Makes what the component rendered the only content of an element. */
export function setContent(parent: Element, rendered: VNode): void {
  patchContent(parent, rendered as unknown as JsxElement);
}

function patchContent(parent: Element, content: Content): void {
  let node = parent.firstChild;
  for (const wanted of flatten(content)) {
    const fits =
      node && node.nodeName.toLowerCase() === (typeof wanted === 'string' ? '#text' : wanted.tag);
    const now: ChildNode = fits && node ? node : createNode(wanted);
    if (now !== node) parent.insertBefore(now, node);
    if (typeof wanted !== 'string') update(now as Element, wanted);
    else if (now.nodeValue !== wanted) now.nodeValue = wanted;
    node = now.nextSibling;
  }
  while (node) {
    const next: ChildNode | null = node.nextSibling;
    node.remove();
    node = next;
  }
}

function createNode(wanted: JsxElement | string): ChildNode {
  return typeof wanted === 'string'
    ? document.createTextNode(wanted)
    : document.createElement(wanted.tag);
}

function attributeText(value: unknown): string {
  return value === true ? '' : String(value);
}

/** A flat list without empty parts; adjacent texts are joined, as they are in a parsed page. */
function flatten(content: Content): (JsxElement | string)[] {
  const list: (JsxElement | string)[] = [];
  for (const part of ([content] as unknown[]).flat(Infinity) as Part[]) {
    if (part == null || typeof part === 'boolean' || part === '') continue;
    const last = list[list.length - 1];
    if (typeof part === 'object') list.push(part);
    else if (typeof last === 'string') list[list.length - 1] = last + part;
    else list.push(String(part));
  }
  return list;
}
