// Shape of a seed's Confluence: its spaces, its roles, and behavior that differs between sites.
// https://support.atlassian.com/confluence-cloud/docs/assign-space-permissions/
import { z } from 'zod';

import { repeated, unknownNames } from '../people/seed';

const digits = z.string().regex(/^\d+$/);

const spaceSchema = z.strictObject({
  id: digits,
  key: z.string().regex(/^([A-Za-z0-9]+|~.+)$/),
  name: z.string().min(1),
  type: z.enum(['global', 'personal']).default('global'),
  status: z.enum(['current', 'archived']).default('current'),
  createdAt: z.iso.datetime(),
  /** Handle. */
  owner: z.string(),
  /** Handles or group names. */
  admins: z.array(z.string()),
  editors: z.array(z.string()).default([]),
  viewers: z.array(z.string()).default([]),
});

const roleSchema = z.strictObject({
  id: digits,
  type: z.enum(['SYSTEM', 'CUSTOM']),
  name: z.string().min(1),
  description: z.string(),
  /** Permission ids such as `read/space`. */
  permissions: z.array(z.string().regex(/^[a-z_]+\/[a-z]+$/)),
});

export const confluenceSeedSchema = z.strictObject({
  mode: z.enum(['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES']).default('PRE_ROLES'),
  rolesEmitAdminister: z.boolean().default(false),
  accessLists: z.enum(['complete', 'shortened', 'empty', 'refused']).default('complete'),
  spaces: z.array(spaceSchema),
  roles: z.array(roleSchema),
});

export type ConfluenceSeed = z.output<typeof confluenceSeedSchema>;
export type SpaceSeed = ConfluenceSeed['spaces'][number];

/** Returns the problems of the spaces: repeated ids and keys, and references to unknown people or groups. */
export function confluenceProblems(
  { spaces }: ConfluenceSeed,
  handles: readonly string[],
  groups: readonly string[],
): string[] {
  const ids = spaces.map(({ id }) => id);
  const keys = spaces.map(({ key }) => key.toUpperCase());
  const owners = spaces.map(({ owner }) => owner);
  const access = spaces.flatMap(({ admins, editors, viewers }) => [...admins, ...editors, ...viewers]);
  return [
    ...repeated('space id', ids),
    ...repeated('space key', keys),
    ...unknownNames(handles, owners),
    ...unknownNames([...handles, ...groups], access),
  ];
}
