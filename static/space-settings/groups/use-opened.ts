import { useState } from 'react';

/** Names what the menu of a group opens. */
type OpenedBy = 'export' | 'rename' | 'replace' | 'delete';

/** Holds what the menu of a group has opened. `closings` counts how often something was closed: each time, the focus goes to the menu's button. `onDelete`: somebody begins to delete the group. */
export function useOpened(onDelete: () => void) {
  const [{ what, closings }, setOpened] = useState<{ what?: OpenedBy; closings: number }>({ closings: 0 });
  return {
    what,
    closings,
    open: (next: OpenedBy) => {
      if (next === 'delete') onDelete();
      setOpened({ what: next, closings });
    },
    close: () => setOpened({ closings: closings + 1 }),
    focusMenu: () => setOpened({ ...(what !== undefined && { what }), closings: closings + 1 }),
  };
}

export type Opened = ReturnType<typeof useOpened>;
