// Who stands between the app's functions and the platform: calls are held, answered otherwise, and runs are killed from outside.
import { asApp, route } from '@forge/api';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Between, BegunRun } from '../../../../sandbox/forge/between';
import { createLab, failureOf } from './lab';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.UTC(2026, 10, 21));
});

async function call(): Promise<number> {
  return (await asApp().requestConfluence(route`/wiki/rest/api/group`)).status;
}

/** Holds every call until it is let go. */
function holding() {
  const runs: BegunRun[] = [];
  const ends: object[] = [];
  const held: { path: string; go: (instead?: Response) => Promise<void> }[] = [];
  const between: Between = {
    begin: (run) => {
      runs.push(run);
      return {
        pass: ({ path }, perform) =>
          new Promise((resolve) => {
            held.push({ path, go: async (instead) => resolve(instead ?? (await perform())) });
          }),
        end: (outcome) => void ends.push(outcome),
      };
    },
  };
  return { between, runs, ends, held };
}

describe('what stands between the app and the platform', () => {
  it('hears of each run, holds its calls, and hears how it ended', async () => {
    const { between, runs, ends, held } = holding();
    const lab = createLab({}, { between });
    const run = lab.run(call);
    await vi.waitFor(() => expect(held).toHaveLength(1));
    expect(runs).toMatchObject([{ moduleKey: 'page' }]);
    expect(held[0]?.path).toBe('/wiki/rest/api/group');
    expect([lab.calls, ends]).toEqual([[], []]);
    await held[0]?.go();
    await run;
    expect(lab.calls).toHaveLength(1);
    expect(ends).toHaveLength(1);
    expect(ends[0]).toHaveProperty('value');
  });

  it('may answer a call that the platform never gets', async () => {
    const { between, held } = holding();
    const lab = createLab({}, { between });
    const statuses: number[] = [];
    const run = lab.run(async () => void statuses.push(await call()));
    await vi.waitFor(() => expect(held).toHaveLength(1));
    await held[0]?.go(new Response(null, { status: 503 }));
    await run;
    expect([lab.calls, statuses]).toEqual([[], [503]]);
  });

  it('may kill a run, whose calls then never settle', async () => {
    const { between, runs, ends, held } = holding();
    const lab = createLab({}, { between });
    const heard: number[] = [];
    const failure = failureOf(lab.run(async () => void heard.push(await call())));
    await vi.waitFor(() => expect(held).toHaveLength(1));
    runs[0]?.kill();
    expect(await failure).toMatchObject({ code: 'FUNCTION_OUT_OF_MEMORY' });
    await held[0]?.go();
    expect([lab.calls.length, heard]).toEqual([1, []]);
    expect(ends[0]).toHaveProperty('failure');
  });
});
