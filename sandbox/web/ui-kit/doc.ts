// ForgeDoc: the tree that a UI Kit page sends instead of drawing.
// https://developer.atlassian.com/platform/forge/ui-kit/
import { elementOf, isElementRecord } from '../bridge/wire';
import type { ElementRecord } from '../bridge/wire';

/** Represents one node. Text is `{ type: 'String', props: { text } }`. */
export interface ForgeDoc {
  type: string;
  key: string;
  props: Record<string, unknown>;
  children: ForgeDoc[];
}

/** Returns the children under a named slot: UI Kit sends render props, and the head and rows of a table, as `ContentWrapper`. */
export function slot(doc: ForgeDoc, name: string): ForgeDoc[] {
  return doc.children.find((child) => child.type === 'ContentWrapper' && child.props['name'] === name)?.children ?? [];
}

/** Returns all text within a node. */
export function textOf(doc: ForgeDoc): string {
  return doc.type === 'String' ? String(doc.props['text']) : doc.children.map(textOf).join('');
}

/** Converts elements in props (`actions`, `primaryAction`, `emptyView`, …), which arrive as plain records because they aren't reconciled. */
export function docsOf(value: unknown, key: string): ForgeDoc[] {
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => docsOf(item, `${key}.${String(index)}`));
  return [
    isElementRecord(value)
      ? docOf(value, key)
      : textDoc(typeof value === 'string' ? value : JSON.stringify(value), key),
  ];
}

function docOf(record: ElementRecord, key: string): ForgeDoc {
  const { type, key: own, props } = elementOf(record);
  const { children, ...rest } = props;
  return { type, key: own ?? key, props: rest, children: docsOf(children, key) };
}

function textDoc(text: string, key: string): ForgeDoc {
  return { type: 'String', key, props: { text }, children: [] };
}
