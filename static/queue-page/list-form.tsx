import { LoadingButton, Stack, Text } from '@forge/react';
import { useRef, useState } from 'react';
import type { ComponentProps } from 'react';

import type { CustomersView } from '../../src/shared/customers/views';
import type { OrganizationId } from '../../src/shared/ids';
import { MAX_LIST, MAX_ORGANIZATIONS } from '../../src/shared/limits';
import { say } from '../../src/shared/words/format';
import { LIST_FORM } from '../../src/shared/words/queue-page';
import { OrganizationSelect } from '../fields/organization-select';
import { PasteField } from '../fields/paste-field';
import { FileFrame } from '../files/file-frame';
import { useLatest } from '../hooks/use-latest';
import type { LoadedOrganizations } from '../hooks/use-organizations';
import { mergePeople } from '../people-list/merge';
import { readPeople } from '../people-list/read-people';
import { listProblem, type Order } from './order';

interface Props {
  view: CustomersView;
  /** The initial text of the field. */
  text: string;
  organizations: LoadedOrganizations;
  organizationIds: OrganizationId[];
  /** The field was filled again and the pressed button is gone: it takes the focus. */
  takesFocus: boolean;
  /** Checking is the next thing to do. */
  isMain: boolean;
  checking: boolean;
  /** Runs after something is typed. */
  onEdit: () => void;
  onOrganizations: (chosen: OrganizationId[]) => void;
  onCheck: (order: Order) => void;
}

const CHOOSE = { what: 'choose', as: 'text' } as const;

interface Problems {
  people?: string | undefined;
  organizations?: string | undefined;
}

/** Takes a list of people and the organizations they are added to, and says what can't be read of it. */
export function ListForm(props: Props) {
  const { view, organizationIds, takesFocus, onOrganizations } = props;
  const { problems, drawn, type, fill, forget, check } = useTypedList(props);
  return (
    <Stack space="space.200">
      <PeopleField
        key={drawn.marks}
        initial={drawn.text}
        problem={problems.people}
        takesFocus={takesFocus || drawn.marks > 0}
        onEdit={type}
      />
      <FileFrame task={CHOOSE} onText={fill} />
      <Organizations
        from={view.organizationsFrom}
        organizations={props.organizations}
        chosen={organizationIds}
        problem={problems.organizations}
        onChange={(chosen) => {
          onOrganizations(chosen);
          forget();
        }}
      />
      <CheckButton isMain={props.isMain} checking={props.checking} onCheck={check} />
    </Stack>
  );
}

/** Holds what is typed, without drawing the field at each keystroke, and what can't be read of it. */
function useTypedList({ text, organizationIds, onEdit, onCheck }: Props) {
  const [problems, setProblems] = useState<Problems>({});
  /** The field is drawn again when it's marked, to take the focus. */
  const [drawn, setDrawn] = useState({ text, marks: 0 });
  const typed = useRef(text);
  function forget() {
    if (problems.people !== undefined || problems.organizations !== undefined) setProblems({});
    onEdit();
  }
  function type(value: string) {
    typed.current = value;
    forget();
  }
  function fill({ text: chosen }: { text: string }) {
    type(chosen);
    setDrawn(({ marks }) => ({ text: chosen, marks: marks + 1 }));
  }
  const check = useLatest(() => {
    const list = readPeople(typed.current);
    const people = mergePeople(list);
    const found = { people: listProblem({ list, people }), organizations: organizationsProblem(organizationIds) };
    setProblems(found);
    if (found.people !== undefined) setDrawn(({ marks }) => ({ text: typed.current, marks: marks + 1 }));
    else if (found.organizations === undefined) onCheck({ list, people, organizationIds });
  });
  return { problems, drawn, type, fill, forget, check };
}

function organizationsProblem(chosen: readonly OrganizationId[]): string | undefined {
  return chosen.length > MAX_ORGANIZATIONS
    ? say(LIST_FORM.tooManyOrganizations, { most: MAX_ORGANIZATIONS })
    : undefined;
}

function PeopleField(props: Pick<ComponentProps<typeof PasteField>, 'initial' | 'problem' | 'takesFocus' | 'onEdit'>) {
  const help = say(LIST_FORM.help, { most: MAX_LIST });
  return <PasteField id="customers-people" label={LIST_FORM.people} help={help} {...props} />;
}

interface CheckProps {
  isMain: boolean;
  checking: boolean;
  onCheck: () => void;
}

function CheckButton({ isMain, checking, onCheck }: CheckProps) {
  return (
    <Stack alignInline="start" space="space.100">
      <LoadingButton appearance={isMain ? 'primary' : 'default'} isLoading={checking} onClick={onCheck}>
        {LIST_FORM.check}
      </LoadingButton>
      <Text color="color.text.subtle">{LIST_FORM.checkHelp}</Text>
    </Stack>
  );
}

interface OrganizationsProps {
  from: CustomersView['organizationsFrom'];
  organizations: LoadedOrganizations;
  chosen: OrganizationId[];
  problem: string | undefined;
  onChange: (chosen: OrganizationId[]) => void;
}

function Organizations({ from, organizations, chosen, problem, onChange }: OrganizationsProps) {
  return organizations.all.length === 0 && organizations.more === undefined ? (
    <Text>{from === 'none' ? LIST_FORM.organizationsForbidden : LIST_FORM.noOrganizations}</Text>
  ) : (
    <OrganizationSelect
      id="customers-organizations"
      label={LIST_FORM.organizations}
      help={say(LIST_FORM.organizationsHelp, { most: MAX_ORGANIZATIONS })}
      organizations={organizations}
      chosen={chosen}
      problem={problem}
      onChange={onChange}
    />
  );
}
