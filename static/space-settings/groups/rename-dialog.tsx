import {
  Button,
  Heading,
  Label,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Stack,
  Text,
  TextArea,
} from '@forge/react';

import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { RENAME } from '../../../src/shared/words/rename-group';

interface Props {
  view: SpaceSettingsView;
  group: GroupRow;
  /** Creates another group in place of this one. */
  onReplace: () => void;
  onClose: () => void;
}

/** Offers the two ways to another name: somebody renames the group where that's possible, or another group takes its place. */
export function RenameDialog({ view: { space, mayCreate }, group: { groupName: group }, onReplace, onClose }: Props) {
  return (
    <ModalTransition>
      <Modal onClose={onClose}>
        <ModalHeader>
          <ModalTitle>{say(RENAME.title, { group })}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.200">
            <Keep group={group} space={space.name} />
            {mayCreate && <Replace onReplace={onReplace} />}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            {CONTROLS.close}
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

function Keep({ group, space }: { group: string; space: string }) {
  return (
    <Stack space="space.100">
      <Heading as="h3" size="xsmall">
        {RENAME.keep}
      </Heading>
      <Text>{RENAME.keepText}</Text>
      <Stack>
        <Label labelFor="rename-message">{RENAME.message}</Label>
        <TextArea
          id="rename-message"
          name="rename-message"
          isReadOnly
          defaultValue={say(RENAME.messageText, { group, space })}
        />
      </Stack>
    </Stack>
  );
}

function Replace({ onReplace }: { onReplace: () => void }) {
  return (
    <Stack space="space.100" alignInline="start">
      <Heading as="h3" size="xsmall">
        {RENAME.replace}
      </Heading>
      <Text>{RENAME.replaceText}</Text>
      <Button onClick={onReplace}>{RENAME.create}</Button>
    </Stack>
  );
}
