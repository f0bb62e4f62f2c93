import { EmptyState, Heading, Stack, Text } from '@forge/react';

import type { CustomerSettingsView, ProjectPage, ProjectRow } from '../../../src/shared/customers/views';
import { FailureMessage } from '../../feedback/failure-message';
import { Pager } from '../../feedback/pager';
import type { Pages } from '../../hooks/use-pages';
import { ProjectTable } from './project-table';

/** The settings, with the service projects of one page of them. */
export type SettingsPages = Pages<CustomerSettingsView, number>;

interface Props {
  pages: SettingsPages;
  projects: ProjectPage;
  /** The project whose rules were looked at last. */
  left: string | undefined;
  onOpen: (row: ProjectRow) => void;
}

/** The service projects of the site, page by page. */
export function ProjectList({ pages, projects: { projects, nextStart }, left, onOpen }: Props) {
  return (
    <Stack space="space.200">
      <Stack space="space.100">
        <Heading as="h2" size="medium">
          Service projects
        </Heading>
        <Text>
          Where you allow it, agents create customers for the portal of their service project, with the rights of the
          privileged user and within the rules that you set here.
        </Text>
      </Stack>
      {pages.failure !== undefined && (
        <FailureMessage failure={pages.failure} onRetry={pages.reload} onReload={pages.reload} />
      )}
      {projects.length === 0 ? (
        <EmptyState
          header="No service projects"
          headingLevel={3}
          description="Projects of Jira Service Management that you may open in Jira are listed here. Ask an administrator of the project to give you access, or create one, then reload this page."
        />
      ) : (
        <ProjectTable projects={projects} loading={pages.loading} left={left} onOpen={onOpen} />
      )}
      <Pager
        previousLabel="Previous projects"
        nextLabel="Next projects"
        onPrevious={pages.depth > 0 ? pages.goBack : undefined}
        onNext={nextStart === undefined ? undefined : () => pages.goTo(nextStart)}
      />
    </Stack>
  );
}
