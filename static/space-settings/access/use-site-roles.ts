import { useRef } from 'react';

import { KEPT_MS } from './use-access';

/** Remembers for ten minutes that the site has no roles. */
export interface SiteRoles {
  areAbsent: () => boolean;
  /** Confluence said so now. */
  noteAbsent: () => void;
}

/** Holds it as long as the page is open: with each further group, its roles need not be asked for. */
export function useSiteRoles(): SiteRoles {
  const absentAt = useRef<number | undefined>(undefined);
  return {
    areAbsent: () => absentAt.current !== undefined && Date.now() - absentAt.current < KEPT_MS,
    noteAbsent: () => {
      absentAt.current = Date.now();
    },
  };
}
