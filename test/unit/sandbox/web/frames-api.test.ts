import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readAppPages } from '../../../../sandbox/web/app-pages';
import { readBuild } from '../../../../sandbox/web/built-pages';
import { frameOut } from '../../../../sandbox/web/frame-out';
import { sandboxOf } from '../../../../sandbox/web/frame-policy';
import { framesApi } from '../../../../sandbox/web/frames-api';
import { otherOrigin } from '../../../../sandbox/web/origins';
import type { Served } from '../../../../sandbox/web/pages-api';

const root = new URL('../../../..', import.meta.url).pathname;
const HTML = '<!doctype html><html><head><script type="module" src="./main.js"></script></head></html>';

let out: string;
let served: Served;
beforeAll(async () => {
  await mkdir(join(root, '.sandbox'), { recursive: true });
  out = relative(process.cwd(), await mkdtemp(join(root, '.sandbox/frames-')));
  const chunk = { name: 'resource-frame', file: 'assets/bridge.js', isEntry: true };
  await writeFile(join(out, 'manifest.json'), JSON.stringify({ chunk }));
  await mkdir(frameOut(out, 'files'), { recursive: true });
  await writeFile(join(frameOut(out, 'files'), 'main.js'), 'export {};');
  served = { build: await readBuild(out), pages: [], frames: new Map([['files', HTML]]) };
});
afterAll(async () => {
  await rm(out, { recursive: true });
  await rm(`${out}-frames`, { recursive: true });
});

async function get(path: string, downloads: 'allowed' | 'off' = 'allowed'): Promise<Response> {
  const parts = { served: () => served, sandbox: { clockOffsetMs: () => 0 }, out, policy: { downloads } };
  return framesApi(parts).request(`http://127.0.0.1:8080${path}`);
}

describe('a resource in a Frame', () => {
  it('is a folder of the manifest, for which a page has no source', () => {
    const { folders, sources } = readAppPages('manifest.yml');
    expect(folders).toEqual({ 'file-frame': 'static/file-frame/build' });
    expect(Object.keys(sources)).not.toContain('file-frame');
  });

  it('has the bridge’s script before its own, and its files beside it', async () => {
    const html = await (await get('/files/')).text();
    expect(html.indexOf('/assets/bridge.js')).toBeGreaterThan(0);
    expect(html.indexOf('/assets/bridge.js')).toBeLessThan(html.indexOf('./main.js'));
    expect(await (await get('/files/main.js')).text()).toBe('export {};');
  });

  it('is not there under another key, and holds no other file', async () => {
    for (const path of ['/other/', '/other/main.js', '/files/none.js', '/files/%2e%2e/main.js']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('may be shown by the product alone, and may neither connect to anything nor run what its HTML holds', async () => {
    const policy = (await get('/files/')).headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        'frame-ancestors http://localhost:8080',
        "connect-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
      ]),
    );
  });

  it('is in a sandbox that lets it save files, unless the sandbox says otherwise', async () => {
    expect(sandboxOf({ downloads: 'allowed' })).toBe(
      'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts',
    );
    expect((await get('/files/')).headers.get('content-security-policy')).toContain('sandbox allow-downloads');
    expect((await get('/files/', 'off')).headers.get('content-security-policy')).not.toContain('allow-downloads');
  });
});

describe('the other origin', () => {
  it('is the other name of this machine, under the same port', () => {
    expect(otherOrigin('http://localhost:8080')).toBe('http://127.0.0.1:8080');
    expect(otherOrigin('http://127.0.0.1:8080')).toBe('http://localhost:8080');
  });
});
