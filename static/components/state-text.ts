import type { PrivilegedUserState, SupportView } from '../../src/shared/views';

/** A state of the privileged user in a few words. */
export const stateText = (state: PrivilegedUserState['name']): string => {
  switch (state) {
    case 'notConfigured':
      return 'not chosen yet';
    case 'legacy':
      return 'not chosen, an old e-mail address and token are stored';
    case 'waiting':
      return 'waiting for acceptance';
    case 'healthy':
      return 'works';
    case 'lacksPermission':
      return 'may not manage groups';
    case 'unusable':
      return 'account can’t be used';
    case 'notApproved':
      return 'app permissions await approval';
  }
};

/** Whether this site has moved from token access to a privileged user. */
export const migrationText = (migration: SupportView['migration']): string => {
  switch (migration) {
    case 'neverConfigured':
      return 'Nothing to migrate: no privileged user has been chosen, and no token is stored.';
    case 'stillLegacy':
      return 'Not migrated: an e-mail address and a token from before Monday 8 December 2025 are still stored.';
    case 'waiting':
      return 'Almost migrated: a privileged user is chosen and has yet to accept.';
    case 'migrated':
      return 'Migrated: a privileged user is chosen, and no token is stored.';
  }
};

/** Whether somebody is set, working or not. */
export const isChosen = (state: PrivilegedUserState): boolean =>
  state.name !== 'notConfigured' && state.name !== 'legacy' && state.name !== 'waiting';
