import { useRef, useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow } from '../../../src/shared/groups/views';
import { answered, callSpaceSettings, type Failure } from '../../api';
import { planText } from '../changes/change-text';
import type { Agreed } from '../changes/use-change';
import type { AskedOfGroup } from './several-list';

/** Holds the plan of one group, and later how far it has come. */
export interface GroupPlan {
  group: GroupRow;
  /** Absent: it couldn't be planned. */
  change?: ChangeView;
  /** The reason why it couldn't be planned, or started. */
  failure?: Failure;
}

/** Holds the plans of several groups: made one after another, and carried out one after another. */
export function useSeveralPlans() {
  const [plans, setPlans] = useState<readonly GroupPlan[]>();
  const { progress, inTurn } = useInTurn();
  async function plan(asked: readonly AskedOfGroup[]): Promise<void> {
    const made: GroupPlan[] = [];
    await inTurn(
      asked.filter(({ people }) => people.length > 0),
      async ({ group, people }) => {
        made.push(await planned(group, people));
      },
    );
    setPlans(made);
  }
  async function apply(agreed: ReadonlyMap<string, Agreed>): Promise<void> {
    await inTurn((plans ?? []).filter(isOpen), async (one) => {
      const started = await applied(one, agreed);
      setPlans((old) => old?.map((other) => (other.group === one.group ? started : other)));
    });
  }
  return {
    plans,
    progress,
    plan: (asked: readonly AskedOfGroup[]) => void plan(asked),
    apply: (agreed: ReadonlyMap<string, Agreed>) => void apply(agreed),
    /** Drops the plans that nobody tried to carry out. They would lapse by themselves, so a failure keeps nobody here; whatever was tried may be under way. */
    discard: () => {
      for (const { change, failure } of plans ?? []) {
        if (change?.state === 'planned' && failure === undefined)
          void answered(callSpaceSettings('cancelChange', { changeId: change.changeId }));
      }
    },
  };
}

/** Tells whether a plan can still be carried out, and does something. */
export function isOpen({ change }: GroupPlan): boolean {
  return change?.state === 'planned' && planText(change) !== undefined;
}

/** Does one thing after another, and counts what is through. A second round waits for a new request. */
function useInTurn() {
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const isBusy = useRef(false);
  async function inTurn<Item>(items: readonly Item[], step: (item: Item) => Promise<void>): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    for (const [done, item] of items.entries()) {
      setProgress({ done, total: items.length });
      await step(item);
    }
    isBusy.current = false;
    setProgress(undefined);
  }
  return { progress, inTurn };
}

async function planned(group: GroupRow, people: AskedOfGroup['people']): Promise<GroupPlan> {
  const { groupId } = group;
  const answer = await answered(callSpaceSettings('planPeople', { groupId, source: 'list', people }));
  return answer.ok ? { group, change: answer.value } : { group, failure: answer.failure };
}

/** Carries a plan out. Without an answer that it's so, looks: an answer was lost, or somebody else was first. */
async function applied({ group, change }: GroupPlan, agreed: ReadonlyMap<string, Agreed>): Promise<GroupPlan> {
  if (change === undefined) return { group };
  const { changeId, version } = change;
  const answer = await answered(callSpaceSettings('applyChange', { changeId, version, ...agreed.get(changeId) }));
  if (answer.ok) return { group, change: answer.value };
  const now = await answered(callSpaceSettings('watchChange', { changeId }));
  if (!now.ok || 'isStill' in now.value || now.value.state === 'planned') {
    return { group, change, failure: answer.failure };
  }
  return { group, change: now.value };
}
