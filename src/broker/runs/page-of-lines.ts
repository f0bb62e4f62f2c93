import type { ForbiddenReason } from '../../shared/result';
import type { LineView } from './read-run';

/** Lines that a person reads at once. */
const LINES_A_PAGE = 25;

/** A page of lines, as a product shows them. */
interface LinePage<Shown> {
  lines: Shown[];
  /** The place after which to read on. */
  next?: number;
}

/** The selection of lines: those of one verdict, outcome or kind, and the place after which to read on. */
interface Selection {
  show: string;
  after: number;
  most?: number;
}

/** Returns 25 lines of a run, or as many as asked for: all, or those with one verdict or outcome, or that change something (`changed`) or don't (`notChanged`). */
export function pageOfLines<Shown extends { verdict: string; outcome?: string }>(
  all: readonly LineView[],
  { show, after, most = LINES_A_PAGE }: Selection,
  view: (line: LineView) => Shown,
): LinePage<Shown> {
  const shown = all
    .map((line, index) => ({ place: index + 1, line: view(line) }))
    .filter(({ place, line }) => place > after && isShown(line, show));
  const page = shown.slice(0, most);
  const last = page.at(-1);
  return {
    lines: page.map(({ line }) => line),
    ...(shown.length > page.length && last !== undefined && { next: last.place }),
  };
}

/** Returns how a line that was applied ended so far. `left`: recorded, and not sent or not answered yet. */
export function outcomeOf(now: LineView['now']) {
  return now === undefined ? 'notTried' : (now.outcome ?? 'left');
}

/** Returns why a line ended so, if anything says it: a rule gives a reason, a failure its code. */
export function whyOf(code: string | undefined, isRule: boolean): { reason?: ForbiddenReason; code?: string } {
  if (code === undefined) return {};
  return isRule ? { reason: code as ForbiddenReason } : { code };
}

/** Tells whether a line is of the kind that is asked for. What was recorded without an answer counts as not changed, as it does in the counts. */
function isShown({ verdict, outcome }: { verdict: string; outcome?: string }, show: string): boolean {
  const ended = outcome ?? verdict;
  const isChanged = ended === 'succeeded' || ended === 'willChange';
  switch (show) {
    case 'all':
      return true;
    case 'changed':
      return isChanged;
    case 'notChanged':
      return !isChanged && ended !== 'unknown';
    default:
      return show === verdict || show === outcome;
  }
}
