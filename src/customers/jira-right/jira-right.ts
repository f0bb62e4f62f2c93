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
 * Tells whether the privileged user is a Jira administrator: as last observed, or read now if nobody knows, or if a minute ago they were none.
 *
 * `ifStale`: also if what is known is a minute old. `now`: in any case.
 */
export async function currentJiraRight(ports: CustomerPorts, wish: Wish = 'ifUnknown'): Promise<JiraRight> {
  const [stored, observed] = await Promise.all([ports.decisionReads.read(), ports.customerSettings.observation()]);
  const { state } = await standing(ports, stored);
  const accountId = usable(state);
  if (accountId === undefined) return { name: 'unavailable', cause: causeOf(state) ?? 'notConfigured' };
  if (!isWished(wish, accountId, observed, ports.clock.now())) return rightOf(accountId, observed);
  // What was observed before, however long ago, does not answer what is so now.
  return wish === 'now' ? observeRight(ports, accountId) : observeRight(ports, accountId, observed);
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

function isWished(wish: Wish, accountId: AccountId, observed: JiraObservation | undefined, now: number): boolean {
  if (wish === 'now' || observed?.accountId !== accountId) return true;
  const isStale = now - Date.parse(observed.at) >= FRESH_MS;
  // A no stops everybody: it is read again as soon as somebody asks.
  return isStale && (wish === 'ifStale' || observed.outcome !== 'works');
}

function rightOf(accountId: AccountId, observed: JiraObservation | undefined): JiraRight {
  return observed?.accountId === accountId
    ? { name: observed.outcome, accountId, checkedAt: observed.at }
    : { name: 'notChecked', accountId };
}

/** Reads it now, and stores what it found. A reading that could not be finished answers what `observed` says. */
async function observeRight(
  ports: CustomerPorts,
  accountId: AccountId,
  observed?: JiraObservation,
): Promise<JiraRight> {
  // When it began: a reading that takes long must not overrule one that began later.
  const at = instant(ports.clock);
  const { works, noAccess } = await ports.jiraRight.isJiraAdmin(accountId);
  if (works === undefined) return rightOf(accountId, observed);
  const outcome = works ? 'works' : noAccess === true ? 'noJiraAccess' : 'lacksRight';
  const found: JiraObservation = { accountId, at, outcome };
  await ports.customerSettings.saveObservation(found);
  return rightOf(accountId, found);
}
