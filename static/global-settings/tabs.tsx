import { Button, Stack, Tab, TabList, TabPanel, Tabs } from '@forge/react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import type { PrivilegedUserView } from '../../src/shared/broker/views';
import { GLOBAL_PAGE } from '../../src/shared/words/global-settings';
import { PausedBanner } from '../feedback/paused-banner';
import { useAddress, type Paths } from '../hooks/use-address';
import { GlobalAuditTab } from './audit-tab';
import { GroupsTab } from './groups/groups-tab';
import { OverviewTab } from './overview/overview-tab';
import { RulesTab } from './rules/rules-tab';
import { SetupTab } from './setup/setup-tab';

const TITLES = {
  overview: GLOBAL_PAGE.overviewTab,
  groups: GLOBAL_PAGE.groupsTab,
  rules: GLOBAL_PAGE.rulesTab,
  audit: GLOBAL_PAGE.auditTab,
  setup: GLOBAL_PAGE.setupTab,
};
type Name = keyof typeof TITLES;
const NAMES = Object.keys(TITLES) as Name[];
/** Holds what somebody may be typing; the others are read afresh each time. */
const KEPT: Name = 'rules';

/** Gives each tab a path of its own; the first has none. */
const PATHS: Paths<Name> = {
  pathOf: (name) => (name === 'overview' ? '/' : `/${name}`),
  placeOf: (path) => NAMES.find((name) => path === `/${name}`) ?? 'overview',
};

/** Shows everything that a Confluence administrator sets or looks up, and above it that changes are paused. A tab reads what it shows when it is opened, not before. */
export function AdminTabs({ me, opened }: { me: string; opened: PrivilegedUserView }) {
  const { selected, visited, isLed, open } = useTabs();
  const [view, setView] = useState(opened);
  const panels: Record<Name, () => ReactNode> = {
    overview: () => (
      <OverviewTab me={me} view={view} isBack={isLed} onView={setView} onOpen={(name) => open(name, true)} />
    ),
    groups: () => <GroupsTab me={me} />,
    rules: () => <RulesTab />,
    audit: () => <GlobalAuditTab />,
    setup: () => <SetupTab view={view} onView={setView} />,
  };
  return (
    <Stack space="space.200">
      {view.pause !== undefined && <PausedBanner pause={view.pause} />}
      <Tabs
        id="space-steward-global"
        selected={NAMES.indexOf(selected)}
        onChange={(index) => open(NAMES[index], false)}
      >
        <TabList>
          {NAMES.map((name) => (
            <Tab key={name}>{TITLES[name]}</Tab>
          ))}
        </TabList>
        {NAMES.map((name) => (
          <TabPanel key={name}>
            {name === selected && name !== 'overview' && isLed && <Back onPress={() => open('overview', true)} />}
            {name === selected || (name === KEPT && visited.includes(name)) ? panels[name]() : null}
          </TabPanel>
        ))}
      </Tabs>
    </Stack>
  );
}

function useTabs() {
  const { place: selected, go } = useAddress(PATHS);
  const [visited, setVisited] = useState<readonly Name[]>([]);
  /** The tab that a button of Overview led to; the button is gone then, and so is the one that leads back. */
  const [led, setLed] = useState<Name>();
  if (!visited.includes(selected)) setVisited([...visited, selected]);
  function open(name: Name | undefined, isLed: boolean) {
    if (name === undefined || name === selected) return;
    if (!isLed) setLed(undefined);
    else if (name !== 'overview') setLed(name);
    go(name);
  }
  return { selected, visited, isLed: led !== undefined && (selected === 'overview' || selected === led), open };
}

function Back({ onPress }: { onPress: () => void }) {
  return (
    <Stack alignInline="start">
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone */}
      <Button autoFocus appearance="subtle" onClick={onPress}>
        {GLOBAL_PAGE.backToOverview}
      </Button>
    </Stack>
  );
}
