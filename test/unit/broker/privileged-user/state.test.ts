import { describe, it } from 'vitest';

import {
  privilegedUserState,
  type Observation,
  type PrivilegedUserSetting,
} from '../../../../src/broker/privileged-user/state';
import type { Check } from '../../../../src/shared/broker/views';
import type { UnavailableCause } from '../../../../src/shared/result';
import { aCheck, ann, anObservation, aPrivilegedUser, bob, boss, EARLIER } from '../../../support/ports/builders';

const nominee = { accountId: bob, nominatedBy: ann, nominatedAt: EARLIER };

const paused = { by: ann, at: EARLIER };

const SETTINGS: Record<string, PrivilegedUserSetting> = {
  nobody: {},
  nominee: { nominee },
  current: { current: aPrivilegedUser() },
  'current+nominee': { current: aPrivilegedUser(), nominee },
  'nobody, paused': { paused },
  'nominee, paused': { nominee, paused },
  'current, paused': { current: aPrivilegedUser(), paused },
};

function failedFor(cause?: UnavailableCause): Observation {
  return anObservation({ checks: [aCheck('account'), aCheck('impersonation', 'failed', cause)] });
}

const OBSERVATIONS: Record<string, Observation | undefined> = {
  never: undefined,
  'of another': anObservation({ accountId: ann, checks: [aCheck('account', 'failed', 'left')] }),
  passed: anObservation({ checks: [aCheck(), aCheck('impersonation')] }),
  hint: anObservation({ checks: [aCheck('siteAdminGroup', 'hint')] }),
  unclear: anObservation({ checks: [aCheck('account', 'unclear')] }),
  'not run': anObservation({ checks: [aCheck('writeTest', 'notRun')] }),
  deactivated: failedFor('deactivated'),
  left: failedFor('left'),
  noAppAccess: failedFor('noAppAccess'),
  unsupported: failedFor('unsupportedAccountType'),
  notApproved: failedFor('notApproved'),
  'no permission': failedFor('lacksPermission'),
  'no cause': failedFor(),
  // Causes that no check gives. Should one do so, it is still a failure.
  'odd cause 1': failedFor('notConfigured'),
  'odd cause 2': failedFor('legacy'),
  'odd cause 3': failedFor('waiting'),
};

/** What a current privileged user amounts to, by what was last observed. */
const CURRENT: Record<string, string> = {
  never: 'healthy',
  'of another': 'healthy',
  passed: 'healthy',
  hint: 'healthy',
  unclear: 'healthy',
  'not run': 'healthy',
  deactivated: 'unusable deactivated',
  left: 'unusable left',
  noAppAccess: 'unusable noAppAccess',
  unsupported: 'unusable unsupportedAccountType',
  notApproved: 'notApproved',
  'no permission': 'lacksPermission',
  'no cause': 'lacksPermission',
  'odd cause 1': 'lacksPermission',
  'odd cause 2': 'lacksPermission',
  'odd cause 3': 'lacksPermission',
};

/** The state by what is stored: without, and with, the email record of an older version. `*`: see CURRENT. */
const STORED: Record<string, [without: string, withRecord: string]> = {
  nobody: ['notConfigured', 'legacy'],
  nominee: ['waiting', 'waiting'],
  current: ['*', '*'],
  'current+nominee': ['*', '*'],
  'nobody, paused': ['notConfigured', 'legacy'],
  'nominee, paused': ['waiting', 'waiting'],
  'current, paused': ['paused', 'paused'],
};

const cells = Object.keys(SETTINGS).flatMap((stored) =>
  Object.keys(OBSERVATIONS).flatMap((observed) =>
    [false, true].map((legacy) => {
      const word = STORED[stored]?.[legacy ? 1 : 0] ?? '';
      return { stored, observed, legacy, state: word === '*' ? CURRENT[observed] : word };
    }),
  ),
);

function inWords(stored: string, observed: string, legacy: boolean): string {
  const state = privilegedUserState(SETTINGS[stored] ?? {}, OBSERVATIONS[observed], legacy);
  return state.name === 'unusable' ? `unusable ${state.cause}` : state.name;
}

describe('the state of the privileged user', () => {
  it.for(cells)(
    '$stored, observed $observed, legacy $legacy: $state',
    ({ stored, observed, legacy, state }, { expect }) => {
      expect(inWords(stored, observed, legacy)).toBe(state);
    },
  );

  it('can be each of the eight that the design names', ({ expect }) => {
    const reached = new Set(
      cells.map(({ stored, observed, legacy }) => inWords(stored, observed, legacy).split(' ')[0]),
    );
    const named = [
      'healthy',
      'lacksPermission',
      'legacy',
      'notApproved',
      'notConfigured',
      'unusable',
      'waiting',
      'paused',
    ];
    expect(reached).toEqual(new Set(named));
  });

  it('names the person it is about', ({ expect }) => {
    function stateOf(setting: PrivilegedUserSetting, ...checks: Check[]) {
      return privilegedUserState(setting, anObservation({ checks }), false);
    }
    const current = { current: aPrivilegedUser() };
    expect(stateOf({ nominee })).toEqual({ name: 'waiting', ...nominee });
    expect(stateOf(current)).toEqual({ name: 'healthy', accountId: boss });
    expect(stateOf(current, aCheck('account', 'failed', 'left'))).toEqual({
      name: 'unusable',
      accountId: boss,
      cause: 'left',
    });
  });

  it('is that of the first check that failed', ({ expect }) => {
    const checks = [
      aCheck('impersonation', 'failed', 'notApproved'),
      aCheck('siteAdminGroup', 'failed', 'lacksPermission'),
    ];
    expect(privilegedUserState({ current: aPrivilegedUser() }, anObservation({ checks }), false).name).toBe(
      'notApproved',
    );
  });
});
