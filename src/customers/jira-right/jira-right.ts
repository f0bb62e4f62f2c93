import { AppError, forbidden } from '../../broker/errors';
import { instant } from '../../broker/instant';
import { causeOf, standing } from '../../broker/privileged-user/privileged-user';
import type { PrivilegedUserState } from '../../shared/broker/views';
import type { JiraRight } from '../../shared/customers/views';
import type { AccountId } from '../../shared/ids';
import type { CustomerPorts } from '../ports';
import type { JiraObservation } from '../ports';

type Wish = 'ifUnknown' | 'ifStale' | 'now';

/**
 * Whether the privileged user is a Jira administrator: as last observed, or looked at now if nobody knows, or if a minute ago he was none.
 *
 * `ifStale`: also if the last look is a minute old. `now`: in any case.
 */
export async function readJiraRight(ports: CustomerPorts, wish: Wish = 'ifUnknown'): Promise<JiraRight> {
  const [stored, seen] = await Promise.all([ports.decisionReads.read(), ports.customerSettings.observation()]);
  const { state } = await standing(ports, stored);
  const accountId = usable(state);
  if (accountId === undefined) return { name: 'unavailable', cause: causeOf(state) ?? 'notConfigured' };
  if (!isWished(wish, accountId, seen, ports.clock.now())) return rightOf(accountId, seen);
  // What was seen before, however long ago, does not answer what is so now.
  return wish === 'now' ? look(ports, accountId) : look(ports, accountId, seen);
}

/** The privileged user who may create customers. Fails with PRIVILEGED_USER_UNAVAILABLE, JIRA_RIGHT_MISSING, or UPSTREAM_UNAVAILABLE: not checked. */
export function requireJiraRight(right: JiraRight): AccountId {
  if (right.name === 'unavailable') throw new AppError({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: right.cause });
  if (right.name === 'notChecked') throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
  if (right.name === 'lacksRight' || right.name === 'noJiraAccess') throw forbidden('JIRA_RIGHT_MISSING');
  return right.accountId;
}

/** Whoever may not change groups in Confluence may still be a Jira administrator. */
function usable(state: PrivilegedUserState): AccountId | undefined {
  return state.name === 'healthy' || state.name === 'lacksPermission' ? state.accountId : undefined;
}

/** How long an observation stands for another refusal. */
const FRESH_MS = 60_000;

function isWished(wish: Wish, accountId: AccountId, seen: JiraObservation | undefined, now: number): boolean {
  if (wish === 'now' || seen?.accountId !== accountId) return true;
  const isStale = now - Date.parse(seen.at) >= FRESH_MS;
  // A no stops everybody: it is looked at again as soon as somebody asks.
  return isStale && (wish === 'ifStale' || seen.outcome !== 'works');
}

function rightOf(accountId: AccountId, seen: JiraObservation | undefined): JiraRight {
  return seen?.accountId === accountId
    ? { name: seen.outcome, accountId, checkedAt: seen.at }
    : { name: 'notChecked', accountId };
}

/** Looks now, and stores what it found. A look that could not be finished answers what `seen` says. */
async function look(ports: CustomerPorts, accountId: AccountId, seen?: JiraObservation): Promise<JiraRight> {
  // When it began: a look that takes long must not overrule one that began later.
  const at = instant(ports.clock);
  const { works, noAccess } = await ports.jiraRight.isJiraAdmin(accountId);
  if (works === undefined) return rightOf(accountId, seen);
  const outcome = works ? 'works' : noAccess === true ? 'noJiraAccess' : 'lacksRight';
  const found: JiraObservation = { accountId, at, outcome };
  await ports.customerSettings.saveObservation(found);
  return rightOf(accountId, found);
}
