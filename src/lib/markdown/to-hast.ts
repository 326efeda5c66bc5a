import type { Element, ElementContent, Properties } from 'hast';
import { HTMLElement, TextNode, type Node } from 'node-html-parser';

/** Attributes that hast calls otherwise; of the others, `data-command` is `dataCommand`. */
const NAMES: Readonly<Record<string, string>> = { class: 'className', colspan: 'colSpan', rowspan: 'rowSpan' };

/**
 * An element that is parsed already as hast, so that a page is not parsed twice.
 * @param replace what stands for an element and its content, `undefined` to keep it
 */
export function toHast(
  element: HTMLElement,
  replace: (element: HTMLElement) => readonly ElementContent[] | undefined,
): Element {
  const convert = (node: Node): readonly ElementContent[] => {
    if (node instanceof TextNode) return [{ type: 'text', value: node.text }];
    return node instanceof HTMLElement ? (replace(node) ?? [toHast(node, replace)]) : [];
  };
  return {
    type: 'element',
    tagName: element.rawTagName.toLowerCase(),
    properties: toProperties(element.attributes),
    children: element.childNodes.flatMap(convert),
  };
}

function toProperties(attributes: Record<string, string>): Properties {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(attributes)) {
    const property = NAMES[name] ?? name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    properties[property] = name === 'class' ? value.split(/\s+/) : value;
  }
  return properties;
}
