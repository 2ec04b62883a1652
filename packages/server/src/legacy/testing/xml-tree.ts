/** XML and JSON answers in one form, so that they can be held against each other. Contract v2, transport, is the rule. */
import type { Element } from '@xmldom/xmldom';
import { DOMParser } from '@xmldom/xmldom';

/** An element: its `id`, and its children or its text. */
export interface Tree {
  readonly name: string;
  readonly id: string | undefined;
  readonly children: readonly Tree[];
  readonly text: string;
}

/** With the root's name, which JSON lacks. Throws for XML that is not well-formed. */
export function treeOfXml(xml: string): Tree {
  const onError = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message);
  };
  const root = new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement;
  if (root === null) throw new Error('no root element');
  return treeOfElement(root);
}

function treeOfElement(element: Element): Tree {
  const children = Array.from(element.childNodes).filter((node) => node.nodeType === node.ELEMENT_NODE) as Element[];
  const others = Array.from(element.attributes, ({ name }) => name).filter((name) => name !== 'id');
  if (others.length > 0) throw new Error(`attributes ${others.join(', ')}`);
  return {
    name: element.tagName,
    id: element.getAttribute('id') ?? undefined,
    children: children.map(treeOfElement),
    text: children.length === 0 ? (element.textContent ?? '') : '',
  };
}

export function treeOfJson(name: string, value: unknown): Tree {
  if (typeof value !== 'object' || value === null) return { name, id: undefined, children: [], text: String(value) };
  const { id, ...members } = value as Readonly<Record<string, unknown>>;
  return {
    name,
    id: typeof id === 'string' ? id : undefined,
    children: Object.entries(members).flatMap(([key, member]) =>
      (Array.isArray(member) ? (member as unknown[]) : [member]).map((one) => treeOfJson(key, one)),
    ),
    text: '',
  };
}
