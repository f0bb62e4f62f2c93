import { SectionMessage, Stack, Text } from '@forge/react';

import type { Check, SaveOutcome } from '../../../src/shared/broker/views';
import { say } from '../../../src/shared/words/format';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { CheckList, checkText } from '../check-list';

export type RefusedOutcome = Extract<SaveOutcome, { outcome: 'refused' }>;

/** Names the test groups that are still there. */
export function leftoverText(names: string[]): string {
  return say(PRIVILEGED_USER.leftoversText, { names: names.join(', ') });
}

/** Says of a choice that didn't pass which check failed, and that nothing was stored. */
export function Refused({ outcome }: { outcome: RefusedOutcome }) {
  const check = decisive(outcome.checks);
  const unclear = check?.outcome === 'unclear';
  const why = check === undefined ? PRIVILEGED_USER.notPassed : checkText(check);
  return (
    <SectionMessage appearance="error" title={unclear ? PRIVILEGED_USER.notChecked : PRIVILEGED_USER.cantUse}>
      <Stack space="space.150">
        <Text>{unclear ? why : say(PRIVILEGED_USER.tryAnother, { why })}</Text>
        <CheckList checks={outcome.checks} />
        {outcome.leftoverCheckGroups.length > 0 && <Text>{leftoverText(outcome.leftoverCheckGroups)}</Text>}
      </Stack>
    </SectionMessage>
  );
}

function decisive(checks: Check[]): Check | undefined {
  return checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome === 'unclear');
}
