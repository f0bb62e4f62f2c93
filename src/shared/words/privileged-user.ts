import type { PrivilegedUserState, SupportView } from '../broker/views';
import type { UnavailableCause } from '../result';

/** Says why the privileged user can't be used, to somebody who can't fix it themselves. */
export const CAUSES: Readonly<Record<UnavailableCause, string>> = {
  notConfigured: 'A privileged user isn’t set up. It’s the account whose rights this app uses.',
  legacy:
    'The app still stores an email address and an API token, and token access ended on Monday 8 December 2025. A privileged user must be chosen instead.',
  waiting: 'A privileged user is chosen, but hasn’t accepted yet.',
  lacksPermission: 'The privileged user can no longer manage groups on this site.',
  deactivated: 'The privileged user’s account is deactivated.',
  left: 'The privileged user is no longer on this site.',
  noAppAccess:
    'Forge won’t act for the privileged user. Sharing the app or adding them as a contributor helps, and so may their opening the app once.',
  unsupportedAccountType: 'The privileged user is an app, service or customer account, which this app can’t act as.',
  notApproved: 'Permissions that this app asks for await a site administrator’s approval.',
  notKnown:
    'Forge refused the call, and it isn’t known why: permissions of this app may await approval, or Forge won’t act for the privileged user.',
};

type State = PrivilegedUserState['name'];
type Migration = SupportView['migration'];

/** Names a state in a few words, after “Privileged user:”. */
export const STATES: Readonly<Record<State, string>> = {
  notConfigured: 'not chosen yet',
  legacy: 'not chosen, an old email address and token are stored',
  waiting: 'waiting for acceptance',
  paused: 'not used while changes are paused',
  healthy: 'works',
  lacksPermission: 'can’t manage groups',
  unusable: 'account can’t be used',
  notApproved: 'app permissions await approval',
};

/** Labels the lozenge before a state. */
export const STATE_SIGNS = {
  works: 'Works',
  waiting: 'Waiting',
  notSetUp: 'Not set up',
  paused: 'Paused',
  broken: 'Doesn’t work',
} as const;

/** Tells whether this site has moved from token access to a privileged user: the lozenge, and the sentence after it. */
export const MIGRATION: Readonly<Record<Migration, { sign: string; text: string }>> = {
  neverConfigured: {
    sign: 'None needed',
    text: 'Nothing to migrate: a privileged user was never chosen, and a token isn’t stored.',
  },
  stillLegacy: {
    sign: 'To do',
    text: 'Not migrated: an email address and a token from before Monday 8 December 2025 are still stored.',
  },
  waiting: { sign: 'Waiting', text: 'Almost migrated: a privileged user is chosen and hasn’t accepted yet.' },
  migrated: { sign: 'Done', text: 'Migrated: a privileged user is chosen, and a token isn’t stored.' },
};
