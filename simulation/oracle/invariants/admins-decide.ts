import { saidBefore } from '../ages';
import type { History, Invocation, RowChange } from '../history';
import type { Invariant, Violation } from '../invariant';
import { pastOf } from '../past';
import type { Stretch } from '../past';

/** Only administrators of Confluence or Jira get what is for them, and what they store was allowed within the ages that are promised. */
export const adminsDecide: Invariant = {
  name: 'only administrators decide about the site',
  when: 'eachStep',
  check: (history, { ended, rows }) => [
    ...ended.flatMap((invocation) => toldOthers(history, invocation)),
    ...rows.flatMap((row) => decidedByOthers(history, row)),
  ],
};

/** Pages of administrators, and what they administer. */
const PAGES: Readonly<Record<string, 'administersConfluence' | 'administersJira'>> = {
  'global-settings': 'administersConfluence',
  'customer-settings': 'administersJira',
};

/** Calls of these pages that are for others, too: whoever is nominated or reads the support page, and the author of a change. */
const FOR_OTHERS = new Set([
  'openGlobalSettings',
  'acceptNomination',
  'declineNomination',
  'readSupport',
  'watchTakeover',
]);

function toldOthers(history: History, invocation: Invocation): Violation[] {
  const { id, beganAt, beganStep, end, functionKey } = invocation;
  const isTold = end?.how === 'answered' && (end.value as { ok?: boolean } | undefined)?.ok === true;
  if (!isTold) return [];
  const stretch = { from: { at: beganAt, step: beganStep }, to: { at: end.at, step: end.step } };
  if (isFor(history, invocation, stretch)) return [];
  return [
    { what: `${functionKey} answered ${String(invocation.accountId)}, who is no administrator`, invocations: [id] },
  ];
}

const SETTINGS = /^(?:rules|privileged-user|customer-site-quota|customer-policy:.*)$/;

/** Calls that change what is recorded of a group. */
const OF_RECORDS = new Set(['releaseGroup', 'transferGroup', 'setGroupDeletable']);

function decidedByOthers(history: History, { entity, key, call: id }: RowChange): Violation[] {
  const call = id === undefined ? undefined : history.calls[id];
  const invocation = call && history.invocations[call.invocation];
  if (call === undefined || invocation === undefined) return [];
  const isDecision =
    entity === 'setting' ? SETTINGS.test(key) : entity === 'group-record' && OF_RECORDS.has(invocation.functionKey);
  if (!isDecision || isFor(history, invocation, saidBefore(history, call))) return [];
  return [
    {
      what: `${invocation.functionKey} changed ${key} for ${String(invocation.accountId)}, who is no administrator`,
      calls: [call.id],
    },
  ];
}

/** Tells whether whoever is present administered what the page is about at a moment of a stretch. */
function isFor(history: History, { moduleKey, functionKey, accountId }: Invocation, stretch: Stretch): boolean {
  const right = PAGES[moduleKey];
  if (right === undefined || accountId === undefined || FOR_OTHERS.has(functionKey)) return true;
  return pastOf(history)
    .account(accountId, stretch)
    .some((account) => account?.[right] === true);
}
