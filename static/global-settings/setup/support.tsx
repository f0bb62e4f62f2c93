import { Button, Heading, Inline, Lozenge, Stack, Text } from '@forge/react';

import type { SupportView } from '../../../src/shared/broker/views';
import { say } from '../../../src/shared/words/format';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { MIGRATION, STATES } from '../../../src/shared/words/privileged-user';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { callGlobalSettings } from '../../api';
import { CopyReport } from '../../feedback/copy-report';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { migrationSign, stateSign } from '../../feedback/state-signs';
import { useCall } from '../../hooks/use-call';
import { useInstant } from '../../hooks/use-instant';
import { CheckList } from '../check-list';
import { SiteChecks } from './site-checks';

/** Shows what support needs to know within ten seconds, and a report to paste. `canRunChecks`: the site checks are offered too. */
export function Support({ canRunChecks }: { canRunChecks: boolean }) {
  const { value, failure, loading, reload } = useCall(() => callGlobalSettings('readSupport', {}));
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {GLOBAL_PAGE.support}
      </Heading>
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {loading && <Loading label={GLOBAL_PAGE.writingReport} />}
      {value !== undefined && (
        <>
          <Migration view={value} />
          <Health view={value} />
          <Usage view={value} />
          <Stack space="space.100">
            <Heading as="h3" size="small">
              {GLOBAL_PAGE.ticket}
            </Heading>
            <CopyReport id="support-report" label={GLOBAL_PAGE.report} report={value.report} />
          </Stack>
        </>
      )}
      <Stack alignInline="start">
        <Button onClick={reload}>{GLOBAL_PAGE.refresh}</Button>
      </Stack>
      {canRunChecks && <SiteChecks isPrivilegedUser={value?.isPrivilegedUser === true} />}
    </Stack>
  );
}

function Migration({ view: { migration } }: { view: SupportView }) {
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {GLOBAL_PAGE.migration}
      </Heading>
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge {...migrationSign(migration)} />
        <Text>{MIGRATION[migration].text}</Text>
      </Inline>
    </Stack>
  );
}

function Health({ view: { state, checks, checkedAt } }: { view: SupportView }) {
  const instant = useInstant();
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {GLOBAL_PAGE.health}
      </Heading>
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge {...stateSign(state)} />
        <Text>{say(GLOBAL_PAGE.privilegedUserState, { state: STATES[state] })}</Text>
      </Inline>
      <CheckList checks={checks} />
      {checkedAt !== undefined && <Text>{say(PRIVILEGED_USER.lastChecked, { when: instant(checkedAt) })}</Text>}
    </Stack>
  );
}

function Usage({ view: { counts, versions } }: { view: SupportView }) {
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {GLOBAL_PAGE.usage}
      </Heading>
      <Text>{say(counts.more ? GLOBAL_PAGE.countsAtLeast : GLOBAL_PAGE.counts, counts)}</Text>
      <Text>{say(GLOBAL_PAGE.unsettled, { count: counts.unsettled })}</Text>
      <Text>
        {say(GLOBAL_PAGE.version, { version: versions.app, environment: versions.environment.toLowerCase() })}
      </Text>
    </Stack>
  );
}
