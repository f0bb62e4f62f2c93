import { describe, it } from 'vitest';

import { routeTo } from '../../../../src/platform/rest/route';

describe('an address', () => {
  it('fills the path and encodes the query', ({ expect }) => {
    const { value } = routeTo('/wiki/{a}/x/{b}', { a: 'A-1', b: '22' }, { query: 'a&b=c d/é', limit: 5, all: true });
    expect(value).toBe('/wiki/A-1/x/22?query=a%26b%3Dc+d%2F%C3%A9&limit=5&all=true');
  });

  it.for(['SUP_2-17', 'projectKey:SUP', 'A'.repeat(255)])('takes %j in a path', (id, { expect }) => {
    expect(routeTo('/rest/{id}/x', { id }, {}).value).toBe(`/rest/${id}/x`);
  });

  it('has no question mark without a query', ({ expect }) => {
    expect(routeTo('/wiki/plain', {}, {}).value).toBe('/wiki/plain');
  });

  it.for(['', '..', 'a/b', 'a%2Fb', 'a?b', 'a#b', 'a b', 'x'.repeat(281)])('refuses %j in a path', (id, { expect }) => {
    expect(() => routeTo('/wiki/{id}', { id }, {})).toThrow('id is no id');
  });

  it('refuses a path without its id', ({ expect }) => {
    expect(() => routeTo('/wiki/{id}', {}, {})).toThrow('id is no id');
  });
});
