// Which change of which place is of which kind.
import type { Change } from './change';

export const KINDS = ['refusals', 'proofs', 'write-ahead', 'conditions', 'leases', 'settling', 'ages'] as const;

export type KindName = (typeof KINDS)[number];

interface KindRow {
  kind: KindName;
  /** Names of changes: see `CHANGES`. */
  changes: readonly string[];
  /** Absent: any. The function that a removed statement calls. */
  calls?: RegExp;
  /** Absent: any. The file, within src. */
  file?: RegExp;
  /** Absent: any. The text that is changed. */
  text?: RegExp;
}

const DECISIONS = ['if-true', 'if-false', 'and-or', 'boundary', 'equality'];

/** The first row that fits says of which kind a change is; what fits none is no mutant. */
const ROWS: readonly KindRow[] = [
  { kind: 'ages', changes: ['twelvefold', 'zero'] },
  { kind: 'write-ahead', changes: ['unrecorded'] },
  { kind: 'write-ahead', changes: ['late'], calls: /attempts?$|auditLog|^record(Refus\w*)?$/i },
  { kind: 'write-ahead', changes: ['no-call'], calls: /attempts?$|^record(Refus\w*)?$|auditLog\.refuse$/i },
  { kind: 'refusals', changes: ['no-throw', 'no-refusal', 'no-rule'] },
  { kind: 'refusals', changes: ['no-call'], calls: /^refuse$/ },
  { kind: 'proofs', changes: ['granted', 'asked-once'] },
  {
    kind: 'proofs',
    changes: ['no-call', 'late'],
    calls: /(^|\.)((demand|require|prove|still|stay|recordOf|recordsOf)\w*|check)(\?\.)?$/,
  },
  {
    kind: 'settling',
    changes: ['no-call'],
    calls: /settle|lookO|outcome|endings?$|saveRefused|wake$|queue\.push$|carry$/i,
  },
  { kind: 'leases', changes: ['check', 'increment'] },
  { kind: 'leases', changes: DECISIONS, text: /lease|baton|hops|isOpen|hasMoved|isOvertaken|Version\b|\.version\b/ },
  { kind: 'leases', changes: ['condition'], file: /kvs\/(save-part|run-store|add-run|run-points)|broker\/runs\// },
  {
    kind: 'settling',
    changes: DECISIONS,
    file: /(^|\/)(settle|open-lines|lost-answer|conclude|endings|audit-outcomes|audit-settling|carried|sweep-runs|look-at)/,
  },
  { kind: 'settling', changes: DECISIONS, text: /isLost|answerLost|\.lost\b/ },
  { kind: 'conditions', changes: [...DECISIONS, 'condition'] },
];

/** Returns the kind of a change. Undefined: it's no mutant. */
export function kindOf(file: string, { change, from, calls = '' }: Change): KindName | undefined {
  return ROWS.find(
    (row) =>
      row.changes.includes(change) &&
      (row.calls?.test(calls) ?? true) &&
      (row.file?.test(file) ?? true) &&
      (row.text?.test(from) ?? true),
  )?.kind;
}
