import type { PrivilegedUserState, SupportView } from '../../src/shared/broker/views';
import { MIGRATION, STATE_SIGNS } from '../../src/shared/words/privileged-user';

interface Sign {
  children: string;
  appearance: 'success' | 'removed' | 'inprogress' | 'default';
}

/** Returns the lozenge before a state: works, doesn't, or nobody is set yet. */
export function stateSign(state: PrivilegedUserState['name']): Sign {
  if (state === 'healthy') return { children: STATE_SIGNS.works, appearance: 'success' };
  if (state === 'paused') return { children: STATE_SIGNS.paused, appearance: 'inprogress' };
  if (state === 'waiting') return { children: STATE_SIGNS.waiting, appearance: 'inprogress' };
  return state === 'notConfigured'
    ? { children: STATE_SIGNS.notSetUp, appearance: 'default' }
    : { children: STATE_SIGNS.broken, appearance: 'removed' };
}

const MIGRATION_APPEARANCE = {
  neverConfigured: 'default',
  stillLegacy: 'removed',
  waiting: 'inprogress',
  migrated: 'success',
} as const satisfies Record<SupportView['migration'], Sign['appearance']>;

/** Returns the lozenge before the migration. */
export function migrationSign(migration: SupportView['migration']): Sign {
  return { children: MIGRATION[migration].sign, appearance: MIGRATION_APPEARANCE[migration] };
}

/** Somebody is set, working or not. */
export type ChosenState = Exclude<PrivilegedUserState, { name: 'notConfigured' | 'legacy' | 'waiting' }>;

/** Tells whether somebody is set, working or not. */
export function isChosen(state: PrivilegedUserState): state is ChosenState {
  return state.name !== 'notConfigured' && state.name !== 'legacy' && state.name !== 'waiting';
}
