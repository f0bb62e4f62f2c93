// The journeys of taking over many groups on the global page, in an order in which each finds what it needs: after those of the pages.
import type { TakeoverView } from '../../src/shared/groups/takeovers';
import type { Result } from '../../src/shared/result';
import { valueOf } from './integration';
import type { Journey, Prepared } from './journeys';
import type { onGlobalSettings } from './payloads';

/** What a page of the plan shows. */
const GROUPS = 25;

/** The takeover that was planned or applied last. */
let takeover: TakeoverView;

export const TAKEOVER_JOURNEYS: readonly Journey[] = [
  {
    name: 'find groups to take over',
    before: hasGroups,
    run: onSite('findGroups', () => ({ start: 0, text: 'taken' })),
  },
  { name: 'look up a file of 25 groups', run: onSite('resolveTakeover', listed) },
  { name: 'plan to take 25 groups over', run: remembering(onSite('planTakeover', named)) },
  { name: 'take 25 groups over', before: proves, run: applying },
  { name: 'watch a takeover', run: about('watchTakeover') },
  { name: 'read the groups of a takeover', run: about('readTakeoverLines') },
  { name: 'list takeovers', run: onSite('listTakeovers', () => ({})) },
  { name: 'plan the undo of a takeover', run: remembering(about('planTakeoverUndo')) },
  { name: 'stop managing 25 groups', run: applying },
  { name: 'cancel a takeover', before: remembering(onSite('planTakeover', named)), run: about('cancelTakeover') },
  { name: 'resume a takeover that waits', before: waits, run: about('resumeTakeover') },
];

type Key = keyof typeof onGlobalSettings;
type Payload = (prepared: Prepared) => object;

function onSite(key: Key, payload: Payload): Journey['run'] {
  return async (prepared) => prepared.world.call('global-settings', key, payload(prepared), 'site-admin');
}

function about(key: Key): Journey['run'] {
  return onSite(key, () => ({ changeId: takeover.changeId }));
}

function applying(prepared: Prepared): ReturnType<Journey['run']> {
  const { changeId, version } = takeover;
  return remembering(onSite('applyTakeover', () => ({ changeId, version })))(prepared);
}

function remembering(run: Journey['run']): Journey['run'] {
  return async (prepared) => {
    const answer = (await run(prepared)) as Result<TakeoverView>;
    takeover = valueOf(answer);
    return answer;
  };
}

function nameOf(number: number): string {
  return `demo-taken-${String(number)}`;
}
function numbers(): number[] {
  return Array.from({ length: GROUPS }, (_, index) => index + 1);
}

function named({ world }: Prepared): object {
  const spaceId = world.spaceId('DEMO');
  return {
    groups: numbers().map((number) => ({ groupId: world.groupId(nameOf(number)), groupName: nameOf(number), spaceId })),
  };
}

function listed(): object {
  return { lines: numbers().map((line) => ({ line, group: nameOf(line), space: 'DEMO' })) };
}

async function hasGroups({ world }: Prepared): Promise<void> {
  for (const number of numbers()) world.model.addGroup(nameOf(number));
}

async function proves({ world }: Prepared): Promise<void> {
  valueOf(await world.asGlobal('site-admin', 'confirmSiteAdmin', {}));
}

/** A pause has stopped a takeover before anything of it was stored. */
async function waits(prepared: Prepared): Promise<void> {
  await remembering(onSite('planTakeover', named))(prepared);
  await prepared.world.setPaused(true);
  await applying(prepared);
  await prepared.world.setPaused(false);
}
