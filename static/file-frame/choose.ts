import { MAX_LIST } from '../../src/shared/limits';
import { FILE_FRAME, FILE_PROBLEMS } from '../../src/shared/words/file-frame';
import { say } from '../../src/shared/words/format';
import type { ChosenList, ChosenTable, ChosenText, ReadAs } from '../files/protocol';
import { readMembers } from '../people-list/read-members';
import { readTable } from '../people-list/read-table';
import { element } from './element';
import { MOST_BYTES, readFile, type FileProblem } from './read-file';
import { textForField } from './text-for-field';

/** Most lines that can't be read: a list of so many people would be too long. */
const MOST_PROBLEMS = 2_000;

/** Most lines of a table: more than any list may have. */
const MOST_ROWS = 5_000;

const LIMIT = { limit: MOST_BYTES / 1024 / 1024 };

/** Draws a field for one file, which can be dropped as well, and reads it. */
export function drawChooser(
  root: HTMLElement,
  as: ReadAs,
  onChosen: (chosen: ChosenList | ChosenTable | ChosenText) => void,
): void {
  const input = element('input', { type: 'file', id: 'file', className: 'hidden' });
  input.accept = '.csv,.tsv,.txt,text/csv,text/plain';
  const status = element('p', { className: 'status' });
  status.setAttribute('role', 'status');
  const field = element('div', { className: 'field' }, [
    input,
    element('label', { htmlFor: 'file', className: 'button', textContent: FILE_FRAME.choose }),
    element('span', { className: 'subtle', textContent: say(FILE_FRAME.drop, LIMIT) }),
  ]);

  async function take(files: readonly File[]): Promise<void> {
    const [file, ...more] = files;
    if (file === undefined) return;
    show(say(FILE_FRAME.reading, file), false);
    const read = more.length > 0 ? { problem: 'several' as const } : await contentOf(file, as);
    // The same file can be chosen again, corrected.
    input.value = '';
    show('problem' in read ? problemText(read) : '', 'problem' in read);
    if (!('problem' in read)) onChosen({ name: file.name, ...read });
  }

  function show(text: string, isProblem: boolean): void {
    status.textContent = text;
    status.classList.toggle('problem', isProblem);
  }

  input.addEventListener('change', () => void take([...(input.files ?? [])]));
  takeDropped(root, field, (files) => void take(files));
  root.replaceChildren(field, status);
}

/** Takes what is dropped anywhere on the Frame: elsewhere the browser would open it. */
function takeDropped(root: HTMLElement, field: HTMLElement, take: (files: readonly File[]) => void): void {
  function mark(isOver: boolean): void {
    field.classList.toggle('over', isOver);
  }
  root.ondragover = (event) => {
    event.preventDefault();
    mark(true);
  };
  root.ondragleave = () => mark(false);
  root.ondrop = (event) => {
    event.preventDefault();
    mark(false);
    take([...(event.dataTransfer?.files ?? [])]);
  };
}

type Content = Omit<ChosenList, 'name'> | Omit<ChosenTable, 'name'> | Omit<ChosenText, 'name'> | Refused;

/** `n`: how many there are of what there are too many of. */
interface Refused {
  problem: FileProblem;
  n?: number;
}

async function contentOf(file: File, as: ReadAs): Promise<Content> {
  const read = await readFile(file);
  if ('problem' in read) return read;
  const { text, isGuessed } = read;
  switch (as) {
    case 'text': {
      const short = textForField(text);
      return 'problem' in short ? short : { ...short, isGuessed };
    }
    case 'table': {
      const table = readTable(text);
      return table.length > MOST_ROWS ? { problem: 'tooLong' } : { table, isGuessed };
    }
    case 'list': {
      const list = readMembers(text);
      return list.problems.length > MOST_PROBLEMS ? { problem: 'unclear' } : { list, isGuessed };
    }
  }
}

function problemText({ problem, n = MOST_PROBLEMS }: Refused): string {
  return say(FILE_PROBLEMS[problem], { ...LIMIT, most: MAX_LIST, n: n.toLocaleString('en-US') });
}
