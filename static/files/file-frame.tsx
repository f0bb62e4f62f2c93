import { events } from '@forge/bridge';
import { Button, Frame } from '@forge/react';
import { useEffect, useRef, useState } from 'react';

import { FILE_FRAME } from '../../src/shared/words/file-frame';
import { say } from '../../src/shared/words/format';
import { useFrameTurn } from './one-frame';
import {
  FILE_EVENTS,
  type ChosenList,
  type ChosenTable,
  type ChosenText,
  type FileTask,
  type SentChoice,
  type SentTask,
} from './protocol';

/** Holds enough for one line on a wide page and two on a narrow one, with a message below. */
const HEIGHTS = { choose: '96px', download: '56px' } as const;

interface Props {
  task: FileTask;
  onChosen?: (chosen: ChosenList) => void;
  onTable?: (chosen: ChosenTable) => void;
  onText?: (chosen: ChosenText) => void;
}

/** Shows the Frame for files with its task, in the place where it's asked for. If another place of the page has the Frame, a button brings it here. */
export function FileFrame({ task, onChosen = ignore, onTable = ignore, onText = ignore }: Props) {
  const { isMine, take } = useFrameTurn();
  if (isMine) return <Shown key={keyOf(task)} task={task} {...{ onChosen, onTable, onText }} />;
  return <Button onClick={take}>{task.what === 'choose' ? FILE_FRAME.choose : say(FILE_FRAME.download, task)}</Button>;
}

function Shown({ task, onChosen, onTable, onText }: Required<Props>) {
  const [sent] = useState((): SentTask => ({ ...task, id: crypto.randomUUID() }));
  const latest = useRef({ onChosen, onTable, onText });
  useEffect(() => {
    latest.current = { onChosen, onTable, onText };
  });
  useEffect(() => {
    function send() {
      void events.emit(FILE_EVENTS.task, sent);
    }
    const subscriptions = [
      events.on(FILE_EVENTS.ready, send),
      events.on(FILE_EVENTS.chosen, (answer: SentChoice) => {
        if (answer.id !== sent.id) return;
        if ('list' in answer) latest.current.onChosen(answer);
        else if ('table' in answer) latest.current.onTable(answer);
        else latest.current.onText(answer);
      }),
    ];
    // The Frame may have been ready before.
    void Promise.all(subscriptions).then(send);
    return () => {
      for (const subscription of subscriptions) void subscription.then(({ unsubscribe }) => unsubscribe());
    };
  }, [sent]);
  return <Frame resource="file-frame" height={HEIGHTS[task.what]} />;
}

/** Another text is another Frame: one that was pressed keeps its file. */
function keyOf(task: FileTask): string {
  if (task.what === 'choose') return 'choose';
  return `${task.name}\n${typeof task.text === 'string' ? task.text : task.text.length}`;
}

function ignore(): void {}
