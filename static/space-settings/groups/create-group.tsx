import { showFlag } from '@forge/bridge';
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
import type { GroupRow, SpaceRole, SpaceSettingsView } from '../../../src/shared/groups/views';
import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { SPACE_ACCESS } from '../../../src/shared/words/space-access';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { FailureMessage } from '../../feedback/failure-message';
import { Filled } from '../../feedback/filled';
import { FieldProblem } from '../../fields/field-problem';
import { useDraft } from '../../hooks/use-draft';
import { createWithRole, type WithRole } from '../access/create-with-role';
import { RoleField } from '../access/role-field';

interface Draft {
  name: string;
  role?: SpaceRole | undefined;
}

interface Props {
  view: SpaceSettingsView;
  onCreated: (group: GroupRow) => void;
  onClose: () => void;
}

/** Asks for a name, shows the full name while it's typed, and creates the group. */
export function CreateGroup({ view, onCreated, onClose }: Props) {
  const { draft, edit, problem, failure, busy, save } = useDraft({
    initial: (): Draft => ({ name: '' }),
    fields: { name: 'name' },
    problemsOf: ({ name }) => ({ name: freePartProblem(name.trim()) }),
    send: ({ name, role }) => createWithRole(name.trim(), role),
    onSaved: (group) => {
      flagCreated(group);
      onClose();
      onCreated(group);
    },
  });
  return (
    <ModalTransition>
      <Modal onClose={onClose}>
        <Form onSubmit={save}>
          <ModalHeader>
            <ModalTitle>{SPACE_PAGE.createGroup}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Stack space="space.150">
              <NameField name={draft.name} problem={problem('name')} onType={(name) => edit({ name })} />
              <Preview view={view} name={draft.name.trim()} />
              <RoleField space={view.space} value={draft.role} onChange={(role) => edit({ role })} />
              {failure !== undefined && <FailureMessage failure={failure} />}
            </Stack>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              {CONTROLS.cancel}
            </Button>
            <LoadingButton appearance="primary" type="submit" isLoading={busy}>
              {SPACE_PAGE.create}
            </LoadingButton>
          </ModalFooter>
        </Form>
      </Modal>
    </ModalTransition>
  );
}

function flagCreated({ groupName: group, answerLost, notAssigned }: WithRole): void {
  if (notAssigned !== undefined) {
    const title = say(SPACE_ACCESS.notAssigned, { group });
    return void showFlag({
      id: 'group-created',
      type: 'warning',
      title,
      description: say(SPACE_ACCESS.notAssignedText, notAssigned),
      isAutoDismiss: false,
    });
  }
  showFlag({
    id: 'group-created',
    type: 'success',
    title: say(answerLost ? SPACE_PAGE.createdUnsure : SPACE_PAGE.created, { group }),
    ...(answerLost && { description: SPACE_PAGE.createdUnsureText }),
    isAutoDismiss: answerLost !== true,
  });
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
