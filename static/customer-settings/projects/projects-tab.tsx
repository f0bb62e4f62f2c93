import { Stack } from '@forge/react';
import { useState } from 'react';

import type { CustomerPolicyView, CustomerSettingsView, ProjectRow } from '../../../src/shared/customers/views';
import { ProjectList, type SettingsPages } from './project-list';
import { ProjectPolicy } from './project-policy';
import { SiteQuota } from './site-quota';

interface Props {
  pages: SettingsPages;
  opened: CustomerSettingsView;
}

/** Shows the quota of the site and the list of service projects, or the rules of one of them. */
export function ProjectsTab({ pages, opened }: Props) {
  const [open, setOpen] = useState<ProjectRow>();
  /** The project whose rules were shown last: its button gets the keyboard back. */
  const [left, setLeft] = useState<string>();
  if (open !== undefined) {
    return (
      <ProjectPolicy
        key={open.projectId}
        row={open}
        onSaved={(saved) => pages.replace(withPolicy(opened, saved))}
        onBack={() => {
          setLeft(open.projectId);
          setOpen(undefined);
        }}
      />
    );
  }
  return (
    <Stack space="space.400">
      <ProjectList pages={pages} projects={opened.projects} left={left} onOpen={setOpen} />
      <SiteQuota opened={opened.site} onStored={(site) => pages.replace({ ...opened, site })} />
    </Stack>
  );
}

function withPolicy(view: CustomerSettingsView, { project, policy }: CustomerPolicyView): CustomerSettingsView {
  return {
    ...view,
    projects: {
      ...view.projects,
      projects: view.projects.projects.map((row) =>
        row.projectId === project.projectId ? { ...row, enabled: policy.enabled, rules: policy.rules } : row,
      ),
    },
  };
}
