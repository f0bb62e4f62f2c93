import { Button, Heading, Inline, ProgressBar, SectionMessage, Stack, Text } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { PLAN, UNDER_WAY } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { SEVERAL_PLANS } from '../../../src/shared/words/several-groups';
import { FailureMessage } from '../../feedback/failure-message';
import { waitText } from '../../feedback/why-text';
import { failureBesides, problemOf } from '../../fields/field-problem';
import type { AnswerProblems, Answers } from '../changes/agreed';
import { Agreement } from '../changes/agreement';
import { endText, planText, restText } from '../changes/change-text';
import { isUnderWay, progressOf } from '../changes/progress';
import { useChange } from '../changes/use-change';
import type { GroupPlan } from './use-several-plans';

interface Props {
  plan: GroupPlan;
  me: string;
  answers: Answers;
  problems: AnswerProblems;
  /** Its field is the first one, and the button that led here is gone. */
  takesFocus: boolean;
  onAnswer: (answers: Answers) => void;
  onOpen: () => void;
}

/** Shows what would happen in one group, how far it has come, or what happened. */
export function GroupCard({ plan, me, answers, problems, takesFocus, onAnswer, onOpen }: Props) {
  const { group, change, failure } = plan;
  const other = failureBesides(failure, ['typedNumber', 'confirmSelf']);
  // Its plan knows the present name; lists show the last one that the app saw.
  const name = change?.groups[0]?.groupName ?? group.groupName;
  return (
    <Stack space="space.100" alignInline="stretch">
      <Heading as="h4" size="xsmall">
        {name}
      </Heading>
      {change === undefined && <Text>{SEVERAL_PLANS.notPlanned}</Text>}
      {change?.state === 'planned' && <WhatWouldHappen change={change} />}
      {change?.state === 'planned' && planText(change) !== undefined && (
        <Agreement
          change={change}
          answers={answers}
          problems={{
            number: problems.number ?? problemOf(failure, 'typedNumber'),
            self: problems.self ?? problemOf(failure, 'confirmSelf'),
          }}
          takesFocus={takesFocus}
          onAnswer={onAnswer}
        />
      )}
      {change !== undefined && change.state !== 'planned' && <WhatHappens first={change} me={me} />}
      {other !== undefined && <FailureMessage failure={other} />}
      {change !== undefined && change.state !== 'planned' && (
        <Inline>
          <Button spacing="compact" onClick={onOpen}>
            {say(SEVERAL_PLANS.open, { group: name })}
          </Button>
        </Inline>
      )}
    </Stack>
  );
}

function WhatWouldHappen({ change }: { change: ChangeView }) {
  const what = planText(change);
  const rest = restText(change);
  return (
    <Stack space="space.050">
      <Text>{what === undefined ? PLAN.nothing : say(PLAN.sentence, { what })}</Text>
      {rest !== undefined && <Text>{`${rest}.`}</Text>}
      {change.membersNotKnown === true && <Text>{PLAN.membersNotKnown}</Text>}
    </Stack>
  );
}

function WhatHappens({ first, me }: { first: ChangeView; me: string }) {
  const { change } = useChange({ first, me, onMoved: ignore });
  const { done, total } = progressOf(change);
  if (!isUnderWay(change)) return <Text>{endText(change)}</Text>;
  return (
    <Stack space="space.050">
      <ProgressBar ariaLabel={UNDER_WAY.label} value={total === 0 ? 0 : done / total} />
      <Text>{say(UNDER_WAY.running, { done, total })}</Text>
      {change.state === 'waiting' && (
        <SectionMessage appearance="information">
          <Text>{say(UNDER_WAY.waits, { why: waitText(change.why) })}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
}

function ignore(): void {}
