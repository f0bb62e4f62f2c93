/** Lists what an export holds, in the order of its file. The words are part of the file. */
export const EXPORTED = ['setting', 'group-record', 'membership-fact', 'run', 'run-part', 'audit-entry'] as const;

export type Exported = (typeof EXPORTED)[number];

/** One line of the file. */
export interface ExportedRow {
  entity: Exported | 'export';
  key: string;
  row: object;
}

/** The place from which to read on. */
export interface ExportPlace {
  exportId: string;
  entity: Exported;
  /** The key that was read last. */
  after?: string | undefined;
}

export interface ExportPage {
  rows: ExportedRow[];
  /** Send it back as `from`. Absent: this was the end. */
  next?: ExportPlace;
}
