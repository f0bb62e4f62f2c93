import { Button, DynamicTable, Inline, Stack, Text } from '@forge/react';

import { say } from '../../../src/shared/words/format';
import { REASONS } from '../../../src/shared/words/reasons';
import { BUCKETS, BUCKET_TEXTS, PLAN } from '../../../src/shared/words/take-over';
import { Paged } from '../../feedback/paged';
import { Section } from '../../feedback/section';
import type { Bucket, DraftGroup } from './draft';
import type { Draft } from './use-draft';

interface Props {
  draft: Draft;
  onChoose: (groups: readonly DraftGroup[]) => void;
}

/** In the order in which there is something to do. */
const ORDER: readonly Bucket[] = ['space', 'access', 'ready', 'leftOut', 'managed', 'elsewhere', 'notAllowed'];

/** Lists the groups of a plan by what there is to decide about them, each kind folded. */
export function Buckets({ draft, onChoose }: Props) {
  return (
    <>
      {ORDER.filter((bucket) => draft.sorted[bucket].length > 0).map((bucket) => (
        <Section key={bucket} title={say(BUCKETS[bucket], { n: draft.sorted[bucket].length })}>
          <Groups bucket={bucket} draft={draft} onChoose={onChoose} />
        </Section>
      ))}
    </>
  );
}

type GroupsProps = Props & { bucket: Bucket };

function Groups({ bucket, draft, onChoose }: GroupsProps) {
  const groups = draft.sorted[bucket];
  const text = BUCKET_TEXTS[bucket];
  const decides = bucket !== 'managed' && bucket !== 'elsewhere' && bucket !== 'notAllowed';
  const head = [PLAN.group, decides ? PLAN.space : PLAN.why, ...(decides ? [PLAN.actions] : [])];
  function cells(group: DraftGroup) {
    const about = { key: 'about', content: decides ? spaceText(group) : whyText(group) };
    const actions = {
      key: 'actions',
      content: <Actions bucket={bucket} group={group} draft={draft} onChoose={onChoose} />,
    };
    return [{ key: 'group', content: group.groupName }, about, ...(decides ? [actions] : [])];
  }
  return (
    <Stack space="space.100">
      {text !== undefined && <Text>{text}</Text>}
      <ForAll bucket={bucket} draft={draft} onChoose={onChoose} />
      <Paged items={groups} previousLabel={PLAN.previous} nextLabel={PLAN.next}>
        {(page) => (
          <DynamicTable
            label={say(BUCKETS[bucket], { n: groups.length })}
            head={{ cells: head.map((title) => ({ key: title, content: title })) }}
            rows={page.map((group) => ({ key: group.groupId, cells: cells(group) }))}
          />
        )}
      </Paged>
    </Stack>
  );
}

/** Decides about all groups of one kind. */
function ForAll({ bucket, draft, onChoose }: GroupsProps) {
  const groups = draft.sorted[bucket];
  const n = groups.length;
  if (n < 2 || (bucket !== 'space' && bucket !== 'access')) return null;
  return (
    <Inline>
      {bucket === 'space' ? (
        <Button onClick={() => onChoose(groups)}>{say(PLAN.chooseForAll, { n })}</Button>
      ) : (
        <Button onClick={() => draft.decide(groups, { isAcknowledged: true })}>
          {say(PLAN.acknowledgeAll, { n })}
        </Button>
      )}
    </Inline>
  );
}

function Actions({ bucket, group, draft, onChoose }: GroupsProps & { group: DraftGroup }) {
  if (bucket === 'leftOut') {
    return (
      <Button spacing="compact" onClick={() => draft.decide([group], { isLeftOut: false })}>
        {PLAN.putBack}
      </Button>
    );
  }
  return (
    <Inline space="space.050" rowSpace="space.050" shouldWrap>
      {bucket === 'access' && (
        <Button spacing="compact" onClick={() => draft.decide([group], { isAcknowledged: true })}>
          {PLAN.acknowledge}
        </Button>
      )}
      <Button spacing="compact" onClick={() => onChoose([group])}>
        {group.space === undefined ? PLAN.chooseSpace : PLAN.changeSpace}
      </Button>
      <Button spacing="compact" onClick={() => draft.decide([group], { isLeftOut: true })}>
        {PLAN.leaveOut}
      </Button>
    </Inline>
  );
}

function spaceText({ space, spaceWhy }: DraftGroup): string {
  if (space !== undefined) return say(PLAN.spaceOf, space);
  return spaceWhy === undefined ? PLAN.noSpace : REASONS[spaceWhy].why;
}

function whyText({ why, isManaged }: DraftGroup): string {
  const reason = isManaged === true ? 'GROUP_TAKEN' : (why ?? 'PROTECTION_UNKNOWN');
  return `${REASONS[reason].why} ${REASONS[reason].help}`;
}
