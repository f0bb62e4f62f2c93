import { HelperMessage, Label, Select, Stack } from '@forge/react';

import type { SpaceRow } from '../../src/shared/groups/views';
import { say } from '../../src/shared/words/format';
import { SPACE_PICKER } from '../../src/shared/words/space-picker';
import { FailureMessage } from '../feedback/failure-message';
import { FieldProblem } from '../fields/field-problem';
import { useSpaceSearch } from './use-space-search';

interface Props {
  id: string;
  name: string;
  label: string;
  help: string;
  picked: SpaceRow | undefined;
  /** The space that can't be picked here. */
  without?: string;
  problem?: string | undefined;
  /** The one that was picked has gone elsewhere on the page, and the next can be looked for. */
  isAgain?: boolean;
  onPick: (space: SpaceRow | undefined) => void;
}

interface Choice {
  label: string;
  value: string;
}

/** Finds a space by a part of its name or by its key, among those that the person can see. */
export function SpacePicker({ id, name, label, help, picked, without, problem, isAgain = false, onPick }: Props) {
  const { typed, found, failure, loading, type, again } = useSpaceSearch();
  const spaces = found.spaces.filter((space) => space.id !== without);
  const known = picked === undefined ? spaces : [picked, ...spaces];
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <Select
        inputId={id}
        name={name}
        isClearable
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field that picked the last one is gone
        autoFocus={isAgain}
        isLoading={loading}
        isInvalid={problem !== undefined}
        placeholder={SPACE_PICKER.placeholder}
        options={spaces.map((space) => choiceOf(space, typed))}
        value={picked === undefined ? null : choiceOf(picked, '')}
        onInputChange={type}
        onChange={(choice: Choice | null) => onPick(known.find((space) => space.id === choice?.value))}
      />
      <HelperMessage>{noteOf({ ...found, spaces }, typed, loading) ?? help}</HelperMessage>
      <FieldProblem problem={problem} />
      {failure !== undefined && <FailureMessage failure={failure} onRetry={again} />}
    </Stack>
  );
}

/** The field hides options that don't hold what is typed. A space that was found by a former key says so, and stays. */
function choiceOf({ id, name, key }: SpaceRow, typed: string): Choice {
  const label = say(SPACE_PICKER.option, { name, key });
  const isShown = label.toLowerCase().includes(typed.toLowerCase());
  return { value: id, label: isShown ? label : say(SPACE_PICKER.foundBy, { name, key, typed }) };
}

function noteOf({ spaces, more }: { spaces: readonly SpaceRow[]; more: boolean }, typed: string, loading: boolean) {
  if (typed === '' || loading) return undefined;
  if (spaces.length === 0) return SPACE_PICKER.none;
  return more ? SPACE_PICKER.more : undefined;
}
