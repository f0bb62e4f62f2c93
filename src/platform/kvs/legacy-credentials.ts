// Data of versions before December 2025: a plain email and a secret API token. They are deleted, and the token is never read.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/
import { kvs } from '@forge/kvs';

import type { LegacyCredentials } from '../../broker/ports';
import { reading, writing } from './failures';
import { LEGACY_EMAIL_KEY, LEGACY_TOKEN_KEY } from './keys';

/** Creates the access to the email and API token of older versions. */
export function createLegacyCredentials(): LegacyCredentials {
  return {
    exist: () => reading(async () => (await kvs.get(LEGACY_EMAIL_KEY)) !== undefined),
    delete: () =>
      writing(async () => {
        await kvs.deleteSecret(LEGACY_TOKEN_KEY);
        await kvs.delete(LEGACY_EMAIL_KEY);
      }),
  };
}
