import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { PrivilegedUserState, PrivilegedUserView } from '../../shared/broker/views';
import type { UnavailableCause } from '../../shared/result';
import { AppError, changesPaused } from '../errors';
import type { BrokerPorts, StoredNow, Versioned } from '../ports';
import {
  pauseIn,
  privilegedUserState,
  waitsForRevocation,
  type Observation,
  type PrivilegedUser,
  type PrivilegedUserSetting,
} from './state';

/** The stored data about the privileged user, and the state that follows from it. */
export interface StoredPrivilegedUser {
  stored: Versioned<PrivilegedUserSetting>;
  observation: Observation | undefined;
  legacyRecord: boolean;
  state: PrivilegedUserState;
}

/** Reads it without asking Atlassian. */
export async function readPrivilegedUser(ports: BrokerPorts): Promise<StoredPrivilegedUser> {
  const { settings } = ports;
  const [privilegedUser, observation] = await Promise.all([settings.privilegedUser(), settings.observation()]);
  return standing(ports, { privilegedUser, observation });
}

/** Derives the state of the privileged user from stored data. Reads the old credentials only if they decide the state. */
export async function standing(
  { legacyCredentials }: BrokerPorts,
  { privilegedUser: stored, observation }: Pick<StoredNow, 'privilegedUser' | 'observation'>,
): Promise<StoredPrivilegedUser> {
  const legacyRecord = stored.value.current === undefined && (await legacyCredentials.exist());
  return { stored, observation, legacyRecord, state: privilegedUserState(stored.value, observation, legacyRecord) };
}

/** Returns why the privileged user can't be used, in one word. Undefined: they can, or all changes are paused. */
export function causeOf(state: PrivilegedUserState): UnavailableCause | undefined {
  switch (state.name) {
    case 'healthy':
    case 'paused':
      return undefined;
    case 'unusable':
      return state.cause;
    case 'notConfigured':
    case 'legacy':
    case 'waiting':
    case 'lacksPermission':
    case 'notApproved':
      return state.name;
  }
}

/** Makes the failure of an operation that needs a working privileged user while there isn't one, or while all changes are paused. */
export function unavailable(state: PrivilegedUserState): AppError {
  if (state.name === 'paused') return changesPaused(state.pause);
  return new AppError({
    code: 'PRIVILEGED_USER_UNAVAILABLE',
    cause: causeOf(state) ?? 'lacksPermission',
    ...('accountId' in state ? { accountId: state.accountId } : {}),
  });
}

/** Returns the privileged user, or fails with PRIVILEGED_USER_UNAVAILABLE and the cause, or with CHANGES_PAUSED. */
export function requirePrivilegedUser({ stored, state }: StoredPrivilegedUser): PrivilegedUser {
  if (state.name !== 'healthy' || stored.value.current === undefined) throw unavailable(state);
  return stored.value.current;
}

/** Tells whether both name the same privileged user. */
export function isSamePerson(one: StoredPrivilegedUser, other: StoredPrivilegedUser): boolean {
  return one.stored.value.current?.accountId === other.stored.value.current?.accountId;
}

/** Returns the last observation, if it is of the present privileged user. */
export function observationOfCurrent({ stored, observation }: StoredPrivilegedUser): Observation | undefined {
  const { current } = stored.value;
  return current !== undefined && observation?.accountId === current.accountId ? observation : undefined;
}

/** Returns what the global page shows. */
export function viewOf(known: StoredPrivilegedUser): PrivilegedUserView {
  const { stored, legacyRecord, state } = known;
  const { current, nominee } = stored.value;
  const pause = pauseIn(stored.value);
  const observed = observationOfCurrent(known);
  return {
    version: stored.version,
    state,
    legacyRecord,
    checks: observed?.checks ?? [],
    leftoverCheckGroups: (observed?.leftoverCheckGroups ?? []).map((group) => group.groupName),
    ...(observed === undefined ? {} : { checkedAt: observed.at }),
    ...(current === undefined
      ? {}
      : { ...(current.setBy !== CLOSED_ACCOUNT && { setBy: current.setBy }), setAt: current.setAt }),
    ...(current === undefined || nominee === undefined ? {} : { nominee }),
    ...(pause && { pause }),
    ...(waitsForRevocation(stored.value) && !legacyRecord && { tokenToRevoke: true }),
  };
}

/** Returns what a nominee sees: the request, whether changes are paused, and nothing about the present privileged user. */
export function nomineeViewOf({ stored, legacyRecord }: StoredPrivilegedUser): PrivilegedUserView {
  const { nominee, paused } = stored.value;
  const value = { ...(nominee && { nominee }), ...(paused && { paused }) };
  const observation = undefined;
  const state = privilegedUserState(value, observation, legacyRecord);
  return viewOf({ stored: { value, version: stored.version }, observation, legacyRecord, state });
}
