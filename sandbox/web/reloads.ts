// Tells open pages that they were rebuilt, as server-sent events.
// https://hono.dev/docs/helpers/streaming
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

/** Tracks the pages that listen. */
export interface Reloads {
  /** Tells all pages to reload. */
  announce: () => void;
  /** Answers one page with a stream that lasts as long as the page is open. */
  stream: (context: Context) => Response;
}

/** Creates reloads without listeners. */
export function createReloads(): Reloads {
  const listeners = new Set<() => void>();
  return {
    announce: (): void => {
      for (const listener of listeners) listener();
    },
    stream: (context: Context): Response =>
      streamSSE(context, async (stream) => {
        await new Promise<void>((resolve) => {
          function tell(): void {
            void stream.writeSSE({ event: 'built', data: '' });
          }

          listeners.add(tell);
          stream.onAbort(() => {
            listeners.delete(tell);
            resolve();
          });
        });
      }),
  };
}
