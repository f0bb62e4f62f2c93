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
  const [known, setKnown] = useState(opened);
  const [inRows, setInRows] = useState<Choice[]>([]);
  const reading = useAction();
  const { nextStart } = known;
  function readMore(start: number) {
    reading.run(
      () => callCustomerSettings('openCustomerSettings', { start }),
      ({ projects }) => setKnown((old) => ({ ...projects, projects: [...old.projects, ...projects.projects] })),
    );
  }
  const listed = known.projects.map(({ projectId, key, name }) => ({
    value: projectId,
    label: say(CUSTOMER_AUDIT.namedProject, { name, key }),
  }));
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
      {nextStart !== undefined && (
        <Stack alignInline="start">
          <Button onClick={() => readMore(nextStart)}>{CUSTOMER_AUDIT.moreProjects}</Button>
        </Stack>
      )}
      {reading.failure !== undefined && <FailureMessage failure={reading.failure} />}
      <AuditTable
        read={read}
        unfiltered={{} as Filter}
        filters={({ projectId }, onChange) => (
          <FilterSelect
            id="audit-project"
            label={CUSTOMER_AUDIT.project}
            options={choices}
            value={projectId}
            onChange={(chosen) => onChange(chosen === undefined ? {} : { projectId: chosen })}
          />
        )}
        head={AUDIT_HEAD}
        rows={(rows, instant) => auditRows(rows, instant, choices)}
      />
    </Stack>
  );
}

function projectsIn(rows: readonly CustomerAuditRow[]): Choice[] {
  return rows.flatMap(({ projectId }) =>
    projectId === undefined ? [] : [{ value: projectId, label: say(CUSTOMER_AUDIT.oneProject, { projectId }) }],
  );
}
