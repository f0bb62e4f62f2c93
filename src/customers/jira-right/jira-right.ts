import { AppError, changesPaused, forbidden } from '../../broker/errors';
import { instant } from '../../broker/instant';
import { causeOf, standing } from '../../broker/privileged-user/privileged-user';
import type { PrivilegedUserState } from '../../shared/broker/views';
import type { JiraRight } from '../../shared/customers/views';
import type { AccountId } from '../../shared/ids';
import type { CustomerPorts } from '../ports';
import type { JiraObservation } from '../ports';

type Wish = 'ifUnknown' | 'ifStale' | 'now';

/**
 * Tells whether the privileged user is a Jira administrator: as last observed, or read now if it isn't known, or if they weren't one a minute ago.
 *
 * `ifStale`: also if the last observation is a minute old. `now`: in any case.
 */
export async function currentJiraRight(ports: CustomerPorts, wish: Wish = 'ifUnknown'): Promise<JiraRight> {
  const [stored, observed] = await Promise.all([ports.decisionReads.read(), ports.customerSettings.observation()]);
  const { state } = await standing(ports, stored);
  if (state.name === 'paused') return { name: 'paused', pause: state.pause };
  const accountId = usable(state);
  if (accountId === undefined) return { name: 'unavailable', cause: causeOf(state) ?? 'notConfigured' };
  if (!isWished(wish, accountId, observed, ports.clock.now())) return rightOf(accountId, observed);
  // An earlier observation doesn't tell the present state.
  return wish === 'now' ? observeRight(ports, accountId) : observeRight(ports, accountId, observed);
}

/** Returns the privileged user if they may create customers. Fails with PRIVILEGED_USER_UNAVAILABLE, CHANGES_PAUSED, JIRA_RIGHT_MISSING, or UPSTREAM_UNAVAILABLE: not checked. */
export function requireJiraRight(right: JiraRight): AccountId {
  if (right.name === 'paused') throw changesPaused(right.pause);
  if (right.name === 'unavailable') throw new AppError({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: right.cause });
  if (right.name === 'notChecked') throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
  if (right.name === 'lacksRight' || right.name === 'noJiraAccess') throw forbidden('JIRA_RIGHT_MISSING');
  return right.accountId;
}

/** Returns the privileged user if the app can act as them. A person who may not change groups in Confluence can still be a Jira administrator. */
function usable(state: PrivilegedUserState): AccountId | undefined {
  return state.name === 'healthy' || state.name === 'lacksPermission' ? state.accountId : undefined;
}

/** Time for which an observation covers further refusals. */
const FRESH_MS = 60_000;

function isWished(wish: Wish, accountId: AccountId, observed: JiraObservation | undefined, now: number): boolean {
  if (wish === 'now' || observed?.accountId !== accountId) return true;
  const isStale = now - Date.parse(observed.at) >= FRESH_MS;
  // A missing right stops everybody: it's read again on the next request.
  return isStale && (wish === 'ifStale' || observed.outcome !== 'works');
}

function rightOf(accountId: AccountId, observed: JiraObservation | undefined): JiraRight {
  return observed?.accountId === accountId
    ? { name: observed.outcome, accountId, checkedAt: observed.at }
    : { name: 'notChecked', accountId };
}

/** Reads the right now and stores the result. If the reading can't be finished, returns the result of `observed`. */
async function observeRight(
  ports: CustomerPorts,
  accountId: AccountId,
  observed?: JiraObservation,
): Promise<JiraRight> {
  // The time when it began: a slow reading must not overrule one that began later.
  const at = instant(ports.clock);
  const { works, noAccess } = await ports.jiraRight.isJiraAdmin(accountId);
  if (works === undefined) return rightOf(accountId, observed);
  const outcome = works ? 'works' : noAccess === true ? 'noJiraAccess' : 'lacksRight';
  const found: JiraObservation = { accountId, at, outcome };
  await ports.customerSettings.saveObservation(found);
  return rightOf(accountId, found);
}
