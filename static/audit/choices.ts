import type { AuditRow } from '../../src/shared/broker/views';
import { AUDIT } from '../../src/shared/words/audit';
import { say } from '../../src/shared/words/format';

/** One thing to choose from in a filter. */
export interface Choice {
  value: string;
  label: string;
}

/** The groups and spaces that the rows of the audit name. */
export interface Named {
  groups: readonly Choice[];
  spaces: readonly Choice[];
}

const TAIL = 6;

/** Adds the names in these rows to the known ones; a known name stays, as the newest rows come first. */
export function withRows({ groups, spaces }: Named, rows: readonly AuditRow[]): Named {
  return {
    groups: united(
      groups,
      rows.flatMap(({ groupId, groupName }) =>
        groupId === undefined || groupName === undefined ? [] : [{ value: groupId, label: groupName }],
      ),
    ),
    spaces: united(
      spaces,
      rows.flatMap(({ spaceId }) =>
        spaceId === undefined ? [] : [{ value: spaceId, label: say(AUDIT.oneSpace, { space: spaceId }) }],
      ),
    ),
  };
}

/** Joins both lists, each thing once, as the first list calls it. */
export function united(first: readonly Choice[], others: readonly Choice[]): Choice[] {
  const byValue = new Map<string, Choice>();
  for (const choice of [...first, ...others]) if (!byValue.has(choice.value)) byValue.set(choice.value, choice);
  return [...byValue.values()];
}

/** Sorts the choices by label; where several have one label, as a deleted group and the next of its name, the ends of their ids tell them apart. */
export function offered(choices: readonly Choice[]): Choice[] {
  function isAmbiguous({ label }: Choice) {
    return choices.filter((other) => other.label === label).length > 1;
  }
  return choices
    .map((one) =>
      isAmbiguous(one)
        ? { ...one, label: say(AUDIT.likeNamed, { name: one.label, idEnd: one.value.slice(-TAIL) }) }
        : one,
    )
    .toSorted((one, other) => one.label.localeCompare(other.label));
}
