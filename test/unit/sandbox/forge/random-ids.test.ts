// Random ids of the app's code are those of its sandbox; everybody else's are the computer's.
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { createLab } from './lab';

describe('`randomUUID` of the app', () => {
  it('gives the ids of its own sandbox', async () => {
    const [one, two] = [createLab({}), createLab({})];
    const before = await one.run(async () => randomUUID());
    expect(before).toMatch(/^id-\d+$/);
    expect(await one.run(async () => randomUUID())).not.toBe(before);
    expect(await two.run(async () => randomUUID())).toBe(before);
  });

  it('of others is the computer’s', () => {
    createLab({});
    expect(randomUUID()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
    expect(randomUUID()).not.toBe(randomUUID());
  });
});
