import { Button, HelperMessage, Inline, Label, Select, Stack, Text } from '@forge/react';
import { useRef, useState } from 'react';

import { EFFECTS, LIST_FORM } from '../../../src/shared/words/bring-list';
import { CONTROLS } from '../../../src/shared/words/controls';
import { CHOSEN_FILE } from '../../../src/shared/words/file-frame';
import { say } from '../../../src/shared/words/format';
import { PasteField } from '../../fields/paste-field';
import { ChosenFile } from '../../files/chosen-file';
import { FileFrame } from '../../files/file-frame';
import type { ChosenList } from '../../files/protocol';
import { useLatest } from '../../hooks/use-latest';
import { listFor, listOf, listProblem, type Effect, type ListForGroup } from './list-lines';

/** Holds what somebody entered: a file takes the place of the text. */
export interface WrittenList {
  text: string;
  effect: Effect;
  file?: ChosenList | undefined;
}

interface Props {
  groupName: string;
  /** Most people in a list, by the rules of the site. */
  longest: number;
  initial: WrittenList;
  onFind: (list: ListForGroup, written: WrittenList) => void;
  onCancel: () => void;
}

const CHOOSE = { what: 'choose', as: 'list' } as const;

const EFFECT_OPTIONS = (['add', 'remove', 'wholeGroup'] as const).map((value) => ({ value, label: EFFECTS[value] }));

/** Takes a list of people, pasted or in a file, and says why nobody in it can be taken. */
export function ListForm({ groupName, longest, initial, onFind, onCancel }: Props) {
  const it = useWritten(initial);
  function problemOf(list: ListForGroup): string | undefined {
    return listProblem(list, longest);
  }
  const find = useLatest(() => {
    const written = it.now();
    const list = listIn(written, groupName);
    if (it.check(problemOf(list)) === undefined) onFind(list, written);
  });
  function take(chosen: ChosenList) {
    it.setFile(chosen, problemOf(listOf(chosen.list, groupName, it.effect)));
  }
  return (
    <Stack space="space.200" alignInline="stretch">
      <People it={it} onChosen={take} />
      <EffectField effect={it.effect} onChange={it.setEffect} />
      <Text color="color.text.subtle">{LIST_FORM.kept}</Text>
      <Buttons onFind={find} onCancel={onCancel} />
    </Stack>
  );
}

function People({ it, onChosen }: { it: ReturnType<typeof useWritten>; onChosen: (chosen: ChosenList) => void }) {
  const { file, problem, drawn } = it;
  return (
    <Stack space="space.050" alignInline="stretch">
      {file === undefined ? (
        <PasteField
          key={drawn.marks}
          id="list-people"
          label={LIST_FORM.people}
          help={LIST_FORM.help}
          initial={drawn.text}
          problem={problem}
          takesFocus
          onEdit={it.edit}
        />
      ) : (
        <ChosenFile file={file} problem={problem} />
      )}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{file === undefined ? '' : fileText(file)}</HelperMessage>
      <FileFrame task={CHOOSE} onChosen={onChosen} />
      {file !== undefined && (
        <Inline>
          <Button onClick={() => it.setFile(undefined)}>{CHOSEN_FILE.remove}</Button>
        </Inline>
      )}
    </Stack>
  );
}

/** Holds what is entered. The text field keeps its input itself, and is drawn again when it's marked, to take the focus. */
function useWritten(initial: WrittenList) {
  const typed = useRef(initial.text);
  const [effect, setEffect] = useState(initial.effect);
  const [file, setFile] = useState(initial.file);
  const [problem, setProblem] = useState<string>();
  const [drawn, setDrawn] = useState({ text: initial.text, marks: 0 });
  function redraw() {
    setDrawn(({ marks }) => ({ text: typed.current, marks: marks + 1 }));
  }
  return {
    effect,
    file,
    problem,
    drawn,
    setEffect,
    now: (): WrittenList => ({ text: typed.current, effect, file }),
    edit: (value: string) => {
      typed.current = value;
      if (problem !== undefined) setProblem(undefined);
    },
    setFile: (next: ChosenList | undefined, found?: string) => {
      setFile(next);
      setProblem(found);
      if (next === undefined) redraw();
    },
    /** Marks what was entered with why it can't be taken, which it returns. */
    check: (found: string | undefined) => {
      setProblem(found);
      if (found !== undefined) redraw();
      return found;
    },
  };
}

function listIn({ text, effect, file }: WrittenList, groupName: string): ListForGroup {
  return file === undefined ? listFor(text, groupName, effect) : listOf(file.list, groupName, effect);
}

/** Says how many people a file names. */
function fileText({ name, list: { people } }: ChosenList): string {
  return say(CHOSEN_FILE.people, { name, n: people.length, count: people.length.toLocaleString('en-US') });
}

function Buttons({ onFind, onCancel }: { onFind: () => void; onCancel: () => void }) {
  return (
    <Inline space="space.100">
      <Button appearance="primary" onClick={onFind}>
        {LIST_FORM.find}
      </Button>
      <Button appearance="subtle" onClick={onCancel}>
        {CONTROLS.cancel}
      </Button>
    </Inline>
  );
}

function EffectField({ effect, onChange }: { effect: Effect; onChange: (effect: Effect) => void }) {
  return (
    <Stack>
      <Label labelFor="list-effect">{LIST_FORM.effect}</Label>
      <Select
        inputId="list-effect"
        name="list-effect"
        options={EFFECT_OPTIONS}
        value={EFFECT_OPTIONS.find(({ value }) => value === effect) ?? null}
        onChange={(choice: { value: Effect } | null) => onChange(choice?.value ?? 'add')}
      />
    </Stack>
  );
}
