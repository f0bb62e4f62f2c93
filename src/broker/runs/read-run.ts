import type { BrokerPorts } from '../ports';
import { attemptIdOf } from './attempt-id';
import { readRunFor, runView, type RunReader, type RunView } from './run-view';
import { partsOf, type LineState, type RunLine } from './stored-run';

/** Reads how far a run has come: one request, however long it is. Fails with NOT_FOUND. */
export async function readRun(ports: BrokerPorts, reader: RunReader, runId: string): Promise<RunView> {
  return runView(await readRunFor(ports, reader, runId));
}

/** A line of a run, and how far it has come. */
export interface LineView extends RunLine {
  /** Absent: not tried. */
  now?: LineState & { attemptId: string };
}

/** Reads all lines of a run, in order, in two requests. Fails with NOT_FOUND. */
export async function readRunLines(
  ports: BrokerPorts,
  reader: RunReader,
  runId: string,
): Promise<RunView & { all: LineView[] }> {
  const now = await readRunFor(ports, reader, runId);
  const numbers = Array.from({ length: partsOf(now.run) }, (_, part) => part);
  const lines = await ports.runs.lines(runId, numbers);
  const all = lines.flatMap((some, part) => {
    const states = now.parts.find((one) => one.part === numbers[part])?.lines ?? {};
    return some.map((line, at) => lineView(runId, line, states[at]));
  });
  return { ...runView(now), all };
}

function lineView(runId: string, line: RunLine, state: LineState | undefined): LineView {
  return state === undefined
    ? line
    : { ...line, now: { ...state, attemptId: attemptIdOf(runId, line, state.attempt) } };
}
