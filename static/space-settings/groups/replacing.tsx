import { showFlag } from '@forge/bridge';
import { SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { Replacement } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { RENAME } from '../../../src/shared/words/rename-group';
import { callSpaceSettings } from '../../api';
import { useInstant } from '../../hooks/use-instant';
import type { ShownPeople } from '../lists/use-shown';
import { ReplacementStep } from './replacement-step';
import { ReplacementSteps } from './replacement-steps';
import { useBothCounts } from './use-both-counts';

interface Props {
  groupId: string;
  /** Those that the group was part of when it was read. */
  replacements: readonly Replacement[];
  /** Counts the changes of the group's members: both groups are counted again after each. */
  changes: number;
  mayChange: boolean;
  people: ShownPeople;
  /** Both groups stay, and the button that was pressed is gone. */
  onKept: () => void;
}

/** Says in both groups what is left to do until one has taken the other's place. Shows nothing in any other group, or beside an open list. */
export function Replacing({ replacements, people: { shown, show }, onKept, ...rest }: Props) {
  const [kept, setKept] = useState<readonly Replacement[]>([]);
  if (shown.what !== 'picker') return null;
  function keep(replacement: Replacement) {
    setKept([...kept, replacement]);
    flagKept(replacement);
    onKept();
  }
  return replacements
    .filter((replacement) => !kept.includes(replacement))
    .map((replacement) => (
      <UnderWay
        key={replacement.by.groupId}
        {...rest}
        replacement={replacement}
        onPlanned={show}
        onKept={() => keep(replacement)}
      />
    ));
}

interface UnderWayProps extends Pick<Props, 'groupId' | 'changes' | 'mayChange' | 'onKept'> {
  replacement: Replacement;
  onPlanned: ShownPeople['show'];
}

function UnderWay({ groupId, replacement, changes, mayChange, onPlanned, onKept }: UnderWayProps) {
  const { old, by, since } = replacement;
  const counts = useBothCounts(replacement, changes);
  const instant = useInstant();
  if (counts?.old === 0) return null;
  return (
    <SectionMessage appearance="information" title={say(RENAME.underWay, { group: old.groupName, by: by.groupName })}>
      <Stack space="space.100" alignInline="start">
        <Text>{say(RENAME.since, { when: instant(since) })}</Text>
        {counts !== undefined && (
          <ReplacementSteps {...{ replacement, counts, mayChange, onPlanned }} isOld={groupId === old.groupId} />
        )}
        {mayChange && (
          <ReplacementStep
            label={RENAME.keepBoth}
            appearance="subtle"
            call={() => callSpaceSettings('keepBothGroups', { groupId: old.groupId })}
            onDone={onKept}
          />
        )}
      </Stack>
    </SectionMessage>
  );
}

function flagKept({ old }: Replacement): void {
  showFlag({
    id: 'both-kept',
    type: 'success',
    title: RENAME.kept,
    description: say(RENAME.keptText, { group: old.groupName }),
    isAutoDismiss: true,
  });
}
