import { useState } from 'react';

import type { Result } from '../../src/shared/result';
import type { Failure } from '../api';
import { failureBesides, problemOf } from '../fields/field-problem';
import { useAction } from './use-action';
import { useLatest } from './use-latest';

type Problems<Field extends string> = Partial<Record<Field, string | undefined>>;

interface Options<Draft, Field extends string, Saved> {
  initial: () => Draft;
  /** The names in the payload of the fields that can have a problem. */
  fields: Readonly<Record<Field, string>>;
  /** Returns the problems that show before anything is sent. */
  problemsOf: (draft: Draft) => Problems<Field>;
  /** Returns the draft as the fields show it once it's sent. Absent: as it was typed. */
  tidied?: (draft: Draft) => Draft;
  send: (draft: Draft) => Promise<Result<Saved>>;
  onSaved: (saved: Saved) => void;
}

export interface EditedDraft<Draft, Field extends string> {
  draft: Draft;
  edit: (change: Partial<Draft>) => void;
  /** Returns what is wrong with a field, as found here or by the app. */
  problem: (field: Field) => string | undefined;
  /** Some field has a problem. */
  isMarked: boolean;
  /** Tells why saving failed, if the fields don't. */
  failure: Failure | undefined;
  busy: boolean;
  save: () => void;
}

/** Holds what is typed into a form until it's saved. Input stays if saving fails; a change clears the problems. */
export function useDraft<Draft extends object, Field extends string, Saved>({
  initial,
  fields,
  problemsOf,
  tidied = (draft) => draft,
  send,
  onSaved,
}: Options<Draft, Field, Saved>): EditedDraft<Draft, Field> {
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<Problems<Field>>({});
  const { busy, failure, run, forget } = useAction();
  function edit(change: Partial<Draft>) {
    setDraft((old) => ({ ...old, ...change }));
    setProblems({});
    if (failure !== undefined) forget();
  }
  const save = useLatest(() => {
    setDraft(tidied(draft));
    const found = problemsOf(draft);
    setProblems(found);
    if (!Object.values(found).some((problem) => problem !== undefined)) run(() => send(draft), onSaved);
  });
  function problem(field: Field) {
    return problems[field] ?? problemOf(failure, fields[field]);
  }
  return {
    draft,
    edit,
    problem,
    isMarked: (Object.keys(fields) as Field[]).some((field) => problem(field) !== undefined),
    failure: failureBesides(failure, Object.values(fields)),
    busy,
    save,
  };
}
