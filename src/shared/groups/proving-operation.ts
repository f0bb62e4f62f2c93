import { z } from 'zod/mini';

/**
 * Lists the operations on `space` from which a Confluence administrator chooses the one that makes a space admin. Closed: each lets its holder
 * decide who may do what in the space, so it never gives anybody rights that they couldn't give themselves.
 *
 * It isn't documented whether sites that only have space roles still name `administer`.
 */
export const ProvingOperation = z.enum(['administer', 'manage_users']);
export type ProvingOperation = z.infer<typeof ProvingOperation>;

export const DEFAULT_PROVING_OPERATION: ProvingOperation = 'administer';
