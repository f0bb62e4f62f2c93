import { Tab, TabList, TabPanel, Tabs, Stack } from '@forge/react';
import { useState } from 'react';

import type { Manage, SpaceSettingsView } from '../../src/shared/groups/views';
import { PEOPLE_TAB } from '../../src/shared/words/people-tab';
import { SPACE_PAGE } from '../../src/shared/words/space-settings';
import { callSpaceSettings } from '../api';
import { FailureMessage } from '../feedback/failure-message';
import { Loading } from '../feedback/loading';
import { PausedBanner } from '../feedback/paused-banner';
import { OneFrame } from '../files/one-frame';
import { useCall } from '../hooks/use-call';
import { SpaceAuditTab } from './audit-tab';
import { GroupsTab } from './groups/groups-tab';
import { useGroupList } from './groups/use-group-list';
import { PeopleTab } from './people/people-tab';
import { ReadOnlyBanner } from './read-only-banner';
import { SpaceSupport } from './support';

const TABS = [SPACE_PAGE.groupsTab, PEOPLE_TAB.tab, SPACE_PAGE.auditTab];

/** Shows the groups of one space to people who administer it. */
export function SpaceSettings() {
  const { value, failure, reload } = useCall(() => callSpaceSettings('openSpaceSettings', {}));
  if (value !== undefined) {
    return (
      <OneFrame>
        <SpaceTabs view={value} />
      </OneFrame>
    );
  }
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  return <Loading label={SPACE_PAGE.reading} />;
}

function SpaceTabs({ view }: { view: SpaceSettingsView }) {
  const [selected, setSelected] = useState(0);
  const list = useGroupList(view.groups);
  const panels = [
    () => <GroupsTab view={view} list={list} />,
    () => <PeopleTab view={view} />,
    () => <SpaceAuditTab view={view} groups={list.known} />,
  ];
  return (
    <Stack space="space.200">
      <WhyReadOnly manage={view.manage} />
      <Tabs id="space-steward-space" selected={selected} onChange={(index) => setSelected(index)}>
        <TabList>
          {TABS.map((title) => (
            <Tab key={title}>{title}</Tab>
          ))}
        </TabList>
        {panels.map((panel, index) => (
          <TabPanel key={TABS[index]}>{index === selected ? panel() : null}</TabPanel>
        ))}
      </Tabs>
      <SpaceSupport />
    </Stack>
  );
}

function WhyReadOnly({ manage }: { manage: Manage }) {
  if (manage.allowed) return null;
  return manage.reason === 'paused' ? <PausedBanner pause={manage.pause} /> : <ReadOnlyBanner manage={manage} />;
}
