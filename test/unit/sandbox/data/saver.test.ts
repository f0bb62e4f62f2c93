import { describe, it } from 'vitest';

import { createSaver } from '../../../../sandbox/data/saver';
import { createManualClock } from '../../../support/manual-clock';

/** A disk that takes `writeMs` for each save, and may refuse it. */
function open(writeMs = 0) {
  const { clock, advance } = createManualClock();
  const told: string[] = [];
  const saves: { at: number; content: number }[] = [];
  const world = { content: 0, refusal: undefined as string | undefined, tries: 0 };
  const saver = createSaver({
    clock,
    tell: (sentence) => void told.push(sentence),
    save: async () => {
      const { content } = world;
      world.tries += 1;
      if (writeMs > 0) await clock.sleep(writeMs);
      if (world.refusal !== undefined) throw new Error(world.refusal);
      saves.push({ at: clock.now(), content });
    },
  });
  function change(): void {
    world.content += 1;
    saver.changed();
  }
  return { world, saver, change, advance, told, saves, clock };
}

describe('a change', () => {
  it('is saved within a second, however many follow it', async ({ expect }) => {
    const { change, advance, saves, clock } = open();
    const changes: { at: number; content: number }[] = [];
    for (let content = 1; content <= 100; content += 1) {
      change();
      changes.push({ at: clock.now(), content });
      await advance(50);
    }
    for (const { at, content } of changes.filter((one) => one.at <= 4000)) {
      expect(saves.find((save) => save.content >= content)?.at).toBeLessThanOrEqual(at + 1000);
    }
  });

  it('shares its save with those that come right after it', async ({ expect }) => {
    const { change, advance, saves } = open();
    change();
    change();
    await advance(5000);
    expect(saves).toEqual([{ at: 250, content: 2 }]);
  });

  it('that comes while a save is under way is saved by the next one', async ({ expect }) => {
    const { change, advance, saves } = open(300);
    change();
    await advance(600);
    change();
    await advance(5000);
    expect(saves).toEqual([
      { at: 550, content: 1 },
      { at: 1150, content: 2 },
    ]);
  });

  it('is waited for no longer than a save takes when saves are slow', async ({ expect }) => {
    const { change, advance, saves } = open(2000);
    change();
    await advance(600);
    change();
    await advance(5000);
    expect(saves.map(({ at }) => at)).toEqual([2250, 4250]);
  });
});

it('saves nothing while nothing changes', async ({ expect }) => {
  const { advance, world } = open();
  await advance(10_000);
  expect(world.tries).toBe(0);
});

describe('a save that fails', () => {
  it('is told once, tried again each second, and told again when it works', async ({ expect }) => {
    const { change, advance, world, told, saves } = open();
    world.refusal = 'ENOSPC: no space left on device';
    change();
    await advance(3600);
    expect(world.tries).toBe(4);
    expect(told).toEqual([
      'What changed could not be saved: ENOSPC: no space left on device. It is tried again every second; until then changes are in memory only.',
    ]);
    world.refusal = undefined;
    await advance(1000);
    expect(saves).toEqual([{ at: 4250, content: 1 }]);
    expect(told.slice(1)).toEqual(['Saving works again: everything is kept.']);
    await advance(10_000);
    expect(world.tries).toBe(5);
  });

  it('does not end saving: what changes later is saved too', async ({ expect }) => {
    const { change, advance, world, saves } = open();
    world.refusal = 'EIO';
    change();
    await advance(700);
    world.refusal = undefined;
    change();
    await advance(3000);
    change();
    await advance(3000);
    expect(saves.map(({ content }) => content)).toEqual([2, 3]);
  });

  it('is told anew after saving has worked', async ({ expect }) => {
    const { change, advance, world, told } = open();
    for (const refusal of ['EIO', undefined, 'EIO', undefined]) {
      world.refusal = refusal;
      change();
      await advance(2000);
    }
    expect(told.map((sentence) => sentence.split(':')[0])).toEqual([
      'What changed could not be saved',
      'Saving works again',
      'What changed could not be saved',
      'Saving works again',
    ]);
  });
});

describe('on leaving', () => {
  it('everything is saved at once', async ({ expect }) => {
    const { change, saver, saves } = open();
    change();
    expect(await saver.flush()).toBe(true);
    expect(saves).toEqual([{ at: 0, content: 1 }]);
  });

  it('a save under way is waited for', async ({ expect }) => {
    const { change, advance, saver, saves } = open(300);
    change();
    await advance(400);
    change();
    const left = saver.flush();
    await advance(1000);
    expect(await left).toBe(true);
    await advance(5000);
    expect(saves.map(({ content }) => content)).toEqual([1, 2]);
  });

  it('a failure is known', async ({ expect }) => {
    const { change, saver, world, told } = open();
    world.refusal = 'EROFS: read-only file system';
    change();
    expect(await saver.flush()).toBe(false);
    expect(told).toHaveLength(1);
  });
});
