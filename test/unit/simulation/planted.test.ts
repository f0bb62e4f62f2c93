// Faults that are planted to see that the simulation finds them.
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { FAULTS } from '../../../simulation/planted/faults';
import { withFault } from '../../../simulation/planted/plant';

describe.each(FAULTS)('the fault "$name"', (fault) => {
  it('has its place in the code, and changes it', () => {
    const text = readFileSync(new URL(`../../../src/${fault.file}`, import.meta.url), 'utf8');
    expect(withFault(text, fault)).not.toBe(text);
  });
});

it.each(['', 'ab ab'])('a fault is not planted into "%s", where its place is missing or not the only one', (text) => {
  expect(() => withFault(text, { name: 'x', does: '', file: '', from: 'ab', to: 'b' })).toThrow('No place');
});
