// The hash by which two worlds are told apart.
import { expect, it } from 'vitest';

import type { Step } from '../../../simulation/oracle/history';
import { createTraceHash } from '../../../simulation/report/trace-hash';

const NOTHING = { began: [], ended: [], sent: [], performed: [], answered: [], changes: [], rows: [] };

function hashOf(line: object, at = 1): string {
  const hash = createTraceHash();
  const logs: Step['logs'] = [{ at, step: 0, text: JSON.stringify(line) }];
  hash.add({ ...NOTHING, number: 0, at, draw: { kind: 'settle' }, logs });
  return hash.value();
}

it('is another one for another time, another line, another word of it; not for another place in the code', () => {
  const line = { event: 'failed', stack: 'at a "quoted" (app.cjs:1:2) | at b', code: 'X' };
  const first = hashOf(line);
  expect(hashOf({ ...line, stack: 'at moved (app.cjs:700:2)' })).toBe(first);
  expect(hashOf(line, 2)).not.toBe(first);
  expect(hashOf({ ...line, code: 'Y' })).not.toBe(first);
  expect(hashOf({ ...line, event: 'ended' })).not.toBe(first);
});
