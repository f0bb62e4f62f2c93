import { describe, it } from 'vitest';

import { audited } from '../../../src/broker/audit/audited';
import { changeAs } from '../../../src/broker/change-as';
import { ann, proved } from '../../support/ports/builders';
import { aWorld } from '../../support/ports/world';

describe('what a person changes by their own right', () => {
  it('can’t be recorded without the proof of that right: it doesn’t compile', async ({ expect }) => {
    const { ports, auditLog } = aWorld();
    // @ts-expect-error Only `changeAs` takes this action from a person.
    await audited(ports, { entry: { action: 'saveRules', caller: ann }, effect: async () => undefined });
    // @ts-expect-error A proof is more than a name.
    await changeAs(ports, { caller: ann, provedAt: 0 }, { entries: [], write: async () => undefined }).catch(String);
    await changeAs(ports, proved(ann), { entries: [{ action: 'saveRules' }], write: async () => undefined });
    expect(auditLog.lines()).toContain('saveRules succeeded');
  });
});
