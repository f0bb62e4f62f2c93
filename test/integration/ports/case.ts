// One case of a port's contract.
import { expect } from 'vitest';

import type { Ports } from '../../../src/entry/call/ports';
import { failureFrom } from '../../support/ports/builders';
import type { Point, Way } from './failures';
import type { Person, Stage } from './stage';

export interface Case {
  name: string;
  play: (stage: Stage) => Promise<void>;
}

/** One call of a port that is made to fail: as whom it is made, and what the fakes and Atlassian name it by. */
export interface Call extends Point {
  as: Person;
  use: (ports: Ports, stage: Stage) => Promise<unknown>;
}

/** Cases of calls that fail in each of these ways, one each. */
export function failing(calls: Readonly<Record<string, Call>>, ways: Readonly<Record<string, Way>>): Case[] {
  return Object.entries(calls).flatMap(([name, { as, use, ...point }]) =>
    Object.values(ways).map((way) => ({
      name: `${name} fails: ${JSON.stringify(way.failure)}`,
      play: async (stage: Stage) => {
        stage.fail(point, way);
        expect(await failureFrom(stage.run(as, (ports) => use(ports, stage)))).toEqual(way.failure);
      },
    })),
  );
}

/** Cases of calls for which Atlassian would have to act as boss, and doesn't. */
export function withoutBoss(calls: Readonly<Record<string, Call>>): Case[] {
  return Object.entries(calls).map(([name, { as, use }]) => ({
    name: `${name} fails where Atlassian doesn't act as the privileged user`,
    play: async (stage: Stage) => {
      stage.changeStatus('boss', 'inactive');
      expect(await failureFrom(stage.run(as, (ports) => use(ports, stage)))).toEqual({
        code: 'PRIVILEGED_USER_UNAVAILABLE',
        cause: 'noAppAccess',
        accountId: stage.id('boss'),
      });
    },
  }));
}
