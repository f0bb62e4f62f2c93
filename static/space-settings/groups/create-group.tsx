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
import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Filled } from '../../feedback/filled';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';

interface Props {
  view: SpaceSettingsView;
  onCreated: (group: GroupRow) => void;
  onClose: () => void;
}

/** Asks for a name, shows the full name while it's typed, and creates the group. */
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
          title: say(group.answerLost ? SPACE_PAGE.createdUnsure : SPACE_PAGE.created, { group: group.groupName }),
          ...(group.answerLost && {
            description: SPACE_PAGE.createdUnsureText,
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
            <ModalTitle>{SPACE_PAGE.createGroup}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Stack space="space.150">
              <Stack>
                <Label labelFor="group-name">
                  {SPACE_PAGE.name}
                  <RequiredAsterisk />
                </Label>
                <Textfield
                  id="group-name"
                  name="group-name"
                  value={name}
                  isInvalid={shown !== undefined}
                  onChange={(event) => typed(String(event.target.value))}
                />
                <HelperMessage>{SPACE_PAGE.nameHelp}</HelperMessage>
                <FieldProblem problem={shown} />
              </Stack>
              <Preview view={view} name={name.trim()} />
              {failure !== undefined && !isShownAtFields(failure, ['name']) && <FailureMessage failure={failure} />}
            </Stack>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              {CONTROLS.cancel}
            </Button>
            <LoadingButton appearance="primary" type="submit" isLoading={action.busy}>
              {SPACE_PAGE.create}
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
      <Filled sentence={SPACE_PAGE.fullName} parts={{ name: <Code>{full ?? name}</Code> }} />
    </Text>
  );
}
