import { Button, Inline, Stack } from '@forge/react';
import { useRef, useState } from 'react';

import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { PLAN, TAKE_OVER } from '../../../src/shared/words/take-over';
import { PasteOrFile } from '../../files/paste-or-file';
import type { Chosen } from '../../files/protocol';
import { useLatest } from '../../hooks/use-latest';
import { groupsIn, readGroups, type GroupList } from './read-groups';

interface Props {
  onList: (list: GroupList) => void;
  onCancel: () => void;
}

/** A file in the place of pasted text, and its list. */
interface ListFile extends Chosen {
  list: GroupList;
}

const CHOOSE = { what: 'choose', as: 'table' } as const;

/** Takes a list of groups and spaces, pasted or in a file, and says why nothing in it can be taken. */
export function ListForm({ onList, onCancel }: Props) {
  const { file, problem, drawn, edit, setFile, find } = useList(onList);
  return (
    <Stack space="space.200" alignInline="stretch">
      <PasteOrFile
        id="take-over-list"
        label={TAKE_OVER.list}
        help={TAKE_OVER.listHelp}
        drawn={drawn}
        file={file && { ...file, says: fileText(file) }}
        problem={problem}
        frame={{ task: CHOOSE, onTable: ({ table, ...chosen }) => setFile({ ...chosen, list: groupsIn(table) }) }}
        pasteInstead={TAKE_OVER.pasteInstead}
        onEdit={edit}
        onPasteInstead={() => setFile(undefined)}
      />
      <Inline space="space.100">
        <Button appearance="primary" onClick={find}>
          {TAKE_OVER.findListed}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {CONTROLS.cancel}
        </Button>
      </Inline>
    </Stack>
  );
}

/** Holds what is entered. The text field keeps its input itself, and is drawn again when it's marked, to take the focus. */
function useList(onList: Props['onList']) {
  const typed = useRef('');
  const [file, setFile] = useState<ListFile>();
  const [problem, setProblem] = useState<string>();
  const [drawn, setDrawn] = useState({ text: '', marks: 0 });
  function redraw() {
    setDrawn(({ marks }) => ({ text: typed.current, marks: marks + 1 }));
  }
  return {
    file,
    problem,
    drawn,
    edit: (text: string) => {
      typed.current = text;
      if (problem !== undefined) setProblem(undefined);
    },
    setFile: (chosen: ListFile | undefined) => {
      setFile(chosen);
      setProblem(chosen && problemOf(chosen.list, TAKE_OVER.fileEmpty));
      if (chosen === undefined) redraw();
    },
    find: useLatest(() => {
      const list = file?.list ?? readGroups(typed.current);
      const found = problemOf(list, file === undefined ? TAKE_OVER.listEmpty : TAKE_OVER.fileEmpty);
      setProblem(found);
      if (found === undefined) onList(list);
      else redraw();
    }),
  };
}

/** Says why nothing of a list can be taken. `nothing`: there is nothing in it. */
function problemOf({ groups, problems: [first] }: GroupList, nothing: string): string | undefined {
  if (groups.length > 0) return undefined;
  return first === undefined ? nothing : say(PLAN.problem, first);
}

/** Says how many groups a file names. */
function fileText({ name, list: { groups } }: ListFile): string {
  return say(TAKE_OVER.fileNames, { name, n: groups.length, count: groups.length.toLocaleString('en-US') });
}
