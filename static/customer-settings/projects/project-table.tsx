import { Button, DynamicTable, Lozenge } from '@forge/react';

import type { ProjectRow } from '../../../src/shared/customers/views';

interface Props {
  projects: readonly ProjectRow[];
  loading: boolean;
  /** The project whose rules were looked at last. */
  left: string | undefined;
  onOpen: (row: ProjectRow) => void;
}

const HEAD = [
  { key: 'name', content: 'Project', width: 36 },
  { key: 'key', content: 'Key', width: 16 },
  { key: 'enabled', content: 'Creating customers', width: 18 },
  { key: 'rules', content: 'With automation rules', width: 18 },
  { key: 'actions', content: 'Actions', width: 12 },
];

/** One row a service project. Rules count as on only where creating customers is on at all. */
export function ProjectTable({ projects, loading, left, onOpen }: Props) {
  return (
    <DynamicTable
      label="Service projects"
      isLoading={loading}
      head={{ cells: HEAD }}
      rows={projects.map((row) => ({
        key: row.projectId,
        cells: [
          { key: 'name', content: row.name },
          { key: 'key', content: row.key },
          { key: 'enabled', content: sign(row.enabled) },
          { key: 'rules', content: sign(row.enabled && row.rules) },
          {
            key: 'actions',
            content: (
              // Without this the keyboard would start again at the top of the page.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              <Button spacing="compact" autoFocus={row.projectId === left} onClick={() => onOpen(row)}>
                Open
              </Button>
            ),
          },
        ],
      }))}
    />
  );
}

function sign(isOn: boolean) {
  return <Lozenge appearance={isOn ? 'success' : 'default'}>{isOn ? 'On' : 'Off'}</Lozenge>;
}
