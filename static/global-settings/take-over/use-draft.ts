import { useRef, useState } from 'react';

import type { TakeoverView } from '../../../src/shared/groups/takeovers';
import { MOST_TAKEN_OVER } from '../../../src/shared/limits';
import type { Result } from '../../../src/shared/result';
import { callGlobalSettings } from '../../api';
import { useAction } from '../../hooks/use-action';
import { useProvedAction, type SiteAdmin } from '../groups/use-proved-action';
import { decided, plannedGroups, sortGroups, type DraftGroup } from './draft';

interface Drafted {
  groups: DraftGroup[];
  /** The kept plan that this one takes the place of. */
  replaces: string | undefined;
  siteAdmin: SiteAdmin;
  /** It was applied; or it's still a plan, with fewer groups than were ready. */
  onApplied: (takeover: TakeoverView) => void;
}

/** A plan that is stored, and the groups that it holds. */
interface Stored {
  plan: TakeoverView | undefined;
  of: DraftGroup[];
  changeId: string | undefined;
}

/** Holds a plan while somebody decides about its groups; keeps it for 14 days, or carries it out. */
export function useDraft({ groups: first, replaces, siteAdmin, onApplied }: Drafted) {
  const [groups, setGroups] = useState(first);
  const proved = useProvedAction(siteAdmin);
  const keeping = useAction();
  const stored = useRef<Stored>({ plan: undefined, of: first, changeId: replaces });
  const [keptUntil, setKeptUntil] = useState<string>();

  /** Stores the plan as it is now, in place of the one that was stored before. */
  async function store(): Promise<Result<TakeoverView>> {
    const { plan, of, changeId } = stored.current;
    if (plan !== undefined && of === groups) return { ok: true, value: plan };
    const answer = await callGlobalSettings('planTakeover', { groups: plannedGroups(groups) });
    if (!answer.ok) return answer;
    stored.current = { plan: answer.value, of: groups, changeId: answer.value.changeId };
    // One that can't be canceled lapses by itself.
    if (changeId !== undefined) await callGlobalSettings('cancelTakeover', { changeId });
    return answer;
  }
  const sorted = sortGroups(groups);
  const ready = Math.min(sorted.ready.length, MOST_TAKEN_OVER);
  async function apply(): Promise<Result<TakeoverView>> {
    const planned = await store();
    // What has changed meanwhile is shown before anything is done.
    if (!planned.ok || planned.value.planned.willChange < ready) return planned;
    const { changeId, version } = planned.value;
    return callGlobalSettings('applyTakeover', { changeId, version });
  }
  return {
    groups,
    sorted,
    /** Groups that are taken over in one go. */
    ready,
    proved,
    keeping,
    keptUntil,
    decide: (about: readonly DraftGroup[], decision: Parameters<typeof decided>[2]) => {
      setKeptUntil(undefined);
      setGroups((old) => decided(old, about, decision));
    },
    keep: () => keeping.run(store, ({ lapsesAt }) => setKeptUntil(lapsesAt)),
    takeOver: () => proved.run(apply, onApplied),
  };
}

export type Draft = ReturnType<typeof useDraft>;
