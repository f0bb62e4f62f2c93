// What is decided about the app in a world, and taken back.
import { expect, it } from 'vitest';

import type { StorageFault } from '../../../sandbox/contract/faults';
import { createFaultList } from '../../../sandbox/fault-list';
import { DECISIONS, decideForTheApp } from '../../../simulation/actors/decisions';
import { replayedChoices } from '../../../simulation/choices';
import type { World } from '../../../simulation/world/world';

it('storage that is full refuses whatever stores something, and reads on, until there is room again', () => {
  const faults = createFaultList<StorageFault>();
  const forge = {
    kvs: { fail: faults.add, clearFaults: faults.clear },
    setShared() {},
    setUnapproved() {},
    setConsent() {},
  };
  const model = { setAccessLists() {}, accountOf: () => ({ accountId: 'ada' }) };
  const world = { sandbox: { forge, site: { setQuota() {} } }, model } as unknown as World;

  function struck(path: string): boolean {
    return faults.list().some(({ target, status }) => `/api/v1/${path}`.startsWith(target) && status === 429);
  }

  expect(DECISIONS['storage']?.(world, replayedChoices([0]))).toEqual({ isFull: true });
  expect(['entity/set', 'set', 'secret/set', 'transaction'].map(struck)).toEqual([true, true, true, true]);
  expect(['entity/get', 'entity/query', 'batch/get', 'entity/delete', 'secret/delete'].map(struck)).toEqual(
    Array(5).fill(false),
  );
  expect(DECISIONS['storage']?.(world, replayedChoices([999]))).toEqual({ isFull: false });
  expect(faults.list()).toEqual([]);
  DECISIONS['storage']?.(world, replayedChoices([0]));
  decideForTheApp(world);
  expect(faults.list()).toEqual([]);
});
