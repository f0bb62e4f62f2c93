// Containers keep what their modules hold, until they are replaced.
import { expect, it } from 'vitest';

import { createContainers } from '../../../simulation/world/containers';

/** Gives a module that counts its calls. */
function load() {
  let count = 0;
  return { call: (name: string) => `${name} ${String((count += 1))}` };
}

function calling({ app }: ReturnType<typeof createContainers>): unknown {
  return app['call']?.('call');
}

it('a container keeps what its modules hold, and a new one doesn’t have it', () => {
  const containers = createContainers(load);
  expect([calling(containers), calling(containers)]).toEqual(['call 1', 'call 2']);
  containers.replace();
  expect(calling(containers)).toBe('call 1');
});

it('two containers take turns, each with its own', () => {
  const containers = createContainers(load);
  expect([calling(containers), calling(containers)]).toEqual(['call 1', 'call 2']);
  containers.change();
  expect(calling(containers)).toBe('call 1');
  containers.change();
  expect(calling(containers)).toBe('call 3');
  containers.change();
  containers.replace();
  expect(calling(containers)).toBe('call 1');
});
