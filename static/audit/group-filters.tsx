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
  function find(typed: string | undefined) {
    onChange(withGroup(filter, typed === undefined ? {} : { [GROUP_ID.test(typed) ? 'groupId' : 'groupName']: typed }));
  }
  const isListed = groups.some(({ value }) => value === filter.groupId);
  function select(field: 'groupId' | 'spaceId' | 'outcome', label: string, options: readonly Choice[]) {
    return (
      <FilterSelect
        id={`audit-${field}`}
        label={label}
        options={options}
        value={filter[field]}
        onChange={(value) =>
          field === 'groupId'
            ? onChange(withGroup(filter, value === undefined ? {} : { groupId: value }))
            : change(field, value)
        }
      />
    );
  }
  function person(field: 'caller' | 'target', label: string) {
    return (
      <Box xcss={filterStyle}>
        <UserPicker
          name={field}
          label={label}
          placeholder={AUDIT.anyone}
          onChange={(user) => change(field, pickedId(user))}
        />
      </Box>
    );
  }
  return (
    <Stack space="space.100" alignInline="start">
      <Inline space="space.150" rowSpace="space.100" alignBlock="end" shouldWrap key={clearings}>
        {person('caller', AUDIT.doneBy)}
        {person('target', AUDIT.person)}
        {select('outcome', AUDIT.outcome, outcomeOptions)}
        {select('groupId', AUDIT.group, offered(groups))}
        {spaces !== undefined && select('spaceId', AUDIT.space, offered(spaces))}
        <GroupField value={filter.groupName ?? (isListed ? undefined : filter.groupId)} onChange={find} />
      </Inline>
      {Object.keys(filter).length > 0 && <Button onClick={clear}>{AUDIT.clear}</Button>}
    </Stack>
  );
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
