import { Button, Form, Stack } from '@forge/react';
import { useState } from 'react';

import { TAKE_OVER } from '../../../src/shared/words/take-over';
import { TextField } from '../../fields/text-field';
import { useLatest } from '../../hooks/use-latest';
import { ListForm } from './list-form';
import type { GroupList } from './read-groups';

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
