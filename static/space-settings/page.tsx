import { Tab, TabList, TabPanel, Tabs, Stack } from '@forge/react';
import type { ReactNode } from 'react';

import type { Manage, SpaceSettingsView } from '../../src/shared/groups/views';
import { PEOPLE_TAB } from '../../src/shared/words/people-tab';
import { SPACE_PAGE } from '../../src/shared/words/space-settings';
import { callSpaceSettings } from '../api';
import { FailureMessage } from '../feedback/failure-message';
import { Loading } from '../feedback/loading';
import { PausedBanner } from '../feedback/paused-banner';
import { OneFrame } from '../files/one-frame';
import { useAddress } from '../hooks/use-address';
import { useCall } from '../hooks/use-call';
import { SpaceAuditTab } from './audit-tab';
import { GroupsTab } from './groups/groups-tab';
import { useGroupList } from './groups/use-group-list';
import { PeopleTab } from './people/people-tab';
import { FIRST_PLACES, SPACE_PATHS, type Place, type SpaceAddress } from './places';
import { ReadOnlyBanner } from './read-only-banner';
import { SpaceSupport } from './support';

const TITLES: Readonly<Record<Place['tab'], string>> = {
  groups: SPACE_PAGE.groupsTab,
  people: PEOPLE_TAB.tab,
  audit: SPACE_PAGE.auditTab,
};
const TABS = Object.keys(FIRST_PLACES) as Place['tab'][];

/** Shows the groups of one space to people who administer it. */
export function SpaceSettings() {
  const address = useAddress(SPACE_PATHS);
  const { value, failure, reload } = useCall(() => callSpaceSettings('openSpaceSettings', {}));
  if (value !== undefined) {
    return (
      <OneFrame>
        <SpaceTabs view={value} address={address} />
      </OneFrame>
    );
  }
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  return <Loading label={SPACE_PAGE.reading} />;
}

function SpaceTabs({ view, address }: { view: SpaceSettingsView; address: SpaceAddress }) {
  const { place, go } = address;
  const list = useGroupList(view.groups);
  const panels: Record<Place['tab'], () => ReactNode> = {
    groups: () => <GroupsTab view={view} list={list} address={address} />,
    people: () => (
      <PeopleTab
        view={view}
        changeId={place.tab === 'people' ? place.changeId : undefined}
        onOpen={(changeId) => go({ tab: 'people', changeId })}
      />
    ),
    audit: () => <SpaceAuditTab view={view} groups={list.known} />,
  };
  function select(index: number) {
    const tab = TABS[index];
    if (tab !== undefined && tab !== place.tab) go(FIRST_PLACES[tab]);
  }
  return (
    <Stack space="space.200">
      <WhyReadOnly manage={view.manage} />
      <Tabs id="space-steward-space" selected={TABS.indexOf(place.tab)} onChange={select}>
        <TabList>
          {TABS.map((tab) => (
            <Tab key={tab}>{TITLES[tab]}</Tab>
          ))}
        </TabList>
        {TABS.map((tab) => (
          <TabPanel key={tab}>{tab === place.tab ? panels[tab]() : null}</TabPanel>
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
