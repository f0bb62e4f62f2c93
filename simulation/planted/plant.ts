// A fault, planted while the app is packed.
import type { Plugin } from 'vite';

import type { Fault, Place } from './faults';

/** Returns a plugin that packs the app with the fault in it. */
export function planting({ places }: Fault): Plugin {
  return {
    name: 'planting',
    enforce: 'pre',
    transform: (code, id) => {
      const own = places.filter(({ file }) => id.endsWith(`/src/${file}`));
      return own.length === 0 ? undefined : own.reduce(written, code);
    },
  };
}

/** Returns the text with one place of a fault written otherwise. Throws if it doesn't stand there exactly once. */
export function written(text: string, { file, from, to }: Place): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`No place in ${file} for: ${from}`);
  return `${before}${to}${after}`;
}
