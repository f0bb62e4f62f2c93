import { Stack, Tab, TabList, TabPanel, Tabs } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView } from '../../src/shared/broker/views';
import { GLOBAL_PAGE } from '../../src/shared/words/global-settings';
import { PausedBanner } from '../feedback/paused-banner';
import { GlobalAuditTab } from './audit-tab';
import { GroupsTab } from './groups/groups-tab';
import { PrivilegedUserTab } from './privileged-user/privileged-user-tab';
import { RulesTab } from './rules/rules-tab';
import { SupportTab } from './support/support-tab';

const TABS = [
  GLOBAL_PAGE.privilegedUserTab,
  GLOBAL_PAGE.rulesTab,
  GLOBAL_PAGE.groupsTab,
  GLOBAL_PAGE.auditTab,
  GLOBAL_PAGE.supportTab,
];
/** These hold what somebody may be typing; the others are read afresh each time. */
const KEPT: readonly number[] = [0, 1];

/** Shows everything that a Confluence administrator sets or looks up, and above it that changes are paused. A tab reads what it shows when it is opened, not before. */
export function AdminTabs({ me, opened }: { me: string; opened: PrivilegedUserView }) {
  const [shown, setShown] = useState<{ selected: number; visited: readonly number[] }>({ selected: 0, visited: [0] });
  const [view, setView] = useState(opened);
  const panels = [
    () => <PrivilegedUserTab me={me} view={view} onView={setView} />,
    () => <RulesTab />,
    () => <GroupsTab />,
    () => <GlobalAuditTab />,
    () => <SupportTab canRunChecks />,
  ];
  function isMounted(index: number) {
    return index === shown.selected || (KEPT.includes(index) && shown.visited.includes(index));
  }
  return (
    <Stack space="space.200">
      {view.pause !== undefined && <PausedBanner pause={view.pause} />}
      <Tabs
        id="space-steward-global"
        selected={shown.selected}
        onChange={(index) => setShown(({ visited }) => ({ selected: index, visited: [...visited, index] }))}
      >
        <TabList>
          {TABS.map((title) => (
            <Tab key={title}>{title}</Tab>
          ))}
        </TabList>
        {panels.map((panel, index) => (
          <TabPanel key={TABS[index]}>{isMounted(index) ? panel() : null}</TabPanel>
        ))}
      </Tabs>
    </Stack>
  );
}
