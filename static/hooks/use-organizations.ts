import { useState } from 'react';

import type { OrganizationList } from '../../src/shared/customers/views';
import type { Result } from '../../src/shared/result';
import type { Failure } from '../api';
import { useAction } from './use-action';

type Organization = OrganizationList['organizations'][number];

/** The organizations loaded so far, and a way to load the rest. */
export interface LoadedOrganizations {
  all: readonly Organization[];
  /** Absent: these are all. */
  more: { busy: boolean; failure: Failure | undefined; load: () => void } | undefined;
  /** All of them are loaded. */
  ended: boolean;
}

/** Loads a service project's organizations part by part; the first part came with the page. */
export function useOrganizations(
  first: OrganizationList,
  read: (start: number) => Promise<Result<OrganizationList>>,
): LoadedOrganizations {
  const [loaded, setLoaded] = useState<OrganizationList>();
  const action = useAction();
  const later = loaded?.organizations ?? [];
  const known = new Set(first.organizations.map(({ organizationId }) => organizationId));
  const all = [...first.organizations, ...later.filter(({ organizationId }) => !known.has(organizationId))];
  const nextStart = loaded === undefined ? first.nextStart : loaded.nextStart;
  function load(start: number) {
    action.run(
      () => read(start),
      ({ organizations, nextStart: next }) =>
        setLoaded({
          organizations: [...later, ...organizations],
          ...(next === undefined ? {} : { nextStart: next }),
        }),
    );
  }
  return {
    all,
    more:
      nextStart === undefined ? undefined : { busy: action.busy, failure: action.failure, load: () => load(nextStart) },
    ended: loaded !== undefined && nextStart === undefined,
  };
}
