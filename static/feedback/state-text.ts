import type { PrivilegedUserState, SupportView } from '../../src/shared/broker/views';

/** A state of the privileged user in a few words. */
export function stateText(state: PrivilegedUserState['name']): string {
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
}

type Sign = { children: string; appearance: 'success' | 'removed' | 'inprogress' | 'default' };

/** The sign that stands before a state: works, does not, or nobody is set yet. */
export function stateSign(state: PrivilegedUserState['name']): Sign {
  if (state === 'healthy') return { children: 'Works', appearance: 'success' };
  if (state === 'waiting') return { children: 'Waiting', appearance: 'inprogress' };
  return state === 'notConfigured'
    ? { children: 'Not set up', appearance: 'default' }
    : { children: 'Does not work', appearance: 'removed' };
}

/** The sign that stands before the migration. */
export function migrationSign(migration: SupportView['migration']): Sign {
  switch (migration) {
    case 'neverConfigured':
      return { children: 'None needed', appearance: 'default' };
    case 'stillLegacy':
      return { children: 'To do', appearance: 'removed' };
    case 'waiting':
      return { children: 'Waiting', appearance: 'inprogress' };
    case 'migrated':
      return { children: 'Done', appearance: 'success' };
  }
}

/** Whether this site has moved from token access to a privileged user. */
export function migrationText(migration: SupportView['migration']): string {
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
}

/** Whether somebody is set, working or not. */
export function isChosen(state: PrivilegedUserState): boolean {
  return state.name !== 'notConfigured' && state.name !== 'legacy' && state.name !== 'waiting';
}
