import { Heading, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { TakeoverPage, TakeoverRow, TakeoverView } from '../../../src/shared/groups/takeovers';
import { TAKE_OVER } from '../../../src/shared/words/take-over';
import { callGlobalSettings } from '../../api';
import { Loading } from '../../feedback/loading';
import { usePages } from '../../hooks/use-pages';
import type { SiteAdmin } from '../groups/use-proved-action';
import { draftOf, restOf, type DraftGroup } from './draft';
import { DraftPlan } from './draft-plan';
import { Earlier } from './earlier';
import { Naming } from './naming';
import { isDraft, OpenTakeover } from './open-takeover';
import type { GroupList, LineProblem } from './read-groups';
import { Searching } from './searching';
import { TakeoverCard } from './takeover-card';
import { isOver, isUnderWay } from './takeover-text';
import type { Search } from './use-search';
import { Ways } from './ways';

interface Props {
  /** The user of the page. */
  me: string;
  siteAdmin: SiteAdmin;
  /** Groups may belong to other spaces by now. */
  onChanged: () => void;
}

/** Names what stands where groups are named. */
type Shown =
  | { what: 'ways' }
  | { what: 'search'; search: Search }
  | { what: 'list'; list: GroupList }
  | { what: 'draft'; groups: DraftGroup[]; problems: LineProblem[]; search?: Search }
  | { what: 'takeover'; takeover: TakeoverView }
  | { what: 'past'; changeId: string }
  /** Groups that it left as they were, to be decided about. */
  | { what: 'rest'; changeId: string };

const WAYS: Shown = { what: 'ways' };
const NOT_SEARCHED: Search = { groups: [], lookedAt: 0, next: 0 };

/** Takes over many groups in one go: finds them, shows what would happen, does it, and takes it back. What isn't finished stands first. */
export function TakeOver(props: Props) {
  const it = useShown(props);
  return (
    <Stack space="space.200" alignInline="stretch">
      <Heading as="h2" size="medium">
        {TAKE_OVER.heading}
      </Heading>
      <Text>{TAKE_OVER.text}</Text>
      {it.shown === undefined ? <Loading label={TAKE_OVER.reading} /> : <Step {...props} it={it} shown={it.shown} />}
      <Earlier pages={it.pages} onOpen={(changeId) => it.show({ what: 'past', changeId })} />
    </Stack>
  );
}

function useShown({ onChanged }: Props) {
  const pages = usePages<TakeoverPage, string>((before) =>
    callGlobalSettings('listTakeovers', before === undefined ? {} : { before }),
  );
  const [chosen, setChosen] = useState<Shown>();
  const unfinished = pages.value?.takeovers.find(isUnfinished);
  const first: Shown = unfinished === undefined ? WAYS : { what: 'past', changeId: unfinished.changeId };
  function show(next: Shown) {
    setChosen(next);
    if (next.what === 'takeover') moved(next.takeover);
  }
  function moved(takeover: TakeoverView) {
    if (isOver(takeover)) onChanged();
  }
  function close() {
    pages.reload();
    setChosen(WAYS);
  }
  const isRead = pages.value !== undefined || pages.failure !== undefined;
  return {
    pages,
    /** Undefined: it isn't known yet what is under way. */
    shown: chosen ?? (isRead ? first : undefined),
    /** Somebody came here by a button that is gone. */
    isChosen: chosen !== undefined,
    show,
    moved,
    close,
  };
}

type StepProps<What extends Shown['what'] = Shown['what']> = Props & {
  it: ReturnType<typeof useShown>;
  shown: Extract<Shown, { what: What }>;
};

function Step(props: StepProps) {
  const { shown } = props;
  switch (shown.what) {
    case 'ways':
    case 'search':
    case 'list':
      return <Finding {...props} shown={shown} />;
    case 'draft':
    case 'takeover':
    case 'past':
    case 'rest':
      return <Planned {...props} shown={shown} />;
  }
}

/** Finds the groups, in one of three ways. */
function Finding({ it: { show, isChosen }, shown }: StepProps<'ways' | 'search' | 'list'>) {
  switch (shown.what) {
    case 'ways':
      return (
        <Ways
          takesFocus={isChosen}
          onPattern={() => show({ what: 'search', search: NOT_SEARCHED })}
          onText={(text) => show({ what: 'search', search: { text, ...NOT_SEARCHED } })}
          onList={(list) => show({ what: 'list', list })}
        />
      );
    case 'search':
      return (
        <Searching
          begun={shown.search}
          onEnd={(search) => show({ what: 'draft', groups: search.groups, problems: [], search })}
        />
      );
    case 'list':
      return (
        <Naming
          list={shown.list}
          onEnd={(groups, problems) => show({ what: 'draft', groups, problems })}
          onBack={() => show(WAYS)}
        />
      );
  }
}

/** Shows what would happen, happens, or happened. */
function Planned({ me, siteAdmin, it, shown }: StepProps<'draft' | 'takeover' | 'past' | 'rest'>) {
  const { show, close, moved, isChosen } = it;
  function showTakeover(takeover: TakeoverView) {
    show(isDraft(takeover) ? { what: 'past', changeId: takeover.changeId } : { what: 'takeover', takeover });
  }
  function showRest(changeId: string) {
    show({ what: 'rest', changeId });
  }
  const ways = { onUndo: showTakeover, onRest: showRest, onClose: close };
  const card = { me, siteAdmin, takesFocus: isChosen, onMoved: moved, ...ways };
  const draft = {
    siteAdmin,
    onApplied: showTakeover,
    onStartOver: close,
    onContinue: (search: Search) => show({ what: 'search', search }),
  };
  if (shown.what === 'draft') return <DraftPlan {...draft} {...shown} search={shown.search} replaces={undefined} />;
  if (shown.what === 'takeover') {
    return <TakeoverCard key={shown.takeover.changeId} takeover={shown.takeover} {...card} />;
  }
  const { what, changeId } = shown;
  return (
    <OpenTakeover key={`${what} ${changeId}`} changeId={changeId} isWhole={what === 'rest'} onClose={close}>
      {({ takeover, lines }) => {
        if (what === 'past' && !isDraft(takeover)) return <TakeoverCard takeover={takeover} {...card} />;
        const kept = what === 'past' ? { groups: draftOf(lines), replaces: changeId } : { groups: restOf(lines) };
        return <DraftPlan {...draft} problems={[]} search={undefined} replaces={undefined} {...kept} />;
      }}
    </OpenTakeover>
  );
}

/** Tells whether it goes on, or is a plan that can still be carried out. */
function isUnfinished(takeover: TakeoverRow): boolean {
  return isUnderWay(takeover) || takeover.state === 'planned';
}
