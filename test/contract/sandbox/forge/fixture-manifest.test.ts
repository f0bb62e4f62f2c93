// The fixture with Jira's modules is what Forge takes: the published schema of manifest.yml. https://www.npmjs.com/package/@forge/manifest
import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { describe, it } from 'vitest';
import { parse } from 'yaml';

function read(path: string) {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
const schema = JSON.parse(read('../../../../node_modules/@forge/manifest/out/schema/manifest-schema.json')) as object;
const manifest = parse(read('../../../support/fixtures/jira-manifest.yml')) as { modules: { apiRoute: object[] } };

const validate = new Ajv({ strict: false, logger: false }).compile(schema);

describe('the fixture manifest', () => {
  it('is valid', ({ expect }) => {
    validate(manifest);
    expect(validate.errors).toBeNull();
  });

  it('would not be with a key that nobody knows', ({ expect }) => {
    const apiRoute = manifest.modules.apiRoute.map((one) => ({ ...one, method: 'GET' }));
    expect(validate({ ...manifest, modules: { ...manifest.modules, apiRoute } })).toBe(false);
  });
});
