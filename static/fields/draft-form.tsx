import { Form, LoadingButton, Stack } from '@forge/react';
import type { ReactNode } from 'react';

import { FailureMessage } from '../feedback/failure-message';
import type { EditedDraft } from '../hooks/use-draft';
import { FieldProblem } from './field-problem';

interface Props {
  edited: Pick<EditedDraft<object, never>, 'isMarked' | 'failure' | 'busy' | 'save'>;
  saveLabel: string;
  /** Says that a field has a problem: the one that is marked may be out of sight. */
  notSaved: string;
  /** Enter in a field saves, too. */
  savesOnEnter: boolean;
  onReload: () => void;
  children: ReactNode;
}

/** Shows a form's fields, the button that saves them, and why they weren't saved. */
export function DraftForm({ edited, saveLabel, notSaved, savesOnEnter, onReload, children }: Props) {
  const { isMarked, failure, busy, save } = edited;
  const form = (
    <Stack space="space.300">
      {children}
      {failure !== undefined && <FailureMessage failure={failure} onReload={onReload} />}
      <Stack alignInline="start">
        <LoadingButton
          appearance="primary"
          isLoading={busy}
          {...(savesOnEnter ? { type: 'submit' as const } : { onClick: save })}
        >
          {saveLabel}
        </LoadingButton>
        <FieldProblem problem={isMarked ? notSaved : undefined} />
      </Stack>
    </Stack>
  );
  return savesOnEnter ? <Form onSubmit={save}>{form}</Form> : form;
}
