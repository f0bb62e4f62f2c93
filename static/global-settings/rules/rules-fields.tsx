import { Heading, Stack, UserPicker } from '@forge/react';

import { MAX_PEOPLE } from '../../../src/shared/limits';
import { say } from '../../../src/shared/words/format';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { FieldProblem } from '../../fields/field-problem';
import { LinesField } from '../../fields/lines-field';
import { NumberField } from '../../fields/number-field';
import { pickedIds } from '../../fields/picked';
import { SwitchField } from '../../fields/switch-field';
import type { FieldsProps } from './pattern-fields';
import { SpaceAdminField } from './space-admin-field';

/** Shows who is a space admin, what is off limits, and how much at a time. */
export function RulesFields(props: FieldsProps) {
  return (
    <>
      <Stack space="space.200">
        <Heading as="h3" size="small">
          {GLOBAL_PAGE.spaceAdmins}
        </Heading>
        <SpaceAdminField {...props} />
      </Stack>
      <Stack space="space.200">
        <Heading as="h3" size="small">
          {GLOBAL_PAGE.limits}
        </Heading>
        <BlockList {...props} />
        <PersonalSpaces {...props} />
        <Maximum {...props} />
      </Stack>
      <Stack space="space.200">
        <Heading as="h3" size="small">
          {GLOBAL_PAGE.support}
        </Heading>
        <SupportReaders {...props} />
      </Stack>
    </>
  );
}

function BlockList({ draft, onEdit, problem }: FieldsProps) {
  return (
    <LinesField
      id="rules-block-list"
      name="blockList"
      label={GLOBAL_PAGE.blockList}
      help={GLOBAL_PAGE.blockListHelp}
      value={draft.blockList}
      problem={problem('blockList')}
      onChange={(blockList) => onEdit({ blockList })}
    />
  );
}

function PersonalSpaces({ draft, onEdit }: FieldsProps) {
  return (
    <SwitchField
      id="rules-personal-spaces"
      label={GLOBAL_PAGE.personalSpaces}
      text={GLOBAL_PAGE.personalSpacesOn}
      help={GLOBAL_PAGE.personalSpacesHelp}
      isOn={draft.personalSpaces}
      onChange={(personalSpaces) => onEdit({ personalSpaces })}
    />
  );
}

function Maximum({ draft, onEdit, problem }: FieldsProps) {
  return (
    <NumberField
      id="rules-maximum"
      name="maximum"
      label={GLOBAL_PAGE.maximum}
      help={say(GLOBAL_PAGE.maximumHelp, { most: MAX_PEOPLE })}
      value={draft.maximum}
      problem={problem('maximum')}
      onChange={(maximum) => onEdit({ maximum })}
    />
  );
}

function SupportReaders({ draft, onEdit, problem }: FieldsProps) {
  return (
    <Stack>
      <UserPicker
        name="supportReaders"
        label={GLOBAL_PAGE.supportReaders}
        description={GLOBAL_PAGE.supportReadersHelp}
        isMulti
        defaultValue={draft.supportReaders}
        onChange={(users) => onEdit({ supportReaders: pickedIds(users) })}
      />
      <FieldProblem problem={problem('supportReaders')} />
    </Stack>
  );
}
