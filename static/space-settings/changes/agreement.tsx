import { Checkbox, Label, Stack, Textfield } from '@forge/react';
import { useState } from 'react';

import { PLAN } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { PERSON_CHANGE } from '../../../src/shared/words/people-tab';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { FieldProblem, problemOf } from '../../fields/field-problem';
import { useLatest } from '../../hooks/use-latest';
import type { HeldChange } from './use-change';

/** Holds what somebody agrees to before a plan is carried out, and checks it before it's sent. */
export function useAgreement({ change, action, apply }: HeldChange) {
  const { needsTypedNumber: needed, removesAuthor } = change;
  const [typed, setTyped] = useState('');
  const [confirmSelf, setConfirmSelf] = useState(false);
  const [problems, setProblems] = useState<{ number?: string; self?: string }>({});
  const send = useLatest(() => {
    const isWrong = needed !== undefined && typed.trim() !== String(needed);
    const isMissing = removesAuthor === true && !confirmSelf;
    setProblems({
      ...(isWrong && { number: say(PLAN.numberWrong, { n: needed }) }),
      ...(isMissing && { self: SPACE_PAGE.loseItMissing }),
    });
    if (isWrong || isMissing) return;
    apply({ ...(needed !== undefined && { typedNumber: needed }), ...(removesAuthor === true && { confirmSelf }) });
  });
  return {
    numberProblem: problems.number ?? problemOf(action.failure, 'typedNumber'),
    selfProblem: problems.self ?? problemOf(action.failure, 'confirmSelf'),
    confirmSelf,
    type: setTyped,
    confirm: setConfirmSelf,
    apply: send,
  };
}

/** Shows the fields for what somebody agrees to. */
export function Agreement({ held: { change }, it }: { held: HeldChange; it: ReturnType<typeof useAgreement> }) {
  const words =
    change.person === undefined ? { loseIt: SPACE_PAGE.loseIt, typeNumber: PLAN.typeNumber } : PERSON_CHANGE;
  return (
    <>
      {change.needsTypedNumber !== undefined && (
        <NumberToType
          label={say(words.typeNumber, { n: change.needsTypedNumber })}
          problem={it.numberProblem}
          onType={it.type}
        />
      )}
      {change.removesAuthor === true && (
        <Stack>
          <Checkbox label={words.loseIt} isChecked={it.confirmSelf} onChange={() => it.confirm(!it.confirmSelf)} />
          <FieldProblem problem={it.selfProblem} />
        </Stack>
      )}
    </>
  );
}

interface NumberProps {
  label: string;
  problem: string | undefined;
  onType: (typed: string) => void;
}

function NumberToType({ label, problem, onType }: NumberProps) {
  return (
    <Stack>
      <Label labelFor="change-number">{label}</Label>
      <Textfield
        id="change-number"
        name="change-number"
        width="small"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone
        autoFocus
        isInvalid={problem !== undefined}
        onChange={(event) => onType(String(event.target.value))}
      />
      <FieldProblem problem={problem} />
    </Stack>
  );
}
