import type { GroupRecord } from '../../groups/facts';
import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { AccountId } from '../../shared/ids';
import { audited } from '../audit/audited';
import type { Ports } from '../ports';
import { deleteLegacyCredentials } from '../privileged-user/legacy-credentials';
import type { Observation, OldToken, PrivilegedUserSetting } from '../privileged-user/state';
import { peopleNamed } from '../privileged-user/state';
import { changeProofs } from '../site-admin/change-proofs';
import { peopleIn, withoutPeople } from '../site-admin/proofs';

type Closed = ReadonlySet<AccountId>;

const ACTION = 'eraseClosedAccount';
/** The reason in the audit why nobody is the privileged user any more. */
const PRIVILEGED_USER_CLOSED = () => ({ code: 'PRIVILEGED_USER_CLOSED' }) as const;
const ACCOUNT_CLOSED = () => ({ code: 'ACCOUNT_CLOSED' }) as const;

/** A privileged user and a nominee whose accounts are closed are gone; so is a request by somebody who is. */
const withoutClosed = (
  { current, nominee, oldToken }: PrivilegedUserSetting,
  closed: Closed,
): PrivilegedUserSetting => {
  const keepsUser = current !== undefined && !closed.has(current.accountId);
  const keepsNominee = nominee !== undefined && !closed.has(nominee.accountId) && !closed.has(nominee.nominatedBy);
  return {
    ...(keepsUser && { current: closed.has(current.setBy) ? { ...current, setBy: CLOSED_ACCOUNT } : current }),
    ...(keepsNominee && { nominee }),
    ...(oldToken && { oldToken: closedIn(oldToken, closed) }),
  };
};

/** That the token is revoked stays known; who said so does not. */
const closedIn = (oldToken: OldToken, closed: Closed): OldToken =>
  oldToken.revoked !== undefined && closed.has(oldToken.revoked.by)
    ? { ...oldToken, revoked: { ...oldToken.revoked, by: CLOSED_ACCOUNT } }
    : oldToken;

/** What was left to clean up stays known; whom it was about does not. */
const nobodys = (observation: Observation): Observation => ({ ...observation, accountId: CLOSED_ACCOUNT, checks: [] });

/** Empties the setting of the privileged user of closed accounts. Without him, nothing of older versions is left either. */
export const eraseFromPrivilegedUser = async (ports: Ports, closed: Closed): Promise<void> => {
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
  await audited(
    ports,
    { action: ACTION },
    async () => ports.settings.savePrivilegedUser(withoutClosed(value, closed), version, found),
    isUserClosed ? PRIVILEGED_USER_CLOSED : ACCOUNT_CLOSED,
  );
};

/** Takes closed accounts out of those who may read the Support tab. */
export const eraseFromRules = async (ports: Ports, closed: Closed): Promise<void> => {
  const { value, version } = await ports.settings.rules();
  const supportReaders = value.supportReaders.filter((reader) => !closed.has(reader));
  if (supportReaders.length === value.supportReaders.length) return;
  const save = async () => ports.settings.saveRules({ ...value, supportReaders }, version);
  await audited(ports, { action: ACTION }, save, ACCOUNT_CLOSED);
};

/** The record stays, and no longer says who made it. */
export const eraseFromRecord = async (ports: Ports, record: GroupRecord): Promise<void> => {
  const { groupId, groupName, spaceId } = record;
  const save = async () => ports.groupRecords.replace({ ...record, recordedBy: CLOSED_ACCOUNT }, record);
  await audited(ports, { action: ACTION, groupId, groupName, spaceId }, save, ACCOUNT_CLOSED);
};

/** Forgets whom the last look in Jira was about. */
export const eraseFromJiraObservation = async (ports: Ports, closed: Closed): Promise<void> => {
  const seen = await ports.customerSettings.observation();
  if (seen === undefined || !closed.has(seen.accountId)) return;
  const save = async () => ports.customerSettings.saveObservation({ ...seen, accountId: CLOSED_ACCOUNT });
  await audited(ports, { action: ACTION }, save, ACCOUNT_CLOSED);
};

/** Forgets who tried to confirm that they are a site admin. */
export async function eraseFromProofs(ports: Ports, closed: Closed): Promise<void> {
  const { value } = await ports.siteAdminProofs.read();
  if (!peopleIn(value).some((one) => closed.has(one))) return;
  const save = async () => changeProofs(ports, (stored) => withoutPeople(stored, closed));
  await audited(ports, { action: ACTION }, save, ACCOUNT_CLOSED);
}
