import { Button, Heading, Stack } from '@forge/react';
import { useState } from 'react';

import type { CustomerAuditRow, ProjectPage } from '../../../src/shared/customers/views';
import type { ProjectId } from '../../../src/shared/ids';
import { CUSTOMER_AUDIT } from '../../../src/shared/words/customer-settings';
import { say } from '../../../src/shared/words/format';
import { callCustomerSettings } from '../../api';
import { united, type Choice } from '../../audit/choices';
import { AuditTable } from '../../audit/table';
import { FailureMessage } from '../../feedback/failure-message';
import { FilterSelect } from '../../fields/filter-select';
import { useAction } from '../../hooks/use-action';
import { AUDIT_HEAD, auditRows } from './audit-rows';

interface Filter {
  projectId?: ProjectId;
}

/** Shows who did what about customers on the whole site. `opened`: the projects that the page has loaded. */
export function CustomerAuditTab({ opened }: { opened: ProjectPage }) {
  const { listed, failure, readMore } = useProjects(opened);
  const [inRows, setInRows] = useState<Choice[]>([]);
  const choices = united(listed, inRows) as { value: ProjectId; label: string }[];
  async function read({ projectId }: Filter, before: string | undefined) {
    const page = await callCustomerSettings('readCustomerAudit', {
      ...(projectId === undefined ? {} : { projectId }),
      ...(before === undefined ? {} : { before }),
    });
    if (page.ok) setInRows((old) => united(old, projectsIn(page.value.rows)));
    return page;
  }
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {CUSTOMER_AUDIT.title}
      </Heading>
      {readMore !== undefined && (
        <Stack alignInline="start">
          <Button onClick={readMore}>{CUSTOMER_AUDIT.moreProjects}</Button>
        </Stack>
      )}
      {failure !== undefined && <FailureMessage failure={failure} />}
      <AuditTable
        read={read}
        unfiltered={{} as Filter}
        filters={(filter, onChange) => <ProjectFilter choices={choices} filter={filter} onChange={onChange} />}
        head={AUDIT_HEAD}
        rows={(rows, instant) => auditRows(rows, instant, choices)}
      />
    </Stack>
  );
}

interface FilterProps {
  choices: { value: ProjectId; label: string }[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}

function ProjectFilter({ choices, filter: { projectId }, onChange }: FilterProps) {
  return (
    <FilterSelect
      id="audit-project"
      label={CUSTOMER_AUDIT.project}
      options={choices}
      value={projectId}
      onChange={(chosen) => onChange(chosen === undefined ? {} : { projectId: chosen })}
    />
  );
}

/** Holds the projects to choose from, and reads more of them. `readMore` is absent once there are no more. */
function useProjects(opened: ProjectPage) {
  const [known, setKnown] = useState(opened);
  const { failure, run } = useAction();
  const { projects, nextStart } = known;
  function readFrom(start: number) {
    run(
      () => callCustomerSettings('openCustomerSettings', { start }),
      ({ projects: page }) => setKnown((old) => ({ ...page, projects: [...old.projects, ...page.projects] })),
    );
  }
  return {
    listed: projects.map(({ projectId, key, name }) => ({
      value: projectId,
      label: say(CUSTOMER_AUDIT.namedProject, { name, key }),
    })),
    failure,
    readMore: nextStart === undefined ? undefined : () => readFrom(nextStart),
  };
}

function projectsIn(rows: readonly CustomerAuditRow[]): Choice[] {
  return rows.flatMap(({ projectId }) =>
    projectId === undefined ? [] : [{ value: projectId, label: say(CUSTOMER_AUDIT.oneProject, { projectId }) }],
  );
}
