import { Heading, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { ComponentProps } from 'react';

import type { SiteChecksView } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SITE_CHECKS } from '../../../src/shared/words/site-checks';
import { callGlobalSettings } from '../../api';
import { CopyReport } from '../../feedback/copy-report';
import { FailureMessage } from '../../feedback/failure-message';
import { failureBesides, problemOf } from '../../fields/field-problem';
import { TextField } from '../../fields/text-field';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';
import { CheckMemberField } from './check-member-field';
import { SiteCheckList } from './site-check-list';

/** Checks the app's assumptions on this site, when an administrator asks for it. `isPrivilegedUser`: they're never put into a group. */
export function SiteChecks({ isPrivilegedUser }: { isPrivilegedUser: boolean }) {
  const [spaceKey, setSpaceKey] = useState('');
  const [memberId, setMemberId] = useState<string>();
  const [view, setView] = useState<SiteChecksView>();
  const { failure, busy, run, forget } = useAction();
  const check = useLatest(() => {
    const key = spaceKey.trim();
    setView(undefined);
    const chosen = { ...(key !== '' && { spaceKey: key }), ...(memberId !== undefined && { memberId }) };
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
      <SpaceKeyField value={spaceKey} problem={problemOf(failure, 'spaceKey')} onChange={setSpaceKey} />
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

type SpaceKeyFieldProps = Pick<ComponentProps<typeof TextField>, 'value' | 'problem' | 'onChange'>;

function SpaceKeyField(props: SpaceKeyFieldProps) {
  return (
    <TextField
      id="site-checks-space"
      name="spaceKey"
      label={SITE_CHECKS.spaceKey}
      help={SITE_CHECKS.spaceKeyHelp}
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
