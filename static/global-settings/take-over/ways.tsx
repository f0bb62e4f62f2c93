import { Button, Form, Inline, Stack } from '@forge/react';
import { useRef, useState } from 'react';

import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { PLAN, TAKE_OVER } from '../../../src/shared/words/take-over';
import { PasteField } from '../../fields/paste-field';
import { TextField } from '../../fields/text-field';
import { useLatest } from '../../hooks/use-latest';
import { readGroups, type GroupList } from './read-groups';

interface Props {
  /** The button that led here is gone. */
  takesFocus: boolean;
  onPattern: () => void;
  onText: (text: string) => void;
  onList: (list: GroupList) => void;
}

/** Offers three ways to name the groups: the pattern, a part of their names, and a list. */
export function Ways({ takesFocus, onPattern, onText, onList }: Props) {
  const [isListOpen, setListOpen] = useState(false);
  if (isListOpen) return <ListForm onList={onList} onCancel={() => setListOpen(false)} />;
  return (
    <Stack space="space.200" alignInline="start">
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone */}
      <Button autoFocus={takesFocus} onClick={onPattern}>
        {TAKE_OVER.byPattern}
      </Button>
      <SearchForm onText={onText} />
      <Button onClick={() => setListOpen(true)}>{TAKE_OVER.bring}</Button>
    </Stack>
  );
}

function SearchForm({ onText }: Pick<Props, 'onText'>) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const search = useLatest(() => {
    const wanted = text.trim();
    setProblem(wanted === '' ? TAKE_OVER.searchMissing : undefined);
    if (wanted !== '') onText(wanted);
  });
  return (
    <Form onSubmit={search}>
      <Stack space="space.100" alignInline="start">
        <TextField
          id="take-over-search"
          name="take-over-search"
          label={TAKE_OVER.search}
          help={TAKE_OVER.searchHelp}
          value={text}
          problem={problem}
          onChange={setText}
        />
        <Button type="submit">{TAKE_OVER.searchFor}</Button>
      </Stack>
    </Form>
  );
}

interface ListFormProps {
  onList: (list: GroupList) => void;
  onCancel: () => void;
}

function ListForm({ onList, onCancel }: ListFormProps) {
  const typed = useRef('');
  const [problem, setProblem] = useState<string>();
  /** The field is drawn again when it's marked, to take the focus. */
  const [drawn, setDrawn] = useState({ text: '', marks: 0 });
  const find = useLatest(() => {
    const list = readGroups(typed.current);
    const found = problemOf(list);
    setProblem(found);
    if (found === undefined) onList(list);
    else setDrawn(({ marks }) => ({ text: typed.current, marks: marks + 1 }));
  });
  function edit(text: string) {
    typed.current = text;
    if (problem !== undefined) setProblem(undefined);
  }
  return (
    <Stack space="space.200">
      <PasteField
        key={drawn.marks}
        id="take-over-list"
        label={TAKE_OVER.list}
        help={TAKE_OVER.listHelp}
        initial={drawn.text}
        problem={problem}
        takesFocus
        onEdit={edit}
      />
      <Inline space="space.100">
        <Button appearance="primary" onClick={find}>
          {TAKE_OVER.findListed}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {CONTROLS.cancel}
        </Button>
      </Inline>
    </Stack>
  );
}

/** Says why nothing of a list can be taken. */
function problemOf({ groups, problems: [first] }: GroupList): string | undefined {
  if (groups.length > 0) return undefined;
  return first === undefined ? TAKE_OVER.listEmpty : say(PLAN.problem, first);
}
