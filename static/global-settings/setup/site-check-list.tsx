import { Inline, Lozenge, Stack, Text } from '@forge/react';

import type { SiteCheck } from '../../../src/shared/groups/site-checks';
import { say } from '../../../src/shared/words/format';
import { ASSUMPTIONS, NOT_RUN, SITE_CHECKS } from '../../../src/shared/words/site-checks';

const OUTCOME = {
  holds: { label: SITE_CHECKS.passed, appearance: 'success' },
  broken: { label: SITE_CHECKS.failed, appearance: 'removed' },
  notRun: { label: SITE_CHECKS.notTried, appearance: 'default' },
} as const;

/** Lists each assumption with what this site said to it. */
export function SiteCheckList({ checks }: { checks: SiteCheck[] }) {
  return (
    <Stack space="space.100">
      {checks.map((check) => (
        <SiteCheckLine key={check.assumption} check={check} />
      ))}
    </Stack>
  );
}

function SiteCheckLine({ check }: { check: SiteCheck }) {
  const { label, appearance } = OUTCOME[check.outcome];
  const text = detail(check);
  return (
    <Stack space="space.025">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={appearance}>{label}</Lozenge>
        <Text>{ASSUMPTIONS[check.assumption]}</Text>
      </Inline>
      {text !== undefined && <Text color="color.text.subtle">{text}</Text>}
    </Stack>
  );
}

function detail(check: SiteCheck): string | undefined {
  switch (check.outcome) {
    case 'holds':
      return undefined;
    case 'broken':
      return say(SITE_CHECKS.answered, { answer: check.answer });
    case 'notRun':
      return NOT_RUN[check.why];
  }
}
