// Faults that are planted to see that the simulation finds them.
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { invariants } from '../../../simulation/oracle/invariants';
import { FAULTS } from '../../../simulation/planted/faults';
import { written } from '../../../simulation/planted/plant';

describe.each(FAULTS)('the fault "$name"', ({ places, expects }) => {
  it('has its places in the code, and changes them', () => {
    for (const place of places) {
      const text = readFileSync(new URL(`../../../src/${place.file}`, import.meta.url), 'utf8');
      expect(written(text, place)).not.toBe(text);
    }
  });

  it('is to be found by something that must hold', () => {
    expect(invariants).toContain(expects);
  });
});

it.each(['', 'ab ab'])('a fault is not planted into "%s", where its place is missing or not the only one', (text) => {
  expect(() => written(text, { file: '', from: 'ab', to: 'b' })).toThrow('No place');
});
