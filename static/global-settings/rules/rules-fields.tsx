import { Heading, Stack, UserPicker } from '@forge/react';

import { MOST_GROUPS, MOST_LINES } from '../../../src/shared/limits';
import { say } from '../../../src/shared/words/format';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { FieldProblem } from '../../fields/field-problem';
import { LinesField } from '../../fields/lines-field';
import { NumberField } from '../../fields/number-field';
import { pickedIds } from '../../fields/picked';
import { SwitchField } from '../../fields/switch-field';
import type { FieldsProps } from './pattern-fields';
import { SpaceAdminField } from './space-admin-field';
import { WhereField } from './where-field';

/** Shows where the app works, who is a space admin, what is off limits, and how much at a time. */
export function RulesFields(props: FieldsProps) {
  return (
    <>
      <WhereField {...props} />
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
        <Numbers {...props} />
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

function Numbers({ draft, onEdit, problem }: FieldsProps) {
  return (
    <>
      <NumberField
        id="rules-most-groups"
        name="mostGroups"
        label={GLOBAL_PAGE.mostGroups}
        help={say(GLOBAL_PAGE.mostGroupsHelp, { most: MOST_GROUPS })}
        value={draft.mostGroups}
        problem={problem('mostGroups')}
        onChange={(mostGroups) => onEdit({ mostGroups })}
      />
      <NumberField
        id="rules-longest-list"
        name="longestList"
        label={GLOBAL_PAGE.longestList}
        help={say(GLOBAL_PAGE.longestListHelp, { most: MOST_LINES })}
        value={draft.longestList}
        problem={problem('longestList')}
        onChange={(longestList) => onEdit({ longestList })}
      />
    </>
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
