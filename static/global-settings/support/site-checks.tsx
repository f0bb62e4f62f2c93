import { Heading, HelperMessage, Label, LoadingButton, SectionMessage, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import type { SiteChecksView } from '../../../src/shared/groups/views';
import { callGlobalSettings } from '../../api';
import { CopyReport } from '../../feedback/copy-report';
import { FailureMessage } from '../../feedback/failure-message';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';
import { CheckMemberField } from './check-member-field';
import { SiteCheckList } from './site-check-list';

/** Tries on this site what the app relies on, when an administrator asks for it. `isPrivilegedUser`: they are never put into a group. */
export function SiteChecks({ isPrivilegedUser }: { isPrivilegedUser: boolean }) {
  const [spaceKey, setSpaceKey] = useState('');
  const [memberId, setMemberId] = useState<string>();
  const [view, setView] = useState<SiteChecksView>();
  const { failure, busy, run, forget } = useAction();
  const check = useLatest(() => {
    const key = spaceKey.trim();
    setView(undefined);
    run(
      () =>
        callGlobalSettings('runSiteChecks', {
          ...(key !== '' && { spaceKey: key }),
          ...(memberId !== undefined && { memberId }),
        }),
      setView,
    );
  });
  function pick(accountId: string | undefined) {
    setMemberId(accountId);
    forget();
  }
  const problem = problemOf(failure, 'spaceKey');
  const isOther = isPrivilegedUser || memberId !== undefined;
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        Site checks
      </Heading>
      <Text>
        Space Steward relies on how Confluence and Forge behave, and some of that isn’t documented. These checks try it
        on this site. The privileged user creates a group named space-steward-check followed by random characters, puts{' '}
        {isOther ? 'the person whom you pick below into it, takes them out' : 'you into it, takes you out'} and deletes
        it. Nothing else is changed, and every step is in the audit.
      </Text>
      <Stack>
        <Label labelFor="site-checks-space">Key of a space that you administer (optional)</Label>
        <Textfield
          id="site-checks-space"
          name="spaceKey"
          value={spaceKey}
          isInvalid={problem !== undefined}
          onChange={(event) => setSpaceKey(String(event.target.value))}
        />
        <HelperMessage>
          As in the address of the space, for example DEMO. Without it two points are left out.
        </HelperMessage>
        <FieldProblem problem={problem} />
      </Stack>
      <CheckMemberField
        picked={memberId}
        isPrivilegedUser={isPrivilegedUser}
        problem={problemOf(failure, 'memberId')}
        onPick={pick}
      />
      <Stack alignInline="start">
        <LoadingButton isLoading={busy} onClick={check}>
          Run site checks
        </LoadingButton>
      </Stack>
      {busy && <Text>Trying each point. This takes about ten seconds.</Text>}
      {failure !== undefined && !isShownAtFields(failure, ['spaceKey', 'memberId']) && (
        <FailureMessage failure={failure} onRetry={check} onReload={check} />
      )}
      {view !== undefined && <Results view={view} />}
    </Stack>
  );
}

function Results({ view: { checks, report } }: { view: SiteChecksView }) {
  function count(outcome: string) {
    return checks.filter((check) => check.outcome === outcome).length;
  }
  const broken = count('broken');
  const rest = count('notRun');
  return (
    <Stack space="space.200">
      {broken > 0 ? (
        <SectionMessage appearance="error" title={`${String(broken)} of ${String(checks.length)} points do not hold`}>
          <Text>
            This site behaves differently from what Space Steward relies on. Send the report below to whoever supports
            this app before you rely on it.
          </Text>
        </SectionMessage>
      ) : (
        <SectionMessage
          appearance={rest > 0 ? 'information' : 'success'}
          title={`${String(count('holds'))} of ${String(checks.length)} points hold`}
        >
          <Text>
            {rest > 0
              ? 'The others could not be tried this time. Each says why below.'
              : 'This site behaves as Space Steward expects.'}
          </Text>
        </SectionMessage>
      )}
      <SiteCheckList checks={checks} />
      <CopyReport id="site-checks-report" label="Report of the site checks" report={report} />
    </Stack>
  );
}
