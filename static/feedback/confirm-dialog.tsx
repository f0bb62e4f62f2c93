import {
  Button,
  Form,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Stack,
} from '@forge/react';
import type { ReactNode } from 'react';

import { CONTROLS } from '../../src/shared/words/controls';
import type { Failure } from '../api';
import { useLatest } from '../hooks/use-latest';
import { FailureMessage } from './failure-message';

interface Props {
  title: string;
  confirmLabel: string;
  appearance?: 'primary' | 'warning' | 'danger';
  action: { busy: boolean; failure?: Failure | undefined };
  onConfirm: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** Asks before something is done; Enter in a field confirms. A failure is shown inside, so that nothing typed there is lost. */
export function ConfirmDialog({
  title,
  confirmLabel,
  appearance = 'primary',
  action,
  onConfirm,
  onCancel,
  children,
}: Props) {
  const confirm = useLatest(onConfirm);
  return (
    <ModalTransition>
      <Modal onClose={onCancel}>
        <Form onSubmit={confirm}>
          <ModalHeader>
            <ModalTitle>{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Stack space="space.200">
              {children}
              {action.failure !== undefined && <FailureMessage failure={action.failure} />}
            </Stack>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onCancel}>
              {CONTROLS.cancel}
            </Button>
            <LoadingButton appearance={appearance} isLoading={action.busy} type="submit">
              {confirmLabel}
            </LoadingButton>
          </ModalFooter>
        </Form>
      </Modal>
    </ModalTransition>
  );
}
