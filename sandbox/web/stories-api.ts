// Opening stories: `/_sandbox/story`. Not part of Atlassian's products.
import { Hono } from 'hono';
import { z } from 'zod';

import type { Stories } from '../stories/served-stories';
import { STORY_KEYS } from '../stories/stories';

const opening = z.strictObject({ story: z.enum(STORY_KEYS).nullable() });

/** Builds the route. */
export function storiesApi(stories: Stories): Hono {
  const api = new Hono();
  api.post('/', async (context) => {
    const wanted = opening.safeParse(await context.req.json().catch(() => undefined));
    if (!wanted.success) return context.text(`Expected { story } as JSON: ${STORY_KEYS.join(', ')}, or null.`, 400);
    await stories.open(wanted.data.story ?? undefined);
    return context.body(null, 204);
  });
  return api;
}
