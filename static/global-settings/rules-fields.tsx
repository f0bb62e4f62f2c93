import {
  Heading,
  HelperMessage,
  Inline,
  Label,
  Stack,
  Text,
  TextArea,
  Textfield,
  Toggle,
  UserPicker,
} from '@forge/react';

import { MAX_PEOPLE } from '../../src/shared/limits';
import { FieldProblem } from '../components/field-problem';
import { pickedIds } from '../picked';
import type { FieldsProps } from './pattern-fields';
import { SpaceAdminField } from './space-admin-field';

const BlockList = ({ draft, onEdit, problem }: FieldsProps) => (
  <Stack>
    <Label labelFor="rules-block-list">Block list</Label>
    <TextArea
      id="rules-block-list"
      name="blockList"
      minimumRows={4}
      value={draft.blockList}
      isInvalid={problem('blockList') !== undefined}
      onChange={(event) => onEdit({ blockList: String(event.target.value) })}
    />
    <HelperMessage>
      Groups that nobody may touch with this app, one name a line. An asterisk at the end stands for anything: hr-*
    </HelperMessage>
    <FieldProblem problem={problem('blockList')} />
  </Stack>
);

const PersonalSpaces = ({ draft, onEdit }: FieldsProps) => (
  <Stack space="space.050">
    <Inline space="space.100" alignBlock="center">
      <Toggle
        id="rules-personal-spaces"
        label="Personal spaces"
        isChecked={draft.personalSpaces}
        onChange={(event) => onEdit({ personalSpaces: event.target.checked === true })}
      />
      <Text>Allow in personal spaces</Text>
    </Inline>
    <HelperMessage>Owners can then edit groups that you adopt for their space. They can’t create groups.</HelperMessage>
  </Stack>
);

const Maximum = ({ draft, onEdit, problem }: FieldsProps) => (
  <Stack>
    <Label labelFor="rules-maximum">Maximum people per operation</Label>
    <Textfield
      id="rules-maximum"
      name="maximum"
      width="small"
      value={draft.maximum}
      isInvalid={problem('maximum') !== undefined}
      onChange={(event) => onEdit({ maximum: String(event.target.value) })}
    />
    <HelperMessage>{`How many people a space admin may add or remove at once: 1 to ${String(MAX_PEOPLE)}.`}</HelperMessage>
    <FieldProblem problem={problem('maximum')} />
  </Stack>
);

const SupportReaders = ({ draft, onEdit, problem }: FieldsProps) => (
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

/** Who is a space admin, what is off limits, and how much at a time. */
export const RulesFields = (props: FieldsProps) => (
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
