// The sandbox's catalogue against what @forge/react publishes. An upgrade that brings a component or a prop fails here first.
import { beforeAll, expect, test } from 'vitest';

import { catalogue } from '../../../../../sandbox/web/ui-kit/catalogue';
import { publishedComponents, publishedProps } from '../../../../support/published-props';
import { NOT_MODELLED, UNHANDLED } from './not-modelled';

/** Nodes of the tree that are no components of @forge/react. */
const INTERNAL = ['ContentWrapper', 'Root'];

/** React's own, and ARIA attributes that Atlaskit's types carry along from HTML. */
function isOwn(name: string): boolean {
  return !['children', 'key', 'ref'].includes(name) && (!name.startsWith('aria-') || name === 'aria-labelledby');
}

/** What the app's side of a composed component keeps, or sends as children. */
const APP_SIDE: Record<string, string[]> = {
  DynamicTable: ['head', 'rows'],
  InlineEdit: ['defaultValue', 'editView', 'readView', 'validate'],
  Popup: ['content', 'trigger'],
};

function handles(name: string, prop: string): boolean {
  return [...(catalogue[name]?.names ?? []), ...(APP_SIDE[name] ?? [])].includes(prop);
}

const modelled = Object.keys(catalogue).filter((name) => !INTERNAL.includes(name));

let published: ReadonlyMap<string, readonly string[]>;
// The compiler reads all of @forge/react's types.
beforeAll(() => {
  published = publishedProps(modelled);
}, 60_000);

test('every published component is modelled, or listed as not modelled', () => {
  expect([...modelled, ...NOT_MODELLED].sort()).toEqual(publishedComponents());
});

test('every published prop of a modelled component is handled, or listed as not handled', () => {
  const unhandled = Object.fromEntries(
    [...published]
      .map(([name, props]) => [name, props.filter((prop) => isOwn(prop) && !handles(name, prop))] as const)
      .filter(([, props]) => props.length > 0)
      .map(([name, props]) => [name, props.toSorted()]),
  );
  expect(unhandled).toEqual(UNHANDLED);
});

test('no prop is handled that the published type lacks', () => {
  const invented = [...published].flatMap(([name, props]) =>
    (catalogue[name]?.names ?? []).filter((prop) => !props.includes(prop)).map((prop) => `${name}.${prop}`),
  );
  expect(invented).toEqual([]);
});
