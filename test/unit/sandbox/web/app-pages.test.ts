import { describe, it } from 'vitest';

import { readAppPages } from '../../../../sandbox/web/app-pages';

describe('the pages of a manifest', () => {
  it('come from an entry of a resource, or from a resource that is one file', ({ expect }) => {
    const { pages, sources } = readAppPages('test/support/fixtures/jira-manifest.yml');
    expect(sources).toEqual({
      'pages/catalogue': 'test/support/fixtures/catalogue.tsx',
      'desk-page': 'test/support/fixtures/catalogue.tsx',
    });
    expect(pages.find(({ moduleKey }) => moduleKey === 'desk')).toMatchObject({ resource: 'desk-page' });
  });

  it('of the app each have a source', ({ expect }) => {
    const { pages, sources } = readAppPages('manifest.yml');
    expect(pages.filter(({ resource }) => sources[resource] === undefined)).toEqual([]);
    expect(pages).toHaveLength(4);
  });
});
