// A fault, planted while the app is packed.
import type { Plugin } from 'vite';

import type { Fault } from './faults';

/** Returns a plugin that packs the app with the fault in it. */
export function planting(fault: Fault): Plugin {
  return {
    name: 'planting',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith(`/src/${fault.file}`) ? withFault(code, fault) : undefined),
  };
}

/** Returns the text with the fault in it. Throws if the place that it changes doesn't stand there exactly once. */
export function withFault(text: string, { name, from, to }: Fault): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`No place for the fault "${name}"`);
  return `${before}${to}${after}`;
}
