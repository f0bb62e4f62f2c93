// Tells open pages that they were rebuilt, as server-sent events.
// https://hono.dev/docs/helpers/streaming
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

/** Pages that listen. */
export interface Reloads {
  /** Tells all of them to reload. */
  announce: () => void;
  /** Answers one of them, as long as it is open. */
  stream: (context: Context) => Response;
}

/** Starts without listeners. */
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
