import type { Attempt, AuditFilter } from '../../../../src/broker/audit/entries';
import { createAuditLog } from '../../../../src/platform/kvs/audit-log';
import { ADA, createStorage, minute, SPACE } from './storage-lab';

/** A trail of attempts, one a minute, each ended unless it is told not to be. */
export async function trail(attempts: (Partial<Attempt> & { open?: boolean })[], fields: Partial<Attempt> = {}) {
  const storage = createStorage();
  const audit = createAuditLog(storage);
  for (const [index, { open = false, ...own }] of attempts.entries()) {
    const attempt: Attempt = {
      id: `a${index}`,
      at: minute(index),
      action: 'addMember',
      caller: ADA,
      spaceId: SPACE,
      ...fields,
      ...own,
    };
    await storage.run(async () => {
      await audit.attempt([attempt]);
      if (!open) await audit.settle([{ id: attempt.id, at: attempt.at, outcome: 'succeeded' }]);
    });
  }
  storage.at(minute(attempts.length));
  function page(filter: AuditFilter = {}, before?: string) {
    return storage.run(() => audit.read(filter, before));
  }
  async function ids(filter: AuditFilter = {}) {
    return (await page(filter)).rows.map(({ id }) => id);
  }
  return { ...storage, audit, page, ids };
}
export function times<T>(count: number, item: T): T[] {
  return Array.from({ length: count }, () => item);
}
