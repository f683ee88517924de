import type { VNode } from 'preact';

/**
 * What JSX means in the browser. The components are Preact's on the server; the few that change under the respondent's
 * hands are small and hold no state, so here an element is compared with what the page shows and put right in place.
 * Preact itself would be a third of everything a citizen downloads.
 */
export interface Wanted {
  tag: string;
  props: Props;
}
type Props = Record<string, unknown> & { children?: Content };
type Content = Wanted | string | number | boolean | null | undefined | Content[];

/** The automatic JSX runtime; build.mjs puts this file in the place of `preact/jsx-runtime`. */
export function jsx(tag: string | ((props: Props) => Content), props: Props): Content {
  return typeof tag === 'string' ? { tag, props } : tag(props);
}
export { jsx as jsxs };
export const Fragment = ({ children }: Props): Content => children;

/** Makes an element what a component rendered; what is right already is left alone, so that focus and voice stay. */
export function update(element: Element, rendered: VNode): void {
  // In the browser `jsx` above made it, whatever the types of Preact say.
  patch(element, rendered as unknown as Wanted);
}

/** Makes what the component rendered the only content of an element. */
export function fillWith(parent: Element, rendered: VNode): void {
  patchContent(parent, rendered as unknown as Wanted);
}

function patch(element: Element, wanted: Wanted): void {
  const { children, onClick, ...props } = wanted.props;
  Object.assign(element, { onclick: onClick || null });
  const names = Object.keys(props).map((name) => name.toLowerCase());
  for (const { name } of Array.from(element.attributes)) {
    if (!names.includes(name)) element.removeAttribute(name);
  }
  for (const [key, value] of Object.entries(props)) {
    const name = key.toLowerCase();
    if (value === false || value == null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== given(value)) element.setAttribute(name, given(value));
  }
  patchContent(element, children);
}

function patchContent(parent: Element, content: Content): void {
  let node = parent.firstChild;
  for (const wanted of flat(content)) {
    const fits =
      node && node.nodeName.toLowerCase() === (typeof wanted === 'string' ? '#text' : wanted.tag);
    const now: ChildNode = fits && node ? node : made(wanted);
    if (now !== node) parent.insertBefore(now, node);
    if (typeof wanted !== 'string') patch(now as Element, wanted);
    else if (now.nodeValue !== wanted) now.nodeValue = wanted;
    node = now.nextSibling;
  }
  while (node) {
    const next: ChildNode | null = node.nextSibling;
    node.remove();
    node = next;
  }
}

function made(wanted: Wanted | string): ChildNode {
  return typeof wanted === 'string'
    ? document.createTextNode(wanted)
    : document.createElement(wanted.tag);
}

function given(value: unknown): string {
  return value === true ? '' : String(value);
}

/** One list, without what shows nothing; texts that meet are one text, as they are in a page that was parsed. */
function flat(content: Content): (Wanted | string)[] {
  const list: (Wanted | string)[] = [];
  const add = (part: Content): void => {
    if (Array.isArray(part)) {
      for (const each of part) add(each);
      return;
    }
    if (part == null || typeof part === 'boolean' || part === '') return;
    const last = list[list.length - 1];
    if (typeof part === 'object') list.push(part);
    else if (typeof last === 'string') list[list.length - 1] = last + part;
    else list.push(String(part));
  };
  add(content);
  return list;
}
