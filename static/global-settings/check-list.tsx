import { Inline, Lozenge, Stack, Text } from '@forge/react';

import type { Check } from '../../src/shared/broker/views';
import { say } from '../../src/shared/words/format';
import { CHECK_CAUSES, CHECK_OUTCOMES, CHECKS, PRIVILEGED_USER } from '../../src/shared/words/privileged-user-tab';
import { useInstant } from '../hooks/use-instant';

const APPEARANCE = {
  passed: 'success',
  failed: 'removed',
  hint: 'moved',
  unclear: 'moved',
  notRun: 'default',
} as const satisfies Record<Check['outcome'], string>;

/** Puts into words what a check found. */
export function checkText(check: Check): string {
  switch (check.outcome) {
    case 'passed':
      return '';
    case 'failed':
      return failedBecause(check);
    case 'hint':
      return PRIVILEGED_USER.hint;
    case 'unclear':
      return check.byForge === true ? PRIVILEGED_USER.unclearForge : PRIVILEGED_USER.unclear;
    case 'notRun':
      return check.name === 'writeTest' ? PRIVILEGED_USER.writeTestNotRun : PRIVILEGED_USER.notRun;
  }
}

/** Lists each check with its result, in the order in which they ran. */
export function CheckList({ checks }: { checks: Check[] }) {
  return (
    <Stack space="space.100">
      {checks.length === 0 && <Text>{PRIVILEGED_USER.noCheck}</Text>}
      {checks.map((check) => (
        <CheckLine key={check.name} check={check} />
      ))}
    </Stack>
  );
}

function failedBecause({ cause, name }: Check): string {
  const why = cause && CHECK_CAUSES[cause];
  return why ?? (name === 'writeTest' ? PRIVILEGED_USER.cantCreate : PRIVILEGED_USER.saidNo);
}

function CheckLine({ check }: { check: Check }) {
  const instant = useInstant();
  const text =
    check.outcome === 'passed' && check.at !== undefined
      ? say(PRIVILEGED_USER.passedOn, { when: instant(check.at) })
      : checkText(check);
  return (
    <Stack space="space.025">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={APPEARANCE[check.outcome]}>{CHECK_OUTCOMES[check.outcome]}</Lozenge>
        <Text>{CHECKS[check.name]}</Text>
      </Inline>
      {text !== '' && <Text color="color.text.subtle">{text}</Text>}
    </Stack>
  );
}
