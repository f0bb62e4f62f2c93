import { Heading, Stack, UserPicker } from '@forge/react';

import { MAX_PEOPLE } from '../../../src/shared/limits';
import { FieldProblem } from '../../fields/field-problem';
import { LinesField } from '../../fields/lines-field';
import { NumberField } from '../../fields/number-field';
import { pickedIds } from '../../fields/picked';
import { SwitchField } from '../../fields/switch-field';
import type { FieldsProps } from './pattern-fields';
import { SpaceAdminField } from './space-admin-field';

/** Who is a space admin, what is off limits, and how much at a time. */
export function RulesFields(props: FieldsProps) {
  return (
    <>
      <Stack space="space.200">
        <Heading as="h3" size="small">
          Space admins
        </Heading>
        <SpaceAdminField {...props} />
      </Stack>
      <Stack space="space.200">
        <Heading as="h3" size="small">
          Limits
        </Heading>
        <BlockList {...props} />
        <PersonalSpaces {...props} />
        <Maximum {...props} />
      </Stack>
      <Stack space="space.200">
        <Heading as="h3" size="small">
          Support
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
      label="Block list"
      help="Groups that nobody may touch with this app, one name a line. An asterisk at the end stands for anything: hr-*"
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
      label="Personal spaces"
      text="Allow in personal spaces"
      help="Owners can then edit groups that you adopt for their space. They can’t create groups."
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
      label="Maximum people per operation"
      help={`How many people a space admin may add or remove at once: 1 to ${String(MAX_PEOPLE)}.`}
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
        label="Who may read the Support tab"
        description="Besides Confluence administrators. They see nothing else of these settings."
        isMulti
        defaultValue={draft.supportReaders}
        onChange={(users) => onEdit({ supportReaders: pickedIds(users) })}
      />
      <FieldProblem problem={problem('supportReaders')} />
    </Stack>
  );
}
