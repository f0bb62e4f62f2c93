// Shape of a site's state, to check state from a file.
// https://developer.atlassian.com/cloud/confluence/rest/v2/intro/
import { z } from 'zod';

import { confluenceStateSchema } from './confluence/state-schema';
import { jsmStateSchema } from './jsm/state-schema';
import { peopleStateSchema } from './people/state-schema';
import type { State } from './state';

export const stateSchema = z.strictObject({
  ...peopleStateSchema.shape,
  ...confluenceStateSchema.shape,
  jira: jsmStateSchema,
}) satisfies z.ZodType<State>;
