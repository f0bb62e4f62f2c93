import { ForgeKvsAPIError } from '@forge/kvs';
import { describe, it } from 'vitest';

import { AppError } from '../../../src/broker/errors';
import { createLog } from '../../../src/platform/log';

function lab() {
  const lines: [string, string][] = [];
  function write(level: string) {
    return (line: string) => {
      lines.push([level, line]);
    };
  }
  return { lines, log: createLog({ info: write('info'), warn: write('warn'), error: write('error') }) };
}
function onlyLine(lines: [string, string][]): unknown {
  return JSON.parse(lines[0]?.[1] ?? '');
}

describe('a log line', () => {
  it('is one line of JSON at its level', ({ expect }) => {
    const { lines, log } = lab();
    log.info('started', { count: 1 });
    log.warn('slow', { text: 'two\nlines', absent: undefined });
    expect(lines).toEqual([
      ['info', '{"level":"info","event":"started","count":1}'],
      ['warn', '{"level":"warn","event":"slow","text":"two\\nlines"}'],
    ]);
  });

  it('names an error without its message', ({ expect }) => {
    const { lines, log } = lab();
    log.error('failed', { id: 'x' }, new TypeError('secret\n    at somebody'));
    const line = onlyLine(lines);
    expect(line).toMatchObject({ level: 'error', event: 'failed', id: 'x', causeName: 'TypeError' });
    expect(line).toHaveProperty('stack', expect.stringMatching(/^at /));
    expect(JSON.stringify(line)).not.toMatch(/secret|somebody/);
  });

  it('names a failure and what caused it by code and status', ({ expect }) => {
    const { lines, log } = lab();
    const details = { status: 409, statusText: 'secret', traceId: 'secret' };
    const refused = new ForgeKvsAPIError(details, {
      code: 'KEY_CONFLICT',
      message: 'secret',
      context: { a: 'secret' },
    });
    log.error('failed', {}, new AppError({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }, refused));
    expect(onlyLine(lines)).toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
      causeName: 'ForgeKvsError',
      causeCode: 'KEY_CONFLICT',
      causeStatus: 409,
    });
    expect(lines[0]?.[1]).not.toContain('secret');
  });

  it.for([
    ['a status', { name: 'createGroup', status: 403 }, { causeName: 'createGroup', causeStatus: 403 }],
    ['text', 'secret', { causeName: 'string' }],
    ['null', null, { causeName: 'object' }],
  ] as const)('takes %s for a cause', ([, cause, expected], { expect }) => {
    const { lines, log } = lab();
    log.error('failed', {}, cause);
    expect(onlyLine(lines)).toEqual({ level: 'error', event: 'failed', ...expected });
  });
});
