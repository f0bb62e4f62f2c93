import { Heading, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { ComponentProps } from 'react';

import type { SiteChecksView, SpaceRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SITE_CHECKS } from '../../../src/shared/words/site-checks';
import { callGlobalSettings } from '../../api';
import { CopyReport } from '../../feedback/copy-report';
import { FailureMessage } from '../../feedback/failure-message';
import { failureBesides, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';
import { SpacePicker } from '../space-picker';
import { CheckMemberField } from './check-member-field';
import { SiteCheckList } from './site-check-list';

/** Checks the app's assumptions on this site, when an administrator asks for it. `isPrivilegedUser`: they're never put into a group. */
export function SiteChecks({ isPrivilegedUser }: { isPrivilegedUser: boolean }) {
  const [space, setSpace] = useState<SpaceRow>();
  const [memberId, setMemberId] = useState<string>();
  const [view, setView] = useState<SiteChecksView>();
  const { failure, busy, run, forget } = useAction();
  const check = useLatest(() => {
    setView(undefined);
    const chosen = { ...(space && { spaceKey: space.id }), ...(memberId !== undefined && { memberId }) };
    run(() => callGlobalSettings('runSiteChecks', chosen), setView);
  });
  function pick(accountId: string | undefined) {
    setMemberId(accountId);
    forget();
  }
  const otherFailure = failureBesides(failure, ['spaceKey', 'memberId']);
  const isOther = isPrivilegedUser || memberId !== undefined;
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        {SITE_CHECKS.heading}
      </Heading>
      <Text>{isOther ? SITE_CHECKS.introOther : SITE_CHECKS.introYou}</Text>
      <SpaceField picked={space} problem={problemOf(failure, 'spaceKey')} onPick={setSpace} />
      <CheckMemberField
        picked={memberId}
        isPrivilegedUser={isPrivilegedUser}
        problem={problemOf(failure, 'memberId')}
        onPick={pick}
      />
      <CheckButton busy={busy} onCheck={check} />
      {otherFailure !== undefined && <FailureMessage failure={otherFailure} onRetry={check} onReload={check} />}
      {view !== undefined && <Results view={view} />}
    </Stack>
  );
}

function CheckButton({ busy, onCheck }: { busy: boolean; onCheck: () => void }) {
  return (
    <>
      <Stack alignInline="start">
        <LoadingButton isLoading={busy} onClick={onCheck}>
          {SITE_CHECKS.run}
        </LoadingButton>
      </Stack>
      {busy && <Text>{SITE_CHECKS.running}</Text>}
    </>
  );
}

type SpaceFieldProps = Pick<ComponentProps<typeof SpacePicker>, 'picked' | 'problem' | 'onPick'>;

function SpaceField(props: SpaceFieldProps) {
  return (
    <SpacePicker
      id="site-checks-space"
      name="space"
      label={SITE_CHECKS.space}
      help={SITE_CHECKS.spaceHelp}
      {...props}
    />
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
        <SectionMessage
          appearance="error"
          title={say(SITE_CHECKS.failedTitle, { count: broken, total: checks.length })}
        >
          <Text>{SITE_CHECKS.failedText}</Text>
        </SectionMessage>
      ) : (
        <SectionMessage
          appearance={rest > 0 ? 'information' : 'success'}
          title={say(SITE_CHECKS.passedTitle, { count: count('holds'), total: checks.length })}
        >
          <Text>{rest > 0 ? SITE_CHECKS.someText : SITE_CHECKS.allText}</Text>
        </SectionMessage>
      )}
      <SiteCheckList checks={checks} />
      <CopyReport id="site-checks-report" label={SITE_CHECKS.report} report={report} />
    </Stack>
  );
}
