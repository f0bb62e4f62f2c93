// One call twice: as a space admin's own client sends it, and as the app makes it for them.
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { addressOf } from '../../address';
import type { Boot } from '../../boot';
import type { Seen } from '../../seen';
import { readSeen } from '../bar/control';
import { SeenTable } from '../bar/seen-table';
import { addThroughApp, findSubjects, pathOf, sendOwnCall } from './calls';
import type { Comparison, Subjects, Told } from './calls';

/** Shows both, once it is known whom they are about. */
export function ComparedCalls({ boot }: { boot: Boot }) {
  const [comparison] = useState(() => comparisonOf(boot));
  const [subjects, setSubjects] = useState<Subjects>();
  const [failed, setFailed] = useState(comparison === undefined);
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    if (comparison !== undefined) findSubjects(comparison).then(setSubjects, () => setFailed(true));
  }, [comparison]);
  if (failed) return <p role="alert">This isn&apos;t the site of the story any more. Begin it anew, or press Reset.</p>;
  if (comparison === undefined || subjects === undefined) return <p>Looking for the group and the person…</p>;
  const { call, caller, space } = comparison;
  const page = boot.pages.find(({ moduleKey }) => moduleKey === comparison.moduleKey);
  return (
    <>
      <p>
        {caller.name} administers the space {space.name}, and wants to add {subjects.person.name} to its group{' '}
        {call.group}.
      </p>
      <div className="compared">
        <OwnCall comparison={comparison} subjects={subjects} />
        <AppsCall comparison={comparison} subjects={subjects} onSeen={setSeen} />
      </div>
      {seen !== undefined && (
        <section className="seen-of-it" aria-labelledby="seen-of-it">
          <h2 id="seen-of-it">What Atlassian saw of the app</h2>
          <SeenTable seen={seen} />
        </section>
      )}
      {page !== undefined && <a href={addressOf(page, space.key)}>Open the page of the space</a>}
    </>
  );
}

function comparisonOf({ openStory, signedIn, spaces, pages }: Boot): Comparison | undefined {
  const call = openStory?.call;
  const space = spaces.find(({ key }) => key === call?.spaceKey);
  const moduleKey = pages.find(({ type }) => type === 'confluence:spaceSettings')?.moduleKey;
  const isWhole = call !== undefined && signedIn !== undefined && space !== undefined && moduleKey !== undefined;
  return isWhole ? { call, caller: signedIn, space, moduleKey } : undefined;
}

interface Props {
  comparison: Comparison;
  subjects: Subjects;
}

/** Sends the call when it opens: it is refused, and changes nothing. */
function OwnCall({ comparison, subjects }: Props) {
  const call = useCallback(async () => sendOwnCall(comparison, subjects), [comparison, subjects]);
  const { told, send } = useAnswer(call);
  const { caller } = comparison;
  useEffect(() => void send(), [send]);
  return (
    <Way id="own-call" title={`${caller.name}’s own call`}>
      <pre>{`POST ${pathOf(subjects)}
authorization: Basic ${caller.email}:…
x-atlassian-token: no-check

{ "accountId": "${subjects.person.accountId}" }`}</pre>
      <Button id="send-own" onClick={() => void send()}>
        Send it again
      </Button>
      <Answer told={told} />
    </Way>
  );
}

function AppsCall({ comparison, subjects, onSeen }: Props & { onSeen: (seen: Seen) => void }) {
  const call = useCallback(async () => {
    const { calls } = await readSeen(false);
    const answer = await addThroughApp(comparison, subjects);
    onSeen(since(calls, await readSeen(false)));
    return answer;
  }, [comparison, subjects, onSeen]);
  const { told, send } = useAnswer(call);
  const { caller } = comparison;
  return (
    <Way id="apps-call" title={`The app, for ${caller.name}`}>
      <pre>{`invoke('${comparison.call.functionKey}', {
  groupId: '${subjects.groupId}',
  accountIds: ['${subjects.person.accountId}'],
})`}</pre>
      <Button id="let-app" appearance="primary" onClick={() => void send()}>
        Let the app do it
      </Button>
      <Answer told={told} />
    </Way>
  );
}

/** Leaves out all but the calls that came after so many. */
function since(before: number, { calls, newest }: Seen): Seen {
  const fresh = newest.slice(0, Math.max(0, calls - before));
  return { calls: fresh.length, points: fresh.reduce((sum, { points }) => sum + points, 0), newest: fresh };
}

function Way({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Sends a call, one at a time, and keeps its answer. */
function useAnswer(call: () => Promise<Told>) {
  const [told, setTold] = useState<Told | 'lost'>();
  const isSending = useRef(false);
  const send = useCallback(async (): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    setTold(await call().catch(() => 'lost' as const));
    isSending.current = false;
  }, [call]);
  return { told, send };
}

function Answer({ told }: { told: Told | 'lost' | undefined }) {
  return (
    <div className="compared-answer">
      <output>
        {told === 'lost' && 'No answer came. Try again, or look at the terminal.'}
        {typeof told === 'object' && (
          <Lozenge appearance={told.granted ? 'success' : 'removed'} isBold>
            {told.status}
          </Lozenge>
        )}
      </output>
      {typeof told === 'object' && told.body !== '' && <pre>{told.body}</pre>}
    </div>
  );
}
