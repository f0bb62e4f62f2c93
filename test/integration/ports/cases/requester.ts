// Confluence, read as somebody who asked for a change and isn't present.
import { expect } from 'vitest';

import { requesterOf } from '../../../../src/broker/runs/requester';
import { SpaceId } from '../../../../src/shared/ids';
import { failureFrom } from '../../../support/ports/builders';
import { failing, type Case } from '../case';
import { READ_FAILURES } from '../failures';
import type { Stage } from '../stage';

const NO_SPACE = SpaceId.parse('999999999');

const ADMINISTERS = { operation: 'administer', targetType: 'space' };

/** Ann, who asked for a change and has left. */
function askedByAnn({ id }: Stage) {
  return requesterOf({ runId: 'run', by: id('ann') });
}

export const requesterCases: Case[] = [
  {
    name: 'space: with what they may do in it, though nobody is present',
    play: async (stage) => {
      const { run, space } = stage;
      const read = await run('nobody', (ports) => ports.requesterReader.space(askedByAnn(stage), space.spaceId));
      expect(read?.space).toEqual(space);
      expect(read?.operations).toContainEqual(ADMINISTERS);
    },
  },
  {
    name: 'space: none that nobody knows, nor what they may in one that they do not administer',
    play: async (stage) => {
      const { run, otherSpace } = stage;
      expect(await run('nobody', (ports) => ports.requesterReader.space(askedByAnn(stage), NO_SPACE))).toBeUndefined();
      const other = await run('nobody', (ports) => ports.requesterReader.space(askedByAnn(stage), otherSpace.spaceId));
      expect(other?.operations).not.toContainEqual(ADMINISTERS);
    },
  },
  {
    name: 'space: Forge acts for nobody whose account is deactivated',
    play: async (stage) => {
      stage.changeStatus('ann', 'inactive');
      const read = stage.run('nobody', (ports) => ports.requesterReader.space(askedByAnn(stage), stage.space.spaceId));
      expect(await failureFrom(read)).toEqual({ code: 'FORBIDDEN', reason: 'REQUESTER_UNAVAILABLE' });
    },
  },
  {
    name: 'spacesById: those that they see, though nobody is present',
    play: async (stage) => {
      const { run, space } = stage;
      const read = run('nobody', (ports) =>
        ports.requesterReader.spacesById(askedByAnn(stage), [space.spaceId, NO_SPACE]),
      );
      const { spaceId: id, key, name, personal } = space;
      expect(await read).toEqual([{ id, key, name, personal }]);
    },
  },
  {
    name: 'spacesById: Forge acts for nobody whose account is deactivated',
    play: async (stage) => {
      stage.changeStatus('ann', 'inactive');
      const { run, space } = stage;
      const read = run('nobody', (ports) => ports.requesterReader.spacesById(askedByAnn(stage), [space.spaceId]));
      expect(await failureFrom(read)).toEqual({ code: 'FORBIDDEN', reason: 'REQUESTER_UNAVAILABLE' });
    },
  },
  ...failing(
    {
      spacesById: {
        as: 'bob',
        call: 'requester spaces',
        operationId: 'getSpaces',
        use: ({ requesterReader }, stage) => requesterReader.spacesById(askedByAnn(stage), [stage.space.spaceId]),
      },
      space: {
        as: 'bob',
        call: 'requester space',
        operationId: 'getSpaceOperations',
        use: ({ requesterReader }, stage) => requesterReader.space(askedByAnn(stage), stage.space.spaceId),
      },
    },
    READ_FAILURES,
  ),
];
