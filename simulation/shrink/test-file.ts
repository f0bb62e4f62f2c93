// A shrunk world as a test.
import type { Shrunk } from './shrink-world';

/** Rows end soon after so many letters. */
const WIDTH = 140;

/** Writes a test that makes the world again and expects that nothing is found in it. It belongs into `test/integration`. */
export function testFileOf({ seed, invariant, steps, choices, from }: Shrunk): string {
  return `// A simulated world in which this broke: ${invariant}. Its ${String(from)} choices were shrunk to these.
import { expect, test } from 'vitest';

import { foundIn } from '../../simulation/shrink/replay';

const CHOICES: readonly number[] = ${listOf(choices)};

test(${JSON.stringify(`in a world of seed ${String(seed)}: ${invariant}`)}, { timeout: 120_000 }, async () => {
  expect(await foundIn({ seed: ${String(seed)}, steps: ${String(steps)}, choices: CHOICES })).toEqual([]);
});
`;
}

/** Writes the list in rows that aren't too long. */
function listOf(choices: readonly number[]): string {
  const rows: string[] = [];
  for (const choice of choices) {
    const last = rows.at(-1);
    if (last === undefined || last.length > WIDTH) rows.push(`  ${String(choice)},`);
    else rows[rows.length - 1] = `${last} ${String(choice)},`;
  }
  return rows.length === 0 ? '[]' : `[\n${rows.join('\n')}\n]`;
}
