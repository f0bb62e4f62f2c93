// Chromium for the browser tests: the one that CHROME_PATH names, or the one of the npm package @sparticuz/chromium, which asks
// nothing of the machine. https://github.com/Sparticuz/chromium
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const root = new URL('../..', import.meta.url).pathname;
const cache = join(root, 'node_modules/.cache');

/** The browser, its fonts, the NSS libraries that a bare machine lacks, and software rendering. */
const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'];

function packageFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const mark = join('@sparticuz', 'chromium');
  return entry.slice(0, entry.lastIndexOf(mark) + mark.length);
}

/** Without system fonts Chromium crashes at its first page; this file names the package's own by absolute path. */
function fontsConfig(home: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`;
}

/** Unpacks into `folder`; the package itself always unpacks into the system's folder for temporary files. */
async function inflateInto(folder: string, bin: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    await Promise.all(ARCHIVES.map(async (archive) => inflate(join(bin, archive))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** Unpacks once per version, complete or not at all, so that runs in parallel do not meet a half-written browser. */
async function unpack(): Promise<string> {
  const folder = packageFolder();
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const home = join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;
  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(join(cache, 'part-'));
  await inflateInto(part, join(folder, 'bin'));
  writeFileSync(join(part, 'fonts.conf'), fontsConfig(home));
  try {
    renameSync(part, home);
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
  return home;
}

/** Starts the browser. */
export async function launchChromium(): Promise<Browser> {
  const given = process.env['CHROME_PATH'];
  if (given !== undefined && given !== '') return chromium.launch({ executablePath: given, args: ['--no-sandbox'] });
  const home = await unpack();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: ['--no-sandbox'],
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
    },
  });
}
