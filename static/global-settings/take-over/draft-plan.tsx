import { Button, HelperMessage, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import { MOST_TAKEN_OVER } from '../../../src/shared/limits';
import { say } from '../../../src/shared/words/format';
import { PLAN, TAKE_OVER } from '../../../src/shared/words/take-over';
import { FailureMessage } from '../../feedback/failure-message';
import { Paged } from '../../feedback/paged';
import { Section } from '../../feedback/section';
import { useInstant } from '../../hooks/use-instant';
import { ConfirmSiteAdmin } from '../groups/confirm-site-admin';
import { Buckets } from './buckets';
import { ChooseSpace } from './choose-space';
import type { DraftGroup } from './draft';
import { PlanFile } from './plan-file';
import type { LineProblem } from './read-groups';
import { useDraft, type Draft } from './use-draft';
import type { Search } from './use-search';

type Props = Parameters<typeof useDraft>[0] & {
  problems: readonly LineProblem[];
  /** The search that found them, if there was one. */
  search: Search | undefined;
  onContinue: (search: Search) => void;
  onStartOver: () => void;
};

/** Shows what taking groups over would do, by what there is to decide about each, and carries it out. */
export function DraftPlan({ problems, search, onContinue, onStartOver, ...drafted }: Props) {
  const draft = useDraft(drafted);
  const [choosing, setChoosing] = useState<readonly DraftGroup[]>();
  const { proved } = draft;
  return (
    <Stack space="space.200" alignInline="stretch">
      {search !== undefined && (
        <Searched search={search} onContinue={() => onContinue({ ...search, groups: draft.groups })} />
      )}
      <Status draft={draft} />
      <Buttons draft={draft} onStartOver={onStartOver} />
      {problems.length > 0 && <Problems problems={problems} />}
      <Buckets draft={draft} onChoose={setChoosing} />
      <PlanFile groups={draft.groups} />
      {choosing !== undefined && (
        <ChooseSpace
          groups={choosing}
          onChosen={(space) => {
            draft.decide(choosing, { space });
            setChoosing(undefined);
          }}
          onClose={() => setChoosing(undefined)}
        />
      )}
      {proved.confirming && <ConfirmSiteAdmin onConfirmed={proved.confirmed} onCancel={proved.cancel} />}
    </Stack>
  );
}

function Status({ draft: { groups, sorted, ready, keptUntil } }: { draft: Draft }) {
  const instant = useInstant();
  const kept = keptUntil === undefined ? '' : ` ${say(PLAN.kept, { when: instant(keptUntil) })}.`;
  return (
    <Stack space="space.050">
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{`${statusText(groups.length, ready)}${kept}`}</HelperMessage>
      {sorted.ready.length > ready && <Text>{say(PLAN.mostAtOnce, { most: MOST_TAKEN_OVER })}</Text>}
    </Stack>
  );
}

function statusText(all: number, ready: number): string {
  if (all === 0) return PLAN.foundNone;
  return ready === 0 ? PLAN.none : say(PLAN.status, { n: ready });
}

function Buttons({ draft, onStartOver }: { draft: Draft; onStartOver: () => void }) {
  const { proved, keeping, sorted, ready: n } = draft;
  const isKeepable = n + sorted.space.length + sorted.access.length > 0;
  const failure = proved.confirming ? undefined : (proved.action.failure ?? keeping.failure);
  return (
    <Stack space="space.100">
      {failure !== undefined && <FailureMessage failure={failure} />}
      <Inline space="space.100" shouldWrap rowSpace="space.100">
        {n > 0 && (
          <LoadingButton
            appearance="primary"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone
            autoFocus
            isLoading={proved.action.busy}
            onClick={draft.takeOver}
          >
            {say(PLAN.takeOver, { n })}
          </LoadingButton>
        )}
        {isKeepable && (
          <LoadingButton isLoading={keeping.busy} onClick={draft.keep}>
            {PLAN.keep}
          </LoadingButton>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone */}
        <Button appearance="subtle" autoFocus={n === 0} onClick={onStartOver}>
          {TAKE_OVER.startOver}
        </Button>
      </Inline>
    </Stack>
  );
}

function Searched({ search, onContinue }: { search: Search; onContinue: () => void }) {
  const { lookedAt, next, changedKeysAmong } = search;
  return (
    <Stack space="space.050" alignInline="start">
      <Text color="color.text.subtle">{say(PLAN.searched, { n: lookedAt })}</Text>
      {changedKeysAmong !== undefined && (
        <Text color="color.text.subtle">{say(PLAN.changedKeys, { count: changedKeysAmong })}</Text>
      )}
      {next !== undefined && (
        <SectionMessage appearance="warning" title={PLAN.notSearchedAll}>
          <Button onClick={onContinue}>{PLAN.continue}</Button>
        </SectionMessage>
      )}
    </Stack>
  );
}

function Problems({ problems }: { problems: readonly LineProblem[] }) {
  return (
    <Section title={say(PLAN.problems, { n: problems.length })}>
      <Paged items={problems} previousLabel={PLAN.previous} nextLabel={PLAN.next}>
        {(page) => page.map((one) => <Text key={one.line}>{say(PLAN.problem, one)}</Text>)}
      </Paged>
    </Section>
  );
}
