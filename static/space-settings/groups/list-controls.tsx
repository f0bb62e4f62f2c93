import { Box, Button, Form, HelperMessage, Inline, Label, Select, Stack, Textfield } from '@forge/react';
import { useState } from 'react';

import type { GroupOrder } from '../../../src/shared/groups/views';
import { GROUP_LIST, ORDERS } from '../../../src/shared/words/group-list';
import { filterStyle } from '../../fields/filter-select';
import { useLatest } from '../../hooks/use-latest';
import type { Wanted } from './use-group-list';

interface Props {
  wanted: Wanted;
  onWant: (wanted: Wanted) => void;
}

const OPTIONS = (['name', 'change'] as const).map((value: GroupOrder) => ({ value, label: ORDERS[value] }));

/** Searches the list by a part of the name, and sorts it. */
export function ListControls({ wanted, onWant }: Props) {
  const { order, search } = wanted;
  return (
    <Inline space="space.200" rowSpace="space.100" alignBlock="start" shouldWrap>
      <SearchField
        key={search ?? ''}
        search={search}
        onSearch={(text) => onWant({ order, ...(text !== undefined && { search: text }) })}
      />
      <Box xcss={filterStyle}>
        <Stack>
          <Label labelFor="group-order">{GROUP_LIST.sort}</Label>
          <Select
            inputId="group-order"
            name="group-order"
            options={OPTIONS}
            value={OPTIONS.find(({ value }) => value === order) ?? null}
            onChange={(choice: { value: GroupOrder } | null) => onWant({ ...wanted, order: choice?.value ?? order })}
          />
        </Stack>
      </Box>
    </Inline>
  );
}

interface SearchProps {
  /** Absent: all groups are listed. */
  search: string | undefined;
  onSearch: (text: string | undefined) => void;
}

function SearchField({ search, onSearch }: SearchProps) {
  const [typed, setTyped] = useState(search ?? '');
  const text = typed.trim();
  const find = useLatest(() => onSearch(text === '' ? undefined : text));
  return (
    <Form onSubmit={find}>
      <Stack>
        <Label labelFor="group-search">{GROUP_LIST.search}</Label>
        <Inline space="space.050" alignBlock="center">
          <Box xcss={filterStyle}>
            <Textfield
              id="group-search"
              name="group-search"
              value={typed}
              maxLength={255}
              onChange={(event) => setTyped(String(event.target.value))}
            />
          </Box>
          <Button type="submit">{GROUP_LIST.find}</Button>
          {search !== undefined && (
            <Button appearance="subtle" onClick={() => onSearch(undefined)}>
              {GROUP_LIST.clear}
            </Button>
          )}
        </Inline>
        <HelperMessage>{GROUP_LIST.searchHelp}</HelperMessage>
      </Stack>
    </Form>
  );
}
