import { describe, it } from 'vitest';

import { manifestOf, readManifest } from '../../../../sandbox/forge/manifest';
import { MANIFEST } from './app-manifest';

describe('a manifest', () => {
  it('is read from a file', async ({ expect }) => {
    const manifest = await readManifest(new URL('../../../../manifest.yml', import.meta.url));
    expect(manifest.modules.size).toBeGreaterThan(0);
    // A provider of actions has no function of its own.
    for (const { functionKey, resolverKey } of manifest.modules.values()) {
      const key = functionKey ?? resolverKey;
      if (key !== undefined) expect(manifest.functions.has(key)).toBe(true);
    }
  });

  it('tells types, handlers, scopes and indexes apart', ({ expect }) => {
    const { appId, modules, functions, scopes, entities } = manifestOf(MANIFEST);
    expect(appId).toBe('app-1');
    expect(modules.get('page')).toMatchObject({ type: 'confluence:globalSettings', resolverKey: 'page-resolver' });
    expect(modules.get('worker')).toMatchObject({ type: 'consumer', queue: 'jobs', functionKey: 'worker-run' });
    expect(functions.get('nightly-run')).toMatchObject({ file: 'index', exportName: 'nightly', timeoutSeconds: 300 });
    expect(scopes.get('read:space:confluence')).toEqual({ allowImpersonation: false });
    expect(scopes.get('read:group:confluence')).toEqual({ allowImpersonation: true });
    expect(entities.get('employee')?.indexes.get('age')).toEqual({ name: 'age', partition: [], range: 'age' });
    expect(entities.get('employee')?.indexes.get('by-team')).toEqual({
      name: 'by-team',
      partition: ['team'],
      range: 'name',
    });
  });

  it('may list its scopes, then none of them allows impersonation', ({ expect }) => {
    const { scopes } = manifestOf({ ...MANIFEST, permissions: { scopes: ['storage:app'] } });
    expect([...scopes]).toEqual([['storage:app', { allowImpersonation: false }]]);
  });

  it('that Forge would not deploy is refused', ({ expect }) => {
    const page = { key: 'page', resolver: { function: 'f' } };
    expect(() => manifestOf({ ...MANIFEST, modules: { 'jira:adminPage': [page, page] } })).toThrow('share a key');
    expect(() => manifestOf({ ...MANIFEST, modules: { function: [{ key: 'f', handler: 'index' }] } })).toThrow();
    const sharing = { function: [{ key: 'page', handler: 'index.page' }], 'jira:adminPage': [{ key: 'page' }] };
    expect(() => manifestOf({ ...MANIFEST, modules: sharing })).toThrow('share a key');
    expect(() => manifestOf({ ...MANIFEST, modules: { 'jira:adminPage': [page] } })).toThrow('no function f');
    const scopes = { 'storage:app': { allowImpersonations: true } };
    expect(() => manifestOf({ ...MANIFEST, permissions: { scopes } })).toThrow();
    const entities = [{ name: 'note', attributes: { text: { type: 'string' } }, indexes: ['title'] }];
    expect(() => manifestOf({ ...MANIFEST, app: { ...MANIFEST.app, storage: { entities } } })).toThrow('note.title');
  });
});
