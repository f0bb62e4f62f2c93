import { showFlag } from '@forge/bridge';
import { Form, Heading, LoadingButton, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { RulesView } from '../../../src/shared/groups/views';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';
import { PatternFields } from './pattern-fields';
import { draftOf, FIELDS, problemsOf, rulesOf, withoutEmptyLines } from './rules-draft';
import type { RulesDraft, RulesProblems } from './rules-draft';
import { RulesFields } from './rules-fields';

interface Props {
  stored: RulesView;
  onSaved: (rules: RulesView) => void;
  onReload: () => void;
}

const FIELD_NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

/** Edits the rules. Input stays if saving fails. */
export function RulesForm({ stored, onSaved, onReload }: Props) {
  const [draft, setDraft] = useState<RulesDraft>(() => draftOf(stored));
  const [problems, setProblems] = useState<RulesProblems>({});
  const action = useAction();
  const { failure } = action;
  function edit(change: Partial<RulesDraft>) {
    setDraft((old) => ({ ...old, ...change }));
    setProblems({});
    if (failure !== undefined) action.forget();
  }
  const save = useLatest(() => {
    setDraft(withoutEmptyLines(draft));
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    action.run(
      () => callGlobalSettings('saveRules', { rules: rulesOf(draft), version: stored.version }),
      (saved) => {
        showFlag({ id: 'rules-saved', type: 'success', title: GLOBAL_PAGE.rulesSaved, isAutoDismiss: true });
        onSaved(saved);
      },
    );
  });
  function problem(field: keyof typeof FIELDS) {
    return problems[field] ?? problemOf(failure, FIELDS[field]);
  }
  const isMarked = FIELD_NAMES.some((field) => problem(field) !== undefined);
  return (
    <Form onSubmit={save}>
      <Stack space="space.300">
        <Stack space="space.100">
          <Heading as="h2" size="medium">
            {GLOBAL_PAGE.rules}
          </Heading>
          <Text>{GLOBAL_PAGE.rulesText}</Text>
        </Stack>
        <PatternFields draft={draft} onEdit={edit} problem={problem} />
        <RulesFields draft={draft} onEdit={edit} problem={problem} />
        {failure !== undefined && !isShownAtFields(failure, Object.values(FIELDS)) && (
          <FailureMessage failure={failure} onReload={onReload} />
        )}
        <Stack alignInline="start">
          <LoadingButton appearance="primary" type="submit" isLoading={action.busy}>
            {GLOBAL_PAGE.saveRules}
          </LoadingButton>
          {/* The fields that are marked may be out of sight. */}
          <FieldProblem problem={isMarked ? GLOBAL_PAGE.notSaved : undefined} />
        </Stack>
      </Stack>
    </Form>
  );
}
