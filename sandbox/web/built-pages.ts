// The built pages on disk: the files of each entry, and the HTML that loads them.
// https://vite.dev/guide/backend-integration
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { clockTag } from './page-clock';

const chunks = z.record(
  z.string(),
  z.looseObject({
    name: z.string().optional(),
    file: z.string(),
    isEntry: z.boolean().default(false),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
  }),
);

const root = new URL('../..', import.meta.url).pathname;

/** Holds the addresses of one entry's files. */
interface Files {
  script: string;
  styles: string[];
  preloads: string[];
}

/** Reads a build. */
export async function readBuild(out: string) {
  const all = chunks.parse(JSON.parse(await readFile(join(root, out, 'manifest.json'), 'utf8')));

  function need(name: string): Files {
    const files = filesOf(all, name);
    if (files === undefined) throw new Error(`The build in ${out} has no entry ${name}.`);
    return files;
  }

  function tags({ script: src, styles, preloads }: Files): string {
    return [
      ...styles.map((href) => `<link rel="stylesheet" href="${href}">`),
      ...preloads.map((href) => `<link rel="modulepreload" href="${href}">`),
      `<script type="module" src="${src}"></script>`,
    ].join('');
  }

  function html(title: string, head: string, colorMode = 'light'): string {
    return `<!doctype html><html lang="en" data-color-mode="${colorMode}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,">${head}</head><body><div id="root"></div></body></html>`;
  }

  return {
    /** Writes the product's page. */
    chrome: (title: string, boot: { colorMode: string }) =>
      html(title, `${embed('boot', boot)}${tags(need('chrome'))}`, boot.colorMode),
    /** Writes the tags of the bridge for a resource in a Frame. */
    resourceBridge: () => tags(need('resource-frame')),
    /** Writes a frame with one entry of the app; undefined if there is no such entry. Its time and the bridge come first: the app's code reads them when it loads. */
    frame(name: string, clockOffsetMs: number): string | undefined {
      const files = filesOf(all, name);
      return files && html(name, `${clockTag(clockOffsetMs)}${tags(need('frame'))}${tags(files)}`);
    },
  };
}

type Chunks = z.infer<typeof chunks>;

function filesOf(all: Chunks, name: string): Files | undefined {
  const entry = Object.values(all).find((chunk) => chunk.isEntry && chunk.name === name);
  if (entry === undefined) return undefined;
  const imported = entry.imports.flatMap((key) => all[key] ?? []);
  return {
    script: `/${entry.file}`,
    styles: [entry, ...imported].flatMap(({ css }) => css.map((file) => `/${file}`)),
    preloads: imported.map(({ file }) => `/${file}`),
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Writes JSON that can't end the script element around it. */
function embed(id: string, data: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
