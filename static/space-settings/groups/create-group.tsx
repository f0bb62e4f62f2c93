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
import { useState } from 'react';

import { formGroupName, freePartProblem } from '../../../src/shared/groups/group-pattern';
import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';

interface Props {
  view: SpaceSettingsView;
  onCreated: (group: GroupRow) => void;
  onClose: () => void;
}

/** Asks for a name, shows what becomes of it while it is typed, and creates the group. */
export function CreateGroup({ view, onCreated, onClose }: Props) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const action = useAction();
  function typed(text: string) {
    setName(text);
    setProblem(undefined);
    if (action.failure !== undefined) action.forget();
  }
  const create = useLatest(() => {
    const found = freePartProblem(name.trim());
    setProblem(found);
    if (found !== undefined) return;
    action.run(
      () => callSpaceSettings('createGroup', { name: name.trim() }),
      (group) => {
        showFlag({
          id: 'group-created',
          type: 'success',
          title: group.answerLost ? `Group ${group.groupName} is there now` : `Group ${group.groupName} is created`,
          ...(group.answerLost && {
            description:
              'Confluence’s answer was lost, so we don’t know whether this request created it. It belongs to this space.',
          }),
          isAutoDismiss: group.answerLost !== true,
        });
        onClose();
        onCreated(group);
      },
    );
  });
  const shown = problem ?? problemOf(action.failure, 'name');
  const { failure } = action;
  return (
    <ModalTransition>
      <Modal onClose={onClose}>
        <Form onSubmit={create}>
          <ModalHeader>
            <ModalTitle>Create group</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Stack space="space.150">
              <Stack>
                <Label labelFor="group-name">
                  Name
                  <RequiredAsterisk />
                </Label>
                <Textfield
                  id="group-name"
                  name="group-name"
                  value={name}
                  isInvalid={shown !== undefined}
                  onChange={(event) => typed(String(event.target.value))}
                />
                <HelperMessage>Letters, digits, hyphen, underscore, dot and space. For example: writers</HelperMessage>
                <FieldProblem problem={shown} />
              </Stack>
              <Preview view={view} name={name.trim()} />
              {failure !== undefined && !isShownAtFields(failure, ['name']) && <FailureMessage failure={failure} />}
            </Stack>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              Cancel
            </Button>
            <LoadingButton appearance="primary" type="submit" isLoading={action.busy}>
              Create
            </LoadingButton>
          </ModalFooter>
        </Form>
      </Modal>
    </ModalTransition>
  );
}

function Preview({ view, name }: { view: SpaceSettingsView; name: string }) {
  const full = formGroupName(view.pattern, view.space.key, name === '' ? '…' : name);
  return (
    <Text>
      The group’s name will be <Code>{full ?? name}</Code>
    </Text>
  );
}
