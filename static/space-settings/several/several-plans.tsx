import { Button, Heading, HelperMessage, Inline, LoadingButton, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow } from '../../../src/shared/groups/views';
import { ENDED, PLAN } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { SEVERAL_PLANS } from '../../../src/shared/words/several-groups';
import { useLatest } from '../../hooks/use-latest';
import { agreedIn, asksFirst, NO_ANSWERS, type AnswerProblems, type Answers } from '../changes/agreed';
import { isUnderWay } from '../changes/progress';
import type { Agreed } from '../changes/use-change';
import { GroupCard } from './group-card';
import { isOpen, type GroupPlan, type useSeveralPlans } from './use-several-plans';

interface Props {
  it: ReturnType<typeof useSeveralPlans>;
  plans: readonly GroupPlan[];
  /** Number of people whom the list names. */
  people: number;
  /** The user of the page. */
  me: string;
  /** Opens a group, with its change. */
  onOpen: (group: GroupRow, change: ChangeView | undefined) => void;
  onClose: () => void;
}

/** Shows what would happen in each group, and carries it out one after another. */
export function SeveralPlans({ it, plans, people, me, onOpen, onClose }: Props) {
  const open = plans.filter(isOpen);
  const { answers, problems, answer, apply } = useAnswers(open, it.apply);
  const isApplied = plans.some(({ change }) => change !== undefined && change.state !== 'planned');
  const first = open.find(({ change }) => change !== undefined && asksFirst(change));
  return (
    <Stack space="space.200" alignInline="stretch">
      <Heading as="h3" size="small">
        {say(SEVERAL_PLANS.title, {
          groups: say(SEVERAL_PLANS.groups, { n: plans.length }),
          people: say(SEVERAL_PLANS.people, { n: people }),
        })}
      </Heading>
      {plans.map((one) => (
        <GroupCard
          key={`${one.group.groupId} ${one.change?.state ?? ''}`}
          plan={one}
          me={me}
          answers={answers.get(one.group.groupId) ?? NO_ANSWERS}
          problems={problems.get(one.group.groupId) ?? {}}
          takesFocus={one === first && !isApplied}
          onAnswer={(next) => answer(one.group.groupId, next)}
          onOpen={() => onOpen(one.group, one.change)}
        />
      ))}
      {isApplied && <Text color="color.text.subtle">{SEVERAL_PLANS.undoHelp}</Text>}
      <Buttons
        {...{ open, isApplied, onClose }}
        asksFirst={first !== undefined}
        busy={it.progress !== undefined}
        onApply={apply}
      />
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{statusText(plans, it.progress)}</HelperMessage>
    </Stack>
  );
}

interface ButtonsProps {
  open: readonly GroupPlan[];
  isApplied: boolean;
  /** Something is asked before, whose field takes the focus. */
  asksFirst: boolean;
  busy: boolean;
  onApply: () => void;
  onClose: () => void;
}

/** Carries the plans out, and closes them. The button that led here, or that carried out the last one, is gone. */
function Buttons({ open, isApplied, asksFirst: asks, busy, onApply, onClose }: ButtonsProps) {
  const isOver = open.length === 0;
  return (
    <Inline space="space.100">
      {!isOver && (
        <LoadingButton
          appearance="primary"
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={!asks && !isApplied}
          isLoading={busy}
          onClick={onApply}
        >
          {say(SEVERAL_PLANS.apply, { n: changesIn(open) })}
        </LoadingButton>
      )}
      <Button
        key={open.length}
        appearance={isOver ? 'primary' : 'subtle'}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isOver}
        isDisabled={busy && !isOver}
        onClick={onClose}
      >
        {isOver || isApplied ? ENDED.finish : PLAN.discard}
      </Button>
    </Inline>
  );
}

/** Holds what somebody agrees to in each group, and carries out all plans once nothing is missing in any. */
function useAnswers(open: readonly GroupPlan[], onAgreed: (agreed: ReadonlyMap<string, Agreed>) => void) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answers>>(new Map());
  const [problems, setProblems] = useState<ReadonlyMap<string, AnswerProblems>>(new Map());
  const apply = useLatest(() => {
    const agreed = new Map<string, Agreed>();
    const missing = new Map<string, AnswerProblems>();
    for (const { group, change } of open) {
      if (change === undefined) continue;
      const it = agreedIn(change, answers.get(group.groupId) ?? NO_ANSWERS);
      if ('problems' in it) missing.set(group.groupId, it.problems);
      else agreed.set(change.changeId, it.agreed);
    }
    setProblems(missing);
    if (missing.size === 0) onAgreed(agreed);
  });
  return {
    answers,
    problems,
    answer: (groupId: string, next: Answers) => setAnswers((old) => new Map(old).set(groupId, next)),
    apply,
  };
}

function changesIn(plans: readonly GroupPlan[]): number {
  return plans.reduce(
    (sum, { change }) => sum + (change === undefined ? 0 : change.planned.add + change.planned.remove),
    0,
  );
}

function statusText(plans: readonly GroupPlan[], progress: { done: number; total: number } | undefined): string {
  if (progress !== undefined) return say(SEVERAL_PLANS.applying, progress);
  const started = plans.flatMap(({ change }) => (change === undefined || change.state === 'planned' ? [] : change));
  const sentence = started.some(isUnderWay) ? SEVERAL_PLANS.started : SEVERAL_PLANS.finished;
  if (started.length > 0) return say(sentence, { done: started.length, total: plans.length });
  return plans.some(isOpen) ? SEVERAL_PLANS.ready : '';
}
