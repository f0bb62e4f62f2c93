import { Button, Heading, Inline, Lozenge, Stack, Text } from '@forge/react';

import type { SupportView } from '../../../src/shared/broker/views';
import { MIGRATION, STATES } from '../../../src/shared/words/privileged-user';
import { callGlobalSettings } from '../../api';
import { CopyReport } from '../../feedback/copy-report';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { migrationSign, stateSign } from '../../feedback/state-signs';
import { useCall } from '../../hooks/use-call';
import { useInstant } from '../../hooks/use-instant';
import { CheckList } from '../check-list';
import { SiteChecks } from './site-checks';

/** What support needs to know within ten seconds, and a report to paste. `canRunChecks`: the site checks are offered too. */
export function SupportTab({ canRunChecks }: { canRunChecks: boolean }) {
  const { value, failure, loading, reload } = useCall(() => callGlobalSettings('readSupport', {}));
  const instant = useInstant();
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        Support
      </Heading>
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {loading && <Loading label="Writing the report" />}
      {value !== undefined && (
        <>
          <Stack space="space.100">
            <Heading as="h3" size="small">
              Migration
            </Heading>
            <Inline space="space.100" alignBlock="center" shouldWrap>
              <Lozenge {...migrationSign(value.migration)} />
              <Text>{MIGRATION[value.migration].text}</Text>
            </Inline>
          </Stack>
          <Stack space="space.100">
            <Heading as="h3" size="small">
              Health
            </Heading>
            <Inline space="space.100" alignBlock="center" shouldWrap>
              <Lozenge {...stateSign(value.state)} />
              <Text>{`Privileged user: ${STATES[value.state]}.`}</Text>
            </Inline>
            <CheckList checks={value.checks} />
            <Text>
              {value.checkedAt === undefined ? 'Not checked yet.' : `Last checked: ${instant(value.checkedAt)}.`}
            </Text>
          </Stack>
          <Usage view={value} />
          <Stack space="space.100">
            <Heading as="h3" size="small">
              Report for a support ticket
            </Heading>
            <CopyReport id="support-report" label="Report" report={value.report} />
          </Stack>
        </>
      )}
      <Stack alignInline="start">
        <Button onClick={reload}>Refresh</Button>
      </Stack>
      {canRunChecks && <SiteChecks isPrivilegedUser={value?.isPrivilegedUser === true} />}
    </Stack>
  );
}

function Usage({ view: { counts, versions } }: { view: SupportView }) {
  const atLeast = counts.more ? 'at least ' : '';
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        Usage and version
      </Heading>
      <Text>{`Groups that belong to spaces: ${atLeast}${String(counts.groups)}. Spaces with such groups: ${atLeast}${String(counts.spaces)}.`}</Text>
      <Text>{`Changes whose result is not known yet: ${String(counts.unsettled)}.`}</Text>
      <Text>{`App version ${versions.app}, ${versions.environment.toLowerCase()}.`}</Text>
    </Stack>
  );
}
