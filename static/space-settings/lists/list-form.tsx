import { Button, Inline, Label, LoadingButton, Select, Stack, Text } from '@forge/react';
import { useState } from 'react';

import { EFFECTS, LIST_FORM } from '../../../src/shared/words/bring-list';
import { CONTROLS } from '../../../src/shared/words/controls';
import { CHOSEN_FILE } from '../../../src/shared/words/file-frame';
import { say } from '../../../src/shared/words/format';
import { PasteOrFile } from '../../files/paste-or-file';
import type { ChosenList } from '../../files/protocol';
import { useLatest } from '../../hooks/use-latest';
import type { MemberList } from '../../people-list/member-list';
import { readMembers } from '../../people-list/read-members';
import type { Effect } from './list-lines';
import { useWritten, type WrittenList } from './use-written';

interface Props {
  initial: WrittenList;
  /** The reason why the list that was entered before couldn't be taken. */
  initialProblem?: string | undefined;
  effects: readonly Effect[];
  /** People are being looked up already. */
  busy?: boolean;
  /** Says why nothing of a list can be taken. */
  problemOf: (list: MemberList, effect: Effect) => string | undefined;
  onFind: (list: MemberList, written: WrittenList) => void;
  onCancel: () => void;
  /** Offered where nothing of a list can be taken here. */
  otherWay?: OtherWay;
}

interface OtherWay {
  label: string;
  isFor: (list: MemberList) => boolean;
  onTake: (written: WrittenList) => void;
}

const CHOOSE = { what: 'choose', as: 'list' } as const;

/** Takes a list of people, pasted or in a file, and says why nobody in it can be taken. */
export function ListForm(props: Props) {
  const { initial, initialProblem, effects, busy = false, problemOf, onFind, onCancel, otherWay } = props;
  const it = useWritten(initial, initialProblem);
  const [isOffered, setOffered] = useState(false);
  const find = useLatest(() => {
    const written = it.now();
    const list = listIn(written);
    setOffered(otherWay?.isFor(list) === true);
    if (it.check(problemOf(list, written.effect)) === undefined) onFind(list, written);
  });
  function take(chosen: ChosenList) {
    setOffered(otherWay?.isFor(chosen.list) === true);
    it.setFile(chosen, problemOf(chosen.list, it.effect));
  }
  return (
    <Stack space="space.200" alignInline="stretch">
      <People it={it} onChosen={take} />
      {it.problem !== undefined && isOffered && (
        <Inline>
          <Button onClick={() => otherWay?.onTake(it.now())}>{otherWay?.label}</Button>
        </Inline>
      )}
      <EffectField effects={effects} effect={it.effect} onChange={it.setEffect} />
      <Text color="color.text.subtle">{LIST_FORM.kept}</Text>
      <Buttons busy={busy} onFind={find} onCancel={onCancel} />
    </Stack>
  );
}

function People({ it, onChosen }: { it: ReturnType<typeof useWritten>; onChosen: (chosen: ChosenList) => void }) {
  const { file, problem, drawn } = it;
  return (
    <PasteOrFile
      id="list-people"
      label={LIST_FORM.people}
      help={LIST_FORM.help}
      drawn={drawn}
      file={file && { ...file, says: fileText(file) }}
      problem={problem}
      frame={{ task: CHOOSE, onChosen }}
      pasteInstead={CHOSEN_FILE.remove}
      onEdit={it.edit}
      onPasteInstead={() => it.setFile(undefined)}
    />
  );
}

function listIn({ text, file }: WrittenList): MemberList {
  return file === undefined ? readMembers(text) : file.list;
}

function fileText({ name, list: { people } }: ChosenList): string {
  return say(CHOSEN_FILE.people, { name, n: people.length, count: people.length.toLocaleString('en-US') });
}

function Buttons({ busy, onFind, onCancel }: { busy: boolean; onFind: () => void; onCancel: () => void }) {
  return (
    <Inline space="space.100">
      <LoadingButton appearance="primary" isLoading={busy} onClick={onFind}>
        {LIST_FORM.find}
      </LoadingButton>
      <Button appearance="subtle" onClick={onCancel}>
        {CONTROLS.cancel}
      </Button>
    </Inline>
  );
}

interface EffectProps {
  effects: readonly Effect[];
  effect: Effect;
  onChange: (effect: Effect) => void;
}

function EffectField({ effects, effect, onChange }: EffectProps) {
  const options = effects.map((value) => ({ value, label: EFFECTS[value] }));
  return (
    <Stack>
      <Label labelFor="list-effect">{LIST_FORM.effect}</Label>
      <Select
        inputId="list-effect"
        name="list-effect"
        options={options}
        value={options.find(({ value }) => value === effect) ?? null}
        onChange={(choice: { value: Effect } | null) => onChange(choice?.value ?? 'add')}
      />
    </Stack>
  );
}
