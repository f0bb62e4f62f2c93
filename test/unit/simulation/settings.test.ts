// That settings which decide about rights change on record, and who becomes the privileged user.
import { describe, expect, it } from 'vitest';

import { storedChanges } from '../../../simulation/oracle/invariants/stored-changes';
import { ATTEMPT, saidOf, TO_STORAGE, type Happens } from './small-history';

describe('settings', () => {
  function changes(key: string, content: object, by: object): Happens[] {
    return [
      { began: [by], sent: [TO_STORAGE] },
      { performed: [{ call: 0 }], rows: [{ entity: 'setting', key, is: { version: 2, content } }] },
    ];
  }

  function recorded(action: string): Happens {
    return { rows: [{ key: 'a7', is: { ...ATTEMPT, action } }] };
  }

  it.for<[string, string, object]>([
    ['rules', 'saveRules', { blockList: [] }],
    ['rules', 'eraseClosedAccount', { supportReaders: [] }],
    ['customer-policy:7', 'saveCustomerPolicy', { enabled: true }],
    ['privileged-user', 'pauseChanges', { paused: { by: 'ada' } }],
  ])('such as %s change on record', ([key, action, content]) => {
    const [began, stores] = changes(key, content, {});
    expect(saidOf(storedChanges, [began ?? {}, recorded(action), stores ?? {}])).toEqual([]);
    expect(saidOf(storedChanges, [began ?? {}, stores ?? {}])).toEqual([`the setting ${key} changed without a record`]);
  });

  it('need none for a row that only holds a place', () => {
    expect(saidOf(storedChanges, changes('rules', {}, {}))).toEqual([]);
  });

  it('name as privileged user only somebody who is present and has passed a write test', () => {
    const [began, stores] = changes('privileged-user', { current: { accountId: 'boss' } }, { accountId: 'boss' });
    const test = {
      operationId: 'createGroup',
      path: '/wiki/rest/api/group',
      body: { name: 'space-steward-check-0123abcd' },
    };
    const passed: Happens[] = [{ sent: [test] }, { performed: [{ call: 1, status: 201 }] }];
    const on = recorded('savePrivilegedUser');
    expect(saidOf(storedChanges, [began ?? {}, on, ...passed, stores ?? {}])).toEqual([]);
    expect(saidOf(storedChanges, [began ?? {}, on, stores ?? {}])).toHaveLength(1);
    expect(saidOf(storedChanges, [{ ...began, began: [{}] }, on, ...passed, stores ?? {}])).toHaveLength(1);
  });
});
