import { Checkbox, Label, Stack, Textfield } from '@forge/react';
import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { PLAN } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { PERSON_CHANGE } from '../../../src/shared/words/people-tab';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { FieldProblem, problemOf } from '../../fields/field-problem';
import { useLatest } from '../../hooks/use-latest';
import { agreedIn, NO_ANSWERS, type AnswerProblems, type Answers } from './agreed';
import type { HeldChange } from './use-change';

/** Holds what somebody agrees to before a plan is carried out, and checks it before it's sent. */
export function useAgreement({ change, action, apply }: HeldChange) {
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [found, setFound] = useState<AnswerProblems>({});
  const send = useLatest(() => {
    const it = agreedIn(change, answers);
    setFound('problems' in it ? it.problems : {});
    if ('agreed' in it) apply(it.agreed);
  });
  return {
    fields: {
      answers,
      problems: {
        number: found.number ?? problemOf(action.failure, 'typedNumber'),
        self: found.self ?? problemOf(action.failure, 'confirmSelf'),
      },
      onAnswer: setAnswers,
    },
    apply: send,
  };
}

interface Props {
  change: ChangeView;
  answers: Answers;
  problems: AnswerProblems;
  /** The button that led here is gone, and its field is the first. */
  takesFocus: boolean;
  onAnswer: (answers: Answers) => void;
}

/** Shows the fields for what somebody agrees to. */
export function Agreement({ change, answers, problems, takesFocus, onAnswer }: Props) {
  const { changeId, person, needsTypedNumber, removesAuthor } = change;
  const words = person === undefined ? { loseIt: SPACE_PAGE.loseIt, typeNumber: PLAN.typeNumber } : PERSON_CHANGE;
  return (
    <>
      {needsTypedNumber !== undefined && (
        <NumberToType
          id={`change-number-${changeId}`}
          label={say(words.typeNumber, { n: needsTypedNumber })}
          problem={problems.number}
          takesFocus={takesFocus}
          onType={(typed) => onAnswer({ ...answers, typed })}
        />
      )}
      {removesAuthor === true && (
        <Stack>
          <Checkbox
            label={words.loseIt}
            isChecked={answers.confirmSelf}
            onChange={() => onAnswer({ ...answers, confirmSelf: !answers.confirmSelf })}
          />
          <FieldProblem problem={problems.self} />
        </Stack>
      )}
    </>
  );
}

interface NumberProps {
  id: string;
  label: string;
  problem: string | undefined;
  takesFocus: boolean;
  onType: (typed: string) => void;
}

function NumberToType({ id, label, problem, takesFocus, onType }: NumberProps) {
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <Textfield
        id={id}
        name={id}
        width="small"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone
        autoFocus={takesFocus}
        isInvalid={problem !== undefined}
        onChange={(event) => onType(String(event.target.value))}
      />
      <FieldProblem problem={problem} />
    </Stack>
  );
}
