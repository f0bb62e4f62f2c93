// What a page and its Frame for files tell each other, by events of the app.
// https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/events/
import type { MemberList } from '../people-list/member-list';
import type { TableLine } from '../people-list/read-table';

/** Names of the events. The page emits the task, the Frame the others. */
export const FILE_EVENTS = {
  ready: 'space-steward.files.ready',
  task: 'space-steward.files.task',
  chosen: 'space-steward.files.chosen',
} as const;

/** Names how a chosen file is read: as a list of people, as a table that means what the page says, or as a text for a field. */
export type ReadAs = 'list' | 'table' | 'text';

/** Tells the Frame what to draw: a way to choose a file, or a button that saves a text, or its pieces, as one. */
export type FileTask =
  | { what: 'choose'; as: ReadAs }
  | { what: 'download'; name: string; text: string | readonly string[] };

/** A task with the id that its answers name: those to another task are dropped. */
export type SentTask = FileTask & { id: string };

/** A file that somebody chose. */
export interface Chosen {
  /** Name of the file. */
  name: string;
  /** The file doesn't say how its letters are written; other letters than a to z may be wrong. */
  isGuessed: boolean;
}

/** A list of people as the Frame read it from a file. */
export interface ChosenList extends Chosen {
  list: MemberList;
}

/** The lines of a table as the Frame read them from a file. */
export interface ChosenTable extends Chosen {
  table: TableLine[];
}

/** The text of a file that somebody chose, short enough for a field. */
export interface ChosenText extends Chosen {
  text: string;
}

/** The answer to a task of choosing. */
export type SentChoice = (ChosenList | ChosenTable | ChosenText) & { id: string };
