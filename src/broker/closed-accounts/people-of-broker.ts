import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { BrokerPorts } from '../ports';
import { deleteLegacyCredentials } from '../privileged-user/legacy-credentials';
import { peopleNamed, type Observation, type OldToken, type PrivilegedUserSetting } from '../privileged-user/state';
import { changeProofs } from '../site-admin/change-proofs';
import { peopleIn, withoutPeople } from '../site-admin/proofs';
import { erased } from './erased';
import type { Closed, NamedPeople } from './named-people';

/** Returns the people named in the setting of the privileged user and its last observation. */
export async function peopleOfPrivilegedUser(ports: BrokerPorts): Promise<NamedPeople> {
  const [{ value }, observation] = await Promise.all([ports.settings.privilegedUser(), ports.settings.observation()]);
  return {
    accountIds: [...peopleNamed(value), observation?.accountId],
    erase: (closed) => eraseFromPrivilegedUser(ports, closed),
  };
}

/** Returns the people who tried to confirm that they are a site admin. */
export async function peopleOfProofs(ports: BrokerPorts): Promise<NamedPeople> {
  const { value } = await ports.siteAdminProofs.read();
  return { accountIds: peopleIn(value), erase: (closed) => eraseFromProofs(ports, closed) };
}

/** Removes closed accounts from the setting of the privileged user. If nobody is left, deletes the data of older versions too. */
async function eraseFromPrivilegedUser(ports: BrokerPorts, closed: Closed): Promise<void> {
  const [{ value: named }, observation] = await Promise.all([
    ports.settings.privilegedUser(),
    ports.settings.observation(),
  ]);
  const { current } = named;
  const isUserClosed = current !== undefined && closed.has(current.accountId);
  if (![...peopleNamed(named), observation?.accountId].some((one) => one !== undefined && closed.has(one))) return;
  if (isUserClosed && (await ports.legacyCredentials.exist())) await deleteLegacyCredentials(ports);
  // The deletion may have stored that a token is to be revoked.
  const { value, version } = await ports.settings.privilegedUser();
  const found = observation !== undefined && closed.has(observation.accountId) ? nobodys(observation) : undefined;
  function save() {
    return ports.settings.savePrivilegedUser(withoutClosed(value, closed), version, found);
  }
  await erased(ports, {}, save, isUserClosed ? 'PRIVILEGED_USER_CLOSED' : 'ACCOUNT_CLOSED');
}

/** Returns the observation without the person: groups to clean up stay known. */
function nobodys(observation: Observation): Observation {
  return { ...observation, accountId: CLOSED_ACCOUNT, checks: [] };
}

/** Removes a privileged user or nominee whose account is closed, and a request by such a person. */
function withoutClosed(setting: PrivilegedUserSetting, closed: Closed): PrivilegedUserSetting {
  const { current, nominee, oldToken, paused } = setting;
  const keepsUser = current !== undefined && !closed.has(current.accountId);
  const keepsNominee = nominee !== undefined && !closed.has(nominee.accountId) && !closed.has(nominee.nominatedBy);
  return {
    ...(keepsUser && { current: closed.has(current.setBy) ? { ...current, setBy: CLOSED_ACCOUNT } : current }),
    ...(keepsNominee && { nominee }),
    ...(oldToken && { oldToken: closedIn(oldToken, closed) }),
    ...(paused && { paused: closed.has(paused.by) ? { ...paused, by: CLOSED_ACCOUNT } : paused }),
  };
}

/** Returns the note on the old token without a closed account. It still says whether the token is revoked. */
function closedIn(oldToken: OldToken, closed: Closed): OldToken {
  return oldToken.revoked !== undefined && closed.has(oldToken.revoked.by)
    ? { ...oldToken, revoked: { ...oldToken.revoked, by: CLOSED_ACCOUNT } }
    : oldToken;
}

/** Forgets who tried to confirm that they are a site admin. */
async function eraseFromProofs(ports: BrokerPorts, closed: Closed): Promise<void> {
  const { value } = await ports.siteAdminProofs.read();
  if (!peopleIn(value).some((one) => closed.has(one))) return;
  await erased(ports, {}, () => changeProofs(ports, (stored) => withoutPeople(stored, closed)));
}
