// Random ids of the app's code: those of the sandbox, so that a sandbox with its own ids does the same in every run.
// https://nodejs.org/docs/latest-v24.x/api/crypto.html#cryptorandomuuidoptions
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Makes `randomUUID` of `node:crypto` ask this first; where it returns undefined, ids are the computer's. */
export function installRandomIds(idWithin: () => string | undefined): void {
  const outside = crypto.randomUUID;

  function randomUUID(...options: Parameters<typeof outside>): ReturnType<typeof outside> {
    return (idWithin() as ReturnType<typeof outside> | undefined) ?? outside(...options);
  }

  crypto.randomUUID = randomUUID;
  // Named imports follow only then: https://nodejs.org/docs/latest-v24.x/api/module.html#modulesyncbuiltinesmexports
  syncBuiltinESMExports();
}
