import type { AccountId } from '../../shared/ids';
import { AppError, failureOf } from '../errors';
import type { BrokerPorts } from '../ports';
import type { StoredProofs } from './ports';
import { waitBeforeTry, withoutProof, withProof, withTry, type SiteAdminProofs } from './proofs';

/** Most tries of a save that others get ahead of: a site has few admins who press at the same moment. */
const MOST_SAVES = 5;

/**
 * Changes the stored proofs as they are at that moment, and returns them. Nothing is saved if `change` returns undefined.
 *
 * `saved` is the value that this call stored last: it saves a read if nobody came between.
 */
export async function changeProofs(
  { siteAdminProofs }: BrokerPorts,
  change: (stored: SiteAdminProofs) => SiteAdminProofs | undefined,
  saved?: StoredProofs,
): Promise<StoredProofs> {
  let proofs = saved ?? (await siteAdminProofs.read());
  for (let saves = 1; ; saves += 1) {
    const value = change(proofs.value);
    if (value === undefined) return proofs;
    try {
      return { value, version: await siteAdminProofs.save(value, proofs.version) };
    } catch (thrown) {
      if (failureOf(thrown)?.code !== 'CONFLICT') throw thrown;
      if (saves === MOST_SAVES) throw new AppError({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }, thrown);
    }
    proofs = await siteAdminProofs.read();
  }
}

/** Records a try before it is made. If there were too many, returns the milliseconds to wait instead. */
export async function takeTry(ports: BrokerPorts, accountId: AccountId, groupName: string): Promise<number> {
  let waitMs = 0;
  await changeProofs(ports, (stored) => {
    const now = ports.clock.now();
    waitMs = waitBeforeTry(stored, accountId, now);
    return waitMs > 0 ? undefined : withTry(stored, accountId, groupName, now);
  });
  return waitMs;
}

/** Keeps a write test of somebody who chose themselves as their proof, or deletes their proof after Atlassian refused it. */
export async function keepWriteTest(ports: BrokerPorts, accountId: AccountId, passed: boolean): Promise<void> {
  await changeProofs(ports, (stored) => {
    if (passed) return withProof(stored, accountId, ports.clock.now());
    const isKept = stored.proofs.some((proof) => proof.accountId === accountId);
    return isKept ? withoutProof(stored, accountId) : undefined;
  });
}
