import { Box, Button, Inline, UserPicker, Stack } from '@forge/react';
import { useState } from 'react';

import type { AuditOutcome } from '../../src/shared/broker/audit-outcome';
import { AUDIT } from '../../src/shared/words/audit';
import { FilterSelect, filterStyle } from '../fields/filter-select';
import { pickedId } from '../fields/picked';
import { offered, type Choice } from './choices';
import { GroupField } from './group-field';
import { outcomeOptions } from './outcomes';

export interface AuditFilter {
  caller?: string;
  target?: string;
  groupId?: string;
  groupName?: string;
  spaceId?: string;
  outcome?: AuditOutcome;
}

interface Props {
  groups: readonly Choice[];
  /** Absent: the entries of one space only are shown. */
  spaces?: readonly Choice[];
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

/** Confluence's ids of groups. */
const GROUP_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Narrows down the audit. Each choice takes effect at once. */
export function AuditFilters({ groups, spaces, filter, onChange }: Props) {
  const [clearings, setClearings] = useState(0);
  function change(field: keyof AuditFilter, value: string | undefined) {
    onChange(value === undefined ? without(filter, field) : { ...filter, [field]: value });
  }
  function clear() {
    setClearings(clearings + 1);
    onChange({});
  }
  function select(field: 'spaceId' | 'outcome', label: string, options: readonly Choice[]) {
    return (
      <FilterSelect
        id={`audit-${field}`}
        label={label}
        options={options}
        value={filter[field]}
        onChange={(value) => change(field, value)}
      />
    );
  }
  return (
    <Stack space="space.100" alignInline="start">
      <Inline space="space.150" rowSpace="space.100" alignBlock="end" shouldWrap key={clearings}>
        <PersonFilter name="caller" label={AUDIT.doneBy} onPick={(caller) => change('caller', caller)} />
        <PersonFilter name="target" label={AUDIT.person} onPick={(target) => change('target', target)} />
        {select('outcome', AUDIT.outcome, outcomeOptions)}
        <ListedGroup groups={groups} filter={filter} onChange={onChange} />
        {spaces !== undefined && select('spaceId', AUDIT.space, offered(spaces))}
        <TypedGroup groups={groups} filter={filter} onChange={onChange} />
      </Inline>
      {Object.keys(filter).length > 0 && <Button onClick={clear}>{AUDIT.clear}</Button>}
    </Stack>
  );
}

interface PersonProps {
  name: string;
  label: string;
  onPick: (accountId: string | undefined) => void;
}

function PersonFilter({ name, label, onPick }: PersonProps) {
  return (
    <Box xcss={filterStyle}>
      <UserPicker name={name} label={label} placeholder={AUDIT.anyone} onChange={(user) => onPick(pickedId(user))} />
    </Box>
  );
}

type GroupProps = Pick<Props, 'groups' | 'filter' | 'onChange'>;

function ListedGroup({ groups, filter, onChange }: GroupProps) {
  return (
    <FilterSelect
      id="audit-groupId"
      label={AUDIT.group}
      options={offered(groups)}
      value={filter.groupId}
      onChange={(groupId) => onChange(withGroup(filter, groupId === undefined ? {} : { groupId }))}
    />
  );
}

function TypedGroup({ groups, filter, onChange }: GroupProps) {
  const { groupId, groupName } = filter;
  const isListed = groups.some(({ value }) => value === groupId);
  function find(typed: string | undefined) {
    onChange(withGroup(filter, typed === undefined ? {} : { [GROUP_ID.test(typed) ? 'groupId' : 'groupName']: typed }));
  }
  return <GroupField value={groupName ?? (isListed ? undefined : groupId)} onChange={find} />;
}

function without(filter: AuditFilter, field: keyof AuditFilter): AuditFilter {
  const { [field]: _gone, ...rest } = filter;
  return rest;
}

/** Returns the filter with another group, or without one: by what was chosen, or by its id or exact name as somebody typed it. */
function withGroup(filter: AuditFilter, group: Pick<AuditFilter, 'groupId' | 'groupName'>): AuditFilter {
  return {
    ...without(without(filter, 'groupId'), 'groupName'),
    ...group,
  };
}
