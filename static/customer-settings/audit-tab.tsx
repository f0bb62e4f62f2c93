import { Button, Heading, Stack } from '@forge/react';
import { useState } from 'react';

import type { ProjectPage } from '../../src/shared/customer-views';
import type { ProjectId } from '../../src/shared/ids';
import { callCustomerAdmin } from '../api';
import { AuditTable } from '../components/audit-table';
import { FailureMessage } from '../components/error-message';
import { FilterSelect } from '../components/filter-select';
import { useAction } from '../use-action';
import { AUDIT_HEAD, auditRows } from './audit-rows';

interface Filter {
  projectId?: ProjectId;
}

/** Who did what about customers on the whole site. `opened`: the projects that the page has read. */
export const CustomerAuditTab = ({ opened }: { opened: ProjectPage }) => {
  const [known, setKnown] = useState(opened);
  const reading = useAction();
  const { nextStart } = known;
  const readMore = (start: number) =>
    reading.run(
      () => callCustomerAdmin('openCustomerSettings', { start }),
      ({ projects }) => setKnown((old) => ({ ...projects, projects: [...old.projects, ...projects.projects] })),
    );
  const choices = known.projects.map(({ projectId, key, name }) => ({ value: projectId, label: `${name} (${key})` }));
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        Who did what
      </Heading>
      {nextStart !== undefined && (
        <Stack alignInline="start">
          <Button onClick={() => readMore(nextStart)}>Offer more projects to filter by</Button>
        </Stack>
      )}
      {reading.failure !== undefined && <FailureMessage failure={reading.failure} />}
      <AuditTable
        read={(filter, before) =>
          callCustomerAdmin('readCustomerAudit', { ...filter, ...(before === undefined ? {} : { before }) })
        }
        unfiltered={{} as Filter}
        filters={({ projectId }, onChange) => (
          <FilterSelect
            id="audit-project"
            label="Service project"
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
};
