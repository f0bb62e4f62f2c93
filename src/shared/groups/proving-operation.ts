import { z } from 'zod';

/**
 * The operations on `space` of which a Confluence administrator may choose the one that makes a space admin. Closed: each lets its holder
 * decide who may do what in the space, so nobody gains with it what they couldn't give themselves.
 *
 * Whether sites with space roles only still name `administer` is not documented.
 */
export const ProvingOperation = z.enum(['administer', 'manage_users']);
export type ProvingOperation = z.infer<typeof ProvingOperation>;

export const DEFAULT_PROVING_OPERATION: ProvingOperation = 'administer';
