import { FILE_EVENTS, type SentChoice, type SentTask } from '../files/protocol';
import { drawChooser } from './choose';
import { drawDownload } from './download';

/** Carries events between the page and the Frame, as `events` of @forge/bridge does. */
interface Events {
  on: (event: string, callback: (payload: SentTask) => void) => Promise<unknown>;
  emit: (event: string, payload?: SentChoice) => Promise<unknown>;
}

/** Draws what the page asks for, and tells it what was chosen. The page sends its task when the Frame is ready, and each new one. */
export async function startFileFrame(root: HTMLElement, { on, emit }: Events): Promise<void> {
  let clear = nothing;
  let shown = '';

  function draw(task: SentTask): void {
    // A page that was drawn twice asks twice.
    if (task.id === shown) return;
    shown = task.id;
    clear();
    clear = drawTask(root, task, (choice) => void emit(FILE_EVENTS.chosen, choice));
  }

  await on(FILE_EVENTS.task, draw);
  await emit(FILE_EVENTS.ready);
}

function drawTask(root: HTMLElement, task: SentTask, onChosen: (choice: SentChoice) => void): () => void {
  if (task.what === 'download') return drawDownload(root, task.name, task.text);
  drawChooser(root, task.as, (chosen) => onChosen({ id: task.id, ...chosen }));
  return nothing;
}

function nothing(): void {}
