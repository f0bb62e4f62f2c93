// Shape of a seed: a whole site as data. Stands for the setup by an organization's admins at admin.atlassian.com.
// https://support.atlassian.com/user-management/docs/manage-users/
import { z } from 'zod';

import { confluenceProblems, confluenceSeedSchema } from './confluence/seed';
import { jsmProblems, jsmSeedSchema } from './jsm/seed';
import { peopleProblems, peopleSeedSchema } from './people/seed';

const wholeSchema = z.strictObject({
  cloudId: z.uuid(),
  name: z.string().min(1),
  /** API token of everybody. */
  apiToken: z.string().min(1),
  ...peopleSeedSchema.shape,
  ...confluenceSeedSchema.shape,
  jira: jsmSeedSchema,
  /** Data that an earlier version of the app left in its storage. */
  appStorage: z.strictObject({
    plain: z.record(z.string(), z.unknown()),
    secret: z.record(z.string(), z.unknown()),
  }),
});

export const seedSchema = wholeSchema.superRefine((seed, context) => {
  for (const problem of problemsIn(seed)) {
    context.addIssue({ code: 'custom', message: problem });
  }
});

export type Seed = z.output<typeof seedSchema>;

function problemsIn(seed: z.output<typeof wholeSchema>): string[] {
  const handles = seed.people.map(({ handle }) => handle);
  const groups = seed.groups.map(({ name }) => name);
  return [
    ...peopleProblems(seed),
    ...confluenceProblems(seed, handles, groups),
    ...jsmProblems(seed.jira, new Set(handles), new Set(groups)),
  ];
}
