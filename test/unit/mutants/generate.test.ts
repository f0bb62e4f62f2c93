// Which faults `npm run mutants` makes of which code, and of which kind they are.
import { describe, expect, it, test } from 'vitest';

import { mutantsOf } from '../../../mutants/generate/generate';
import { canBeRead, withMutants } from '../../../mutants/generate/mutant';

/** Returns what becomes of code, by kind and change. */
function made(code: string, file = 'groups/probe.ts'): string[] {
  return mutantsOf(file, code).map(
    ({ id, kind, from, to }) => `${kind}, ${id.split('/').at(-1) ?? ''}: ${from} → ${to}`,
  );
}

describe('of a refusal', () => {
  test('what is thrown is left out, but not what was caught or says that there is no such state', () => {
    expect(made("function f() { throw forbidden('NO'); }")).toEqual(["refusals, no-throw: throw forbidden('NO'); → ;"]);
    expect(made('function f() { throw thrown; }')).toEqual([]);
    expect(made("function f() { throw new Error('No such part'); }")).toEqual([]);
  });

  test('a code that is returned is left out', () => {
    expect(made("function f() { return 'GROUP_BLOCKED'; }")).toEqual([
      "refusals, no-refusal: return 'GROUP_BLOCKED'; → ;",
    ]);
    expect(made('function f() { return refuse(reason); }')).toEqual([
      'refusals, no-refusal: return refuse(reason); → ;',
    ]);
    expect(made("function f() { return 'holds'; }")).toEqual([]);
  });

  test('each of two rules is left out', () => {
    expect(made('const reason = spaceRefusal(space) ?? nameRefusal(name);')).toEqual([
      'refusals, no-rule: spaceRefusal(space) ?? nameRefusal(name) → (nameRefusal(name))',
      'refusals, no-rule-2: spaceRefusal(space) ?? nameRefusal(name) → (spaceRefusal(space))',
    ]);
  });
});

describe('of a proof', () => {
  test('the demand is left out, and made behind what it is for', () => {
    expect(made('async function f() { await stayProved(); await write(); }')).toEqual([
      'proofs, no-call: await stayProved(); → ;',
      'proofs, late: await stayProved(); await write(); →  await write(); await stayProved();',
    ]);
  });

  test('an answer is taken for a yes', () => {
    expect(made('const is = isFresh(clock, readAt);')).toEqual(['proofs, granted: isFresh(clock, readAt) → true']);
    expect(made('const is = verdict.allowed;')).toEqual(['proofs, granted: verdict.allowed → true']);
  });

  test('an old answer is taken where a new one is asked for', () => {
    expect(made("know(run, 'everything');")).toEqual(["proofs, asked-once: 'everything' → 'whatIsOld'"]);
  });
});

describe('of a record', () => {
  test('it is left out, and made when all is over', () => {
    expect(made('async function f() { await log.attempt(it); return effect(); }')).toEqual([
      'write-ahead, no-call: await log.attempt(it); → ;',
      'write-ahead, late: await log.attempt(it); return effect(); →  const returned = await (effect()); await log.attempt(it); return returned;',
    ]);
  });

  test('the effect stands alone', () => {
    expect(made('audited(ports, { entry, effect });')).toEqual([
      'write-ahead, unrecorded: audited(ports, { entry, effect }) → ({ entry, effect }).effect()',
    ]);
  });
});

describe('of a condition', () => {
  test.for([
    ['if (a) b();', ['if-true: a → true', 'if-false: a → false']],
    ['const c = a ? 1 : 2;', ['if-true: a → true', 'if-false: a → false']],
    ['const c = a && b;', ['and-or: a && b → (a || b)']],
    ['const c = a || b;', ['and-or: a || b → (a && b)']],
    ['const c = a < b;', ['boundary: a < b → a <= b']],
    ['const c = a >= b;', ['boundary: a >= b → a > b']],
    ['const c = a === b;', ['equality: a === b → a !== b']],
  ] as const)('%s is decided otherwise', ([code, changes]) => {
    expect(made(code)).toEqual(changes.map((change) => `conditions, ${change}`));
  });

  test('one that only refuses is left out once', () => {
    expect(made("if (a) throw forbidden('NO');")).toEqual([
      'conditions, if-true: a → true',
      "refusals, no-throw: throw forbidden('NO'); → ;",
    ]);
  });

  test('of a write it is dropped', () => {
    expect(made('kvs.set(key, row, { entityName: RUN, conditions });')).toEqual([
      'conditions, condition: conditions → ',
    ]);
    expect(made("const is = new Filter().and('version', at);")).toEqual([
      "conditions, condition: new Filter().and('version', at) → new Filter()",
    ]);
  });
});

test('what tells who works at a run is of leases', () => {
  expect(made('const is = lease === own;')).toEqual(['leases, equality: lease === own → lease !== own']);
  expect(made('const next = { version: run.version + 1 };')).toEqual([
    'leases, increment: run.version + 1 → run.version',
  ]);
  expect(made('transaction.check(runId, options);', 'platform/kvs/save-part.ts')).toContain(
    'leases, check: transaction.check(runId, options); → ;',
  );
});

test('what ends an attempt later is of settling', () => {
  expect(made('async function f() { await settle(run, batch); }')).toEqual([
    'settling, no-call: await settle(run, batch); → ;',
  ]);
  expect(made('const is = found === undefined;', 'broker/audit/settle-audit.ts')).toEqual([
    'settling, equality: found === undefined → found !== undefined',
  ]);
});

test('times are twelve times as long, and none', () => {
  expect(made('const FRESH_MS = 5 * 1000;')).toEqual([
    'ages, twelvefold: 5 * 1000 → (5 * 1000) * 12',
    'ages, zero: 5 * 1000 → 0',
  ]);
  expect(made('const TIMES_A_DAY = 5;')).toEqual([]);
});

test('other calls, types and imports are left alone', () => {
  expect(made("import { a } from 'a'; log.info('it'); type B = A extends C ? D : E;")).toEqual([]);
});

test('a mutant is named by file, function and change, and numbered where that is not enough', () => {
  const code = 'export function f() { if (a) b(); if (c) d(); }';
  expect(mutantsOf('broker/age.ts', code).map(({ id }) => id)).toEqual([
    'broker/age/f/if-true',
    'broker/age/f/if-false',
    'broker/age/f/if-true-2',
    'broker/age/f/if-false-2',
  ]);
});

describe('the code with mutants', () => {
  const code = 'if (a) b();\nif (c) d();';
  const [first, , , last] = mutantsOf('probe.ts', code);
  const both = [first, last].flatMap((one) => one ?? []);

  it('has them all', () => {
    expect(withMutants(code, both)).toBe('if (true) b();\nif (false) d();');
  });

  it('is none if their places are not there, or are the same', () => {
    expect(() => withMutants(`\n${code}`, both)).toThrow('No place');
    expect(() => withMutants(code, mutantsOf('probe.ts', code).slice(0, 2))).toThrow('No place');
  });

  it('can be read, or not', () => {
    expect(canBeRead('probe.ts', withMutants(code, both))).toBe(true);
    expect(canBeRead('probe.ts', 'if () b();')).toBe(false);
  });
});
