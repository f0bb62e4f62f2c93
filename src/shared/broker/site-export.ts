/** Lists what an export of the site holds, in the order of its file. The words are part of the file. */
export const EXPORTED = ['setting', 'group-record', 'membership-fact', 'run', 'run-part', 'audit-entry'] as const;

export type Exported = (typeof EXPORTED)[number];

/** One line of the file. */
export interface ExportedRow<Entity extends string = Exported> {
  entity: Entity | 'export';
  key: string;
  row: object;
}

/** The place from which to read on. */
export interface ExportPlace<Entity extends string = Exported> {
  exportId: string;
  entity: Entity;
  /** The place that was read last. */
  after?: string | undefined;
}

export interface ExportPage<Entity extends string = Exported> {
  rows: ExportedRow<Entity>[];
  /** Send it back as `from`. Absent: this was the end. */
  next?: ExportPlace<Entity>;
}
