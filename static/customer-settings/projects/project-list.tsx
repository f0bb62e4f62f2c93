import { EmptyState, Heading, Stack, Text } from '@forge/react';

import type { CustomerSettingsView, ProjectPage, ProjectRow } from '../../../src/shared/customers/views';
import { PROJECTS } from '../../../src/shared/words/customer-settings';
import { FailureMessage } from '../../feedback/failure-message';
import { Pager } from '../../feedback/pager';
import type { Pages } from '../../hooks/use-pages';
import { ProjectTable } from './project-table';

/** The settings, with the service projects of one page of them. */
export type SettingsPages = Pages<CustomerSettingsView, number>;

interface Props {
  pages: SettingsPages;
  projects: ProjectPage;
  /** The project whose rules were shown last. */
  left: string | undefined;
  onOpen: (row: ProjectRow) => void;
}

/** Shows the service projects of the site, page by page. */
export function ProjectList({ pages, projects: { projects, nextStart }, left, onOpen }: Props) {
  return (
    <Stack space="space.200">
      <Stack space="space.100">
        <Heading as="h2" size="medium">
          {PROJECTS.title}
        </Heading>
        <Text>{PROJECTS.intro}</Text>
      </Stack>
      {pages.failure !== undefined && (
        <FailureMessage failure={pages.failure} onRetry={pages.reload} onReload={pages.reload} />
      )}
      {projects.length === 0 ? (
        <EmptyState header={PROJECTS.none} headingLevel={3} description={PROJECTS.noneHelp} />
      ) : (
        <ProjectTable projects={projects} loading={pages.loading} left={left} onOpen={onOpen} />
      )}
      <Pager
        previousLabel={PROJECTS.previous}
        nextLabel={PROJECTS.next}
        onPrevious={pages.depth > 0 ? pages.goBack : undefined}
        onNext={nextStart === undefined ? undefined : () => pages.goTo(nextStart)}
      />
    </Stack>
  );
}
