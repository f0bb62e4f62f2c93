import { Heading, Stack, Text } from '@forge/react';

import type { RulesView } from '../../../src/shared/groups/views';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { callGlobalSettings } from '../../api';
import { flagSuccess } from '../../feedback/flag';
import { DraftForm } from '../../fields/draft-form';
import { useDraft } from '../../hooks/use-draft';
import { PatternFields } from './pattern-fields';
import { draftOf, FIELDS, problemsOf, rulesOf, withoutEmptyLines } from './rules-draft';
import { RulesFields } from './rules-fields';

interface Props {
  stored: RulesView;
  onSaved: (rules: RulesView) => void;
  onReload: () => void;
}

/** Edits the rules. */
export function RulesForm({ stored, onSaved, onReload }: Props) {
  const edited = useDraft({
    initial: () => draftOf(stored),
    fields: FIELDS,
    problemsOf,
    tidied: withoutEmptyLines,
    send: (draft) => callGlobalSettings('saveRules', { rules: rulesOf(draft), version: stored.version }),
    onSaved: (saved) => {
      flagSuccess('rules-saved', GLOBAL_PAGE.rulesSaved);
      onSaved(saved);
    },
  });
  const fields = { draft: edited.draft, onEdit: edited.edit, problem: edited.problem };
  return (
    <DraftForm
      edited={edited}
      saveLabel={GLOBAL_PAGE.saveRules}
      notSaved={GLOBAL_PAGE.notSaved}
      savesOnEnter
      onReload={onReload}
    >
      <Stack space="space.100">
        <Heading as="h2" size="medium">
          {GLOBAL_PAGE.rules}
        </Heading>
        <Text>{GLOBAL_PAGE.rulesText}</Text>
      </Stack>
      <PatternFields {...fields} />
      <RulesFields {...fields} />
    </DraftForm>
  );
}
