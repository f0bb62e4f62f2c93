import { Button, DynamicTable, Lozenge } from '@forge/react';

import type { ProjectRow } from '../../../src/shared/customers/views';
import { PROJECTS } from '../../../src/shared/words/customer-settings';

interface Props {
  projects: readonly ProjectRow[];
  loading: boolean;
  /** The project whose rules were shown last. */
  left: string | undefined;
  onOpen: (row: ProjectRow) => void;
}

const HEAD = [
  { key: 'name', content: PROJECTS.project, width: 36 },
  { key: 'key', content: PROJECTS.key, width: 16 },
  { key: 'enabled', content: PROJECTS.enabled, width: 18 },
  { key: 'rules', content: PROJECTS.rules, width: 18 },
  { key: 'actions', content: PROJECTS.actions, width: 12 },
];

/** Shows one row per service project. Rules count as on only where creating customers is on at all. */
export function ProjectTable({ projects, loading, left, onOpen }: Props) {
  return (
    <DynamicTable
      label={PROJECTS.title}
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
                {PROJECTS.open}
              </Button>
            ),
          },
        ],
      }))}
    />
  );
}

function sign(isOn: boolean) {
  return <Lozenge appearance={isOn ? 'success' : 'default'}>{isOn ? PROJECTS.on : PROJECTS.off}</Lozenge>;
}
