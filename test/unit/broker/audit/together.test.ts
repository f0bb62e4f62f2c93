import { describe, it } from 'vitest';

import type { Attempt } from '../../../../src/broker/audit/entries';
import { together } from '../../../../src/broker/audit/together';
import type { AuditLog } from '../../../../src/broker/ports';
import { fails } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

function attempt(id: string): Attempt {
  return { id, at: '2026-11-22T00:00:00.000Z', action: 'createCustomer' };
}
function outcome(id: string) {
  return { id, at: '2026-11-22T00:00:01.000Z', outcome: 'succeeded' } as const;
}

/** What is stored, a line for each request. */
function lab(fail?: Error) {
  const stored: string[] = [];
  function noting(word: string) {
    return (rows: readonly { id: string }[]) => void stored.push(`${word} ${rows.map(({ id }) => id).join(' ')}`);
  }
  const auditLog: AuditLog = {
    ...aWorld().ports.auditLog,
    attempt: async (rows) => {
      if (fail !== undefined) throw fail;
      noting('attempt')(rows);
    },
    settle: async (rows) => {
      noting('settle')(rows);
      return true;
    },
  };
  const beside = together(auditLog);
  async function step(id: string) {
    await beside.auditLog.attempt([attempt(id)]);
    stored.push(`do ${id}`);
    await beside.auditLog.settle([outcome(id)]);
  }
  return { stored, beside, step };
}

/** Lets everything go on that waits for nobody else. */
async function aWhile() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('people who are served side by side', () => {
  it('share one request before a step and one after it', async ({ expect }) => {
    const { stored, beside, step } = lab();
    await Promise.all(['ada', 'bob'].map((id) => beside.join(() => step(id))));
    expect(stored).toEqual(['attempt ada bob', 'do ada', 'do bob', 'settle ada bob']);
  });

  it('wait for one who has not come so far, and not for one who is done', async ({ expect }) => {
    const { stored, beside, step } = lab();
    let arrive: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const all = [
      beside.join(() => step('ada')),
      beside.join(() => late.then(async () => step('bob'))),
      beside.join(async () => 'done'),
    ];
    await aWhile();
    expect(stored).toEqual([]);
    arrive();
    await Promise.all(all);
    expect(stored[0]).toBe('attempt ada bob');
  });

  it('are not held up by one who fails', async ({ expect }) => {
    const { stored, beside, step } = lab();
    const failing = beside.join(async () => {
      await aWhile();
      throw new Error('broken');
    });
    await Promise.all([beside.join(() => step('ada')), failing.catch(() => undefined)]);
    expect(stored).toEqual(['attempt ada', 'do ada', 'settle ada']);
  });

  it('take what one of them does at once into the same requests', async ({ expect }) => {
    const { stored, beside, step } = lab();
    await beside.join(() =>
      beside.aside(() => Promise.all(['project', 'organization'].map((id) => beside.join(() => step(id))))),
    );
    expect(stored[0]).toBe('attempt project organization');
    expect(stored.at(-1)).toBe('settle project organization');
  });

  it('are stored 25 at a time, all or none', async ({ expect }) => {
    const { stored, beside, step } = lab();
    const ids = Array.from({ length: 30 }, (_, index) => String(index));
    await Promise.all(ids.map((id) => beside.join(() => step(id))));
    const sizes = stored.filter((line) => line.startsWith('attempt')).map((line) => line.split(' ').length - 1);
    expect(sizes).toEqual([25, 5]);
  });

  it('all hear that their attempts could not be stored, and nothing is done', async ({ expect }) => {
    const failure = fails({ code: 'AUDIT_UNAVAILABLE' });
    const { stored, beside, step } = lab(failure);
    const heard = await Promise.allSettled(['ada', 'bob'].map((id) => beside.join(() => step(id))));
    expect(heard).toEqual([
      { status: 'rejected', reason: failure },
      { status: 'rejected', reason: failure },
    ]);
    expect(stored).toEqual([]);
  });
});
