// Stories in the product's chrome: cards that open them, the band of the one that is open, and two calls side by side.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Boot } from '../../../../../sandbox/web/boot';
import { ComparedCalls } from '../../../../../sandbox/web/chrome/stories/compared-calls';
import { StoryBand } from '../../../../../sandbox/web/chrome/stories/story-band';
import { StoryCards } from '../../../../../sandbox/web/chrome/stories/story-cards';
import { BOOT, showChrome, type ChromeView } from './show-bar';

const STORY = {
  key: 'forty-people',
  title: 'Forty people',
  hints: ['What is there.', 'What to do.', 'What to look at.'],
  accountId: 'p',
  name: 'Priya Raman',
  address: '/wiki/spaces/SPRING/settings/apps/groups',
} as const;
const LEFT = { ...STORY, key: 'user-left', title: 'The user left', name: 'Sofia Lindgren' } as const;

let view: ChromeView;
let asked: { path: string; method: string; body: unknown; headers: Headers }[];
/** Answers by path; nothing else is there. */
let answers: Record<string, () => Response>;
let went: string[];
beforeEach(() => {
  sessionStorage.clear();
  asked = [];
  answers = { '/_sandbox/story': () => new Response(null, { status: 204 }) };
  went = [];
  vi.spyOn(location, 'assign').mockImplementation((url) => void went.push(String(url)));
});
afterEach(() => view.end());

function show(element: JSX.Element): void {
  view = showChrome(element, { others: answer });
}
function answer(path: string, { method = 'GET', body, headers }: RequestInit): Response {
  asked.push({
    path,
    method,
    body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
    headers: new Headers(headers),
  });
  return answers[path.replace(/\?.*/, '')]?.() ?? new Response('', { status: 404 });
}
async function press(name: string): Promise<void> {
  await view.user.click(await view.screen.findByRole('button', { name }));
}

describe('a card', () => {
  const boot: Boot = { ...BOOT, stories: [STORY, LEFT] };

  test('opens its story in one click: as its person, on its page, which says so', async () => {
    show(<StoryCards boot={boot} />);
    expect(view.screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Forty people',
      'The user left',
    ]);
    expect(view.screen.getAllByRole('list')[1]?.textContent).toBe('What is there.What to do.What to look at.');
    await press('Open as Priya Raman');
    await vi.waitFor(() => expect(went).toEqual([STORY.address]));
    expect(asked.map(({ path, method, body }) => [method, path, body])).toEqual([
      ['POST', '/_sandbox/story', { story: 'forty-people' }],
    ]);
    expect(document.cookie).toContain('sandbox-person=p');
    expect(sessionStorage.getItem('sandbox-reloaded')).toContain('“Forty people” begins. You are Priya Raman.');
  });

  test('says that it couldn’t be opened, and can be tried again', async () => {
    show(<StoryCards boot={boot} />);
    answers = {};
    await press('Open as Priya Raman');
    expect((await view.screen.findByRole('alert')).textContent).toContain("couldn't be opened");
    answers = { '/_sandbox/story': () => new Response(null, { status: 204 }) };
    await press('Open as Priya Raman');
    await vi.waitFor(() => expect(went).toEqual([STORY.address]));
    expect(view.screen.queryByRole('alert')).toBeNull();
  });

  test('of the open story begins it anew, and there is a way back to the demo site', async () => {
    show(<StoryCards boot={{ ...boot, openStory: LEFT }} />);
    view.screen.getByRole('button', { name: 'Open as Priya Raman' });
    view.screen.getByRole('button', { name: 'Begin anew as Sofia Lindgren' });
    await press('Go back to the demo site');
    await vi.waitFor(() => expect(went).toEqual(['/']));
    expect(asked.at(-1)?.body).toEqual({ story: null });
  });
});

describe('the band', () => {
  const list = { name: 'list of 2 people', text: 'Ada\nGil' };

  test('copies the list', async () => {
    show(<StoryBand story={{ ...STORY, list }} />);
    await press('Copy the list of 2 people');
    await view.screen.findByText('Copied.');
    expect(await navigator.clipboard.readText()).toBe('Ada\nGil');
  });

  test('shows it where the browser doesn’t let the page copy', async () => {
    show(<StoryBand story={{ ...STORY, list }} />);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await press('Copy the list of 2 people');
    await view.screen.findByText(/^This browser doesn't let the page copy/);
    expect(view.screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The list of 2 people' }).value).toBe(
      'Ada\nGil',
    );
    await press('Hide it');
    expect(view.screen.queryByRole('textbox')).toBeNull();
  });

  test('of a story without a list has none', () => {
    show(<StoryBand story={LEFT} />);
    expect(view.screen.queryByRole('button')).toBeNull();
    expect(view.screen.getByRole('link', { name: 'All stories' }).getAttribute('href')).toBe('/');
  });
});

describe('the compared calls', () => {
  const priya = {
    accountId: 'p',
    name: 'Priya Raman',
    email: 'space-admin@example.com',
    handle: 'space-admin',
    active: true,
  };
  const camila = { accountId: 'c', name: 'Camila', email: 'camila@agency.example', handle: 'agency-10', active: true };
  const call = { spaceKey: 'SPRING', group: 'guests', person: 'agency-10', functionKey: 'addMembers' };
  const boot: Boot = {
    ...BOOT,
    signedIn: { ...priya, canUseConfluence: true, canUseJira: true },
    spaces: [{ id: '7', key: 'SPRING', name: 'Spring' }],
    pages: [
      {
        moduleKey: 'space-page',
        type: 'confluence:spaceSettings',
        title: 'Groups',
        route: 'groups',
        resource: 'pages/space',
      },
    ],
    openStory: { ...STORY, call },
  };
  beforeEach(() => {
    answers = {
      '/wiki/rest/api/group/picker': () => Response.json({ results: [{ id: 'g', name: 'guests' }] }),
      '/_bridge/accounts': () => Response.json([camila]),
      '/wiki/rest/api/group/userByGroupId': () =>
        Response.json({ message: 'no permission' }, { status: 403, statusText: 'Forbidden' }),
      '/_bridge/invoke': () => {
        const row = { method: 'POST', path: '/add', status: 201, points: 1, startedAt: 0 };
        const { sandbox } = view;
        const newest = [{ ...row, as: { kind: 'impersonated', name: 'Sofia' } as const }, ...sandbox.seen.newest];
        sandbox.seen = { calls: sandbox.seen.calls + 1, points: sandbox.seen.points + 1, newest };
        return Response.json({ ok: true, value: { ok: true, value: 'added' } });
      },
    };
  });

  test('the own call is sent at once, with the caller’s credentials, and is refused', async () => {
    show(<ComparedCalls boot={boot} />);
    await view.screen.findByText('403 Forbidden');
    view.screen.getByText(/no permission/);
    const sent = asked.filter(({ method }) => method === 'POST');
    expect(sent.map(({ path, body }) => [path, body])).toEqual([
      ['/wiki/rest/api/group/userByGroupId?groupId=g', { accountId: 'c' }],
    ]);
    expect(sent[0]?.headers.get('authorization')).toBe(`Basic ${btoa('space-admin@example.com:sandbox')}`);
    expect(sent[0]?.headers.get('x-atlassian-token')).toBe('no-check');
    await press('Send it again');
    await vi.waitFor(() => expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2));
  });

  test('the app’s function is called as its page does, and what Atlassian saw of it is shown', async () => {
    show(<ComparedCalls boot={boot} />);
    const old = { as: { kind: 'app' }, method: 'GET', path: '/old', status: 200, points: 8, startedAt: 0 } as const;
    view.sandbox.seen = { calls: 1, points: 8, newest: [old] };
    await press('Let the app do it');
    await view.screen.findByText('Done');
    expect(asked.find(({ path }) => path === '/_bridge/invoke')?.body).toEqual({
      functionKey: 'addMembers',
      payload: { groupId: 'g', accountIds: ['c'] },
      moduleKey: 'space-page',
      context: { extension: { space: { id: '7', key: 'SPRING' } } },
    });
    await view.screen.findByText('1 call, 1 point');
    expect(view.rows().map(([, as, call]) => [as, call])).toEqual([['as Sofia', 'POST /add']]);
  });

  test('a refusal of the app is shown as such, and so is a lost answer', async () => {
    answers['/_bridge/invoke'] = () => Response.json({ ok: true, value: { ok: false, error: { code: 'PAUSED' } } });
    show(<ComparedCalls boot={boot} />);
    await press('Let the app do it');
    await view.screen.findByText('Refused');
    view.screen.getByText(/PAUSED/);
    answers['/_bridge/invoke'] = () => new Response('', { status: 500 });
    await press('Let the app do it');
    const lost = await view.screen.findByText(/^No answer came/);
    expect([lost.tagName, view.screen.queryByText(/PAUSED/)]).toEqual(['OUTPUT', null]);
  });

  test.each(['the group is gone', 'nobody is signed in'] as const)('%s: it says so', async (what) => {
    const { signedIn: _signedIn, ...nobody } = boot;
    if (what === 'the group is gone') answers['/wiki/rest/api/group/picker'] = () => Response.json({ results: [] });
    show(<ComparedCalls boot={what === 'nobody is signed in' ? nobody : boot} />);
    const told = await view.screen.findByText(/^This isn't the site of the story any more/);
    expect(told.role).toBe('alert');
  });
});
