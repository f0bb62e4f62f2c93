import {
  Button,
  Code,
  Form,
  HelperMessage,
  Label,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  RequiredAsterisk,
  Stack,
  Text,
  Textfield,
} from '@forge/react';

import { formGroupName, freePartProblem } from '../../../src/shared/groups/group-pattern';
import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { RENAME } from '../../../src/shared/words/rename-group';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { FailureMessage } from '../../feedback/failure-message';
import { Filled } from '../../feedback/filled';
import { FieldProblem } from '../../fields/field-problem';
import { useDraft } from '../../hooks/use-draft';
import { RoleField } from '../access/role-field';
import { createWithMembers, type Created, type NewGroup } from './create-with-members';
import { flagCreated } from './flag-created';
import { MembersFrom } from './members-from';

interface Props {
  view: SpaceSettingsView;
  /** The groups of the space, as far as they are loaded. */
  groups: readonly GroupRow[];
  /** The group whose place the new one is to take. */
  replaces?: GroupRow;
  onCreated: (created: Created) => void;
  onClose: () => void;
}

/** Asks for a name, shows the full name while it's typed, and creates the group; then plans its members if they come from another one. */
export function CreateGroup({ view, groups, replaces, onCreated, onClose }: Props) {
  const { draft, edit, problem, failure, busy, save } = useDraft({
    initial: (): NewGroup => ({ name: '', ...(replaces && { inPlaceOf: replaces.groupId }) }),
    fields: { name: 'name' },
    problemsOf: ({ name }) => ({ name: freePartProblem(name.trim()) }),
    send: createWithMembers,
    onSaved: (created) => {
      flagCreated(created);
      onClose();
      onCreated(created);
    },
  });
  const title = replaces === undefined ? SPACE_PAGE.createGroup : say(RENAME.inPlaceOf, { group: replaces.groupName });
  const sources = replaces === undefined ? groups : [];
  return (
    <ModalTransition>
      <Modal onClose={onClose}>
        <Form onSubmit={save}>
          <ModalHeader>
            <ModalTitle>{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Stack space="space.150">
              <NameField name={draft.name} problem={problem('name')} onType={(name) => edit({ name })} />
              <Preview view={view} name={draft.name.trim()} />
              <MembersFrom groups={sources} from={draft.from} onChoose={(from) => edit({ from })} />
              <RoleField space={view.space} value={draft.role} onChange={(role) => edit({ role })} />
              {failure !== undefined && <FailureMessage failure={failure} />}
            </Stack>
          </ModalBody>
          <Footer busy={busy} onClose={onClose} />
        </Form>
      </Modal>
    </ModalTransition>
  );
}

function Footer({ busy, onClose }: { busy: boolean; onClose: () => void }) {
  return (
    <ModalFooter>
      <Button appearance="subtle" onClick={onClose}>
        {CONTROLS.cancel}
      </Button>
      <LoadingButton appearance="primary" type="submit" isLoading={busy}>
        {SPACE_PAGE.create}
      </LoadingButton>
    </ModalFooter>
  );
}

interface NameProps {
  name: string;
  problem: string | undefined;
  onType: (name: string) => void;
}

function NameField({ name, problem, onType }: NameProps) {
  return (
    <Stack>
      <Label labelFor="group-name">
        {SPACE_PAGE.name}
        <RequiredAsterisk />
      </Label>
      <Textfield
        id="group-name"
        name="group-name"
        value={name}
        isInvalid={problem !== undefined}
        onChange={(event) => onType(String(event.target.value))}
      />
      <HelperMessage>{SPACE_PAGE.nameHelp}</HelperMessage>
      <FieldProblem problem={problem} />
    </Stack>
  );
}

function Preview({ view, name }: { view: SpaceSettingsView; name: string }) {
  const full = formGroupName(view.pattern, view.space.key, name === '' ? '…' : name);
  return (
    <Text>
      <Filled sentence={SPACE_PAGE.fullName} parts={{ name: <Code>{full ?? name}</Code> }} />
    </Text>
  );
}
