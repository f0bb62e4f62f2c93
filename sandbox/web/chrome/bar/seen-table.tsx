// The calls of "What Atlassian saw": as whom, what, and what it cost.
import type { Seen, SeenAs, SeenCall } from '../../seen';
import { timeOfDay } from './time';

/** Shows the sum and the newest calls. */
export function SeenTable({ seen: { calls, points, newest } }: { seen: Seen }) {
  if (calls === 0) return <p>No calls yet.</p>;
  return (
    <>
      <p>
        {counted(calls, 'call')}, {counted(points, 'point')}
        {newest.length < calls && `. These are the newest ${String(newest.length)}.`}
      </p>
      <table>
        <thead>
          <tr>
            {['Time', 'As whom', 'Call', 'Status', 'Points'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newest.map((call, index) => (
            <Row key={calls - index} call={call} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ call: { as, method, path, status, points, startedAt, fault } }: { call: SeenCall }) {
  return (
    <tr>
      <td>{timeOfDay(startedAt)}</td>
      <td className={as.kind === 'impersonated' ? 'seen-as' : undefined}>{nameOf(as)}</td>
      <td className="seen-path">
        {method} {path}
      </td>
      <td className={status >= 400 || status === 0 ? 'seen-failed' : undefined}>
        {status === 0 ? 'none' : status}
        {fault === true && ' (broken here)'}
      </td>
      <td className="seen-points">{points}</td>
    </tr>
  );
}

function nameOf({ kind, name = '' }: SeenAs): string {
  switch (kind) {
    case 'caller':
      return `${name} (caller)`;
    case 'impersonated':
      return `as ${name}`;
    case 'own client':
      return `${name} (own client)`;
    case 'app':
      return 'the app';
    case 'nobody':
      return 'nobody';
  }
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
