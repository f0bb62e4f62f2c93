import { Button, Inline, Label, Select, Stack, Text } from '@forge/react';
import { useRef, useState } from 'react';

import { EFFECTS, LIST_FORM } from '../../../src/shared/words/bring-list';
import { CONTROLS } from '../../../src/shared/words/controls';
import { PasteField } from '../../fields/paste-field';
import { useLatest } from '../../hooks/use-latest';
import { listFor, listProblem, type Effect, type ListForGroup } from './list-lines';

interface Props {
  groupName: string;
  /** Most people in a list, by the rules of the site. */
  longest: number;
  /** The initial text and effect. */
  text: string;
  effect: Effect;
  onFind: (list: ListForGroup, text: string) => void;
  onCancel: () => void;
}

const EFFECT_OPTIONS = (['add', 'remove', 'wholeGroup'] as const).map((value) => ({ value, label: EFFECTS[value] }));

/** Takes a pasted list of people, and says why nobody in it can be taken. */
export function ListForm({ groupName, longest, text, effect: initial, onFind, onCancel }: Props) {
  const typed = useRef(text);
  const [effect, setEffect] = useState(initial);
  const [problem, setProblem] = useState<string>();
  /** The field is drawn again when it's marked, to take the focus. */
  const [drawn, setDrawn] = useState({ text, marks: 0 });
  const find = useLatest(() => {
    const list = listFor(typed.current, groupName, effect);
    const found = listProblem(list, longest);
    setProblem(found);
    if (found === undefined) onFind(list, typed.current);
    else setDrawn(({ marks }) => ({ text: typed.current, marks: marks + 1 }));
  });
  function edit(value: string) {
    typed.current = value;
    if (problem !== undefined) setProblem(undefined);
  }
  return (
    <Stack space="space.200">
      <PasteField
        key={drawn.marks}
        id="list-people"
        label={LIST_FORM.people}
        help={LIST_FORM.help}
        initial={drawn.text}
        problem={problem}
        takesFocus
        onEdit={edit}
      />
      <EffectField effect={effect} onChange={setEffect} />
      <Text color="color.text.subtle">{LIST_FORM.kept}</Text>
      <Buttons onFind={find} onCancel={onCancel} />
    </Stack>
  );
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
