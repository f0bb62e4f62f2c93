import { Stack, Tab, TabList, TabPanel, Tabs } from '@forge/react';
import { useState } from 'react';

import type { CustomerSettingsView } from '../../src/shared/customers/views';
import { CUSTOMER_SETTINGS } from '../../src/shared/words/customer-settings';
import { CustomerAuditTab } from './audit/audit-tab';
import { ExportCustomers } from './export/export-customers';
import type { SettingsPages } from './projects/project-list';
import { ProjectsTab } from './projects/projects-tab';
import { RightBanner } from './right-banner';

interface Props {
  pages: SettingsPages;
  opened: CustomerSettingsView;
}

const TABS = [CUSTOMER_SETTINGS.projects, CUSTOMER_SETTINGS.audit, CUSTOMER_SETTINGS.export];

/** Shows everything that a Jira administrator sets or looks up. Input in the first tab stays there. */
export function CustomerSettingsTabs({ pages, opened }: Props) {
  const [selected, setSelected] = useState(0);
  return (
    <Stack space="space.200">
      <RightBanner opened={opened.right} />
      <Tabs id="space-steward-customers" selected={selected} onChange={setSelected}>
        <TabList>
          {TABS.map((title) => (
            <Tab key={title}>{title}</Tab>
          ))}
        </TabList>
        <TabPanel>
          <ProjectsTab pages={pages} opened={opened} />
        </TabPanel>
        <TabPanel>{selected === 1 ? <CustomerAuditTab opened={opened.projects} /> : null}</TabPanel>
        <TabPanel>{selected === 2 ? <ExportCustomers /> : null}</TabPanel>
      </Tabs>
    </Stack>
  );
}
