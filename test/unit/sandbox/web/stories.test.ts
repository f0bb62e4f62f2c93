// Stories as the server tells them, and `/_sandbox/story`.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { FORTY_PEOPLE, SIXTY_CUSTOMERS } from '../../../../sandbox/stories/lists';
import { STORY_KEYS, type StoryKey } from '../../../../sandbox/stories/stories';
import { serveFixture } from './served';

let open: StoryKey | undefined;
let served: Awaited<ReturnType<typeof serveFixture>>;
beforeEach(async () => {
  open = undefined;
  const stories = {
    current: () => open,
    open: async (key: StoryKey | undefined) => {
      open = key;
      return Promise.resolve();
    },
  };
  served = await serveFixture({}, stories);
});
afterEach(async () => served.close());

async function send(body: string): Promise<number> {
  return (await served.get('/_sandbox/story', 'member', { method: 'POST', body })).status;
}

describe('/_sandbox/story', () => {
  it('opens a story, and goes back to the site without one', async () => {
    expect([await send('{"story":"user-left"}'), open]).toEqual([204, 'user-left']);
    expect([await send('{"story":null}'), open]).toEqual([204, undefined]);
  });

  it.each(['', '{}', '{"story":"other"}', '{"story":"token-ended","more":1}'])(
    'refuses %s, and opens nothing',
    async (body) => {
      expect([await send(body), open]).toEqual([400, undefined]);
    },
  );

  it('isn’t there on a site without stories', async () => {
    const plain = await serveFixture();
    expect((await plain.get('/_sandbox/story', 'member', { method: 'POST', body: '{"story":null}' })).status).toBe(404);
    expect((await plain.bootOf('/')).stories).toEqual([]);
    await plain.close();
  });
});

describe('a page of the product', () => {
  it('tells each story with its person and address, and three lines', async () => {
    const { stories, openStory } = await served.bootOf('/');
    expect(stories.map(({ key }) => key)).toEqual(STORY_KEYS);
    expect(stories.every(({ hints }) => hints.length === 3)).toBe(true);
    expect(stories.map(({ name, address }) => [name, address])).toEqual([
      // This app has no page in spaces.
      ['Priya Raman', '/'],
      ['Sofia Lindgren', '/wiki/admin/apps/settings'],
      ['Sofia Lindgren', '/wiki/admin/apps/settings'],
      ['Sofia Lindgren', '/wiki/admin/apps/settings'],
      ['Ayla Demir', '/jira/servicedesk/projects/SUP/apps/desk'],
      ['Priya Raman', '/compared-calls'],
    ]);
    expect(openStory).toBeUndefined();
  });

  it('holds the list of the story that is open', async () => {
    open = 'forty-people';
    expect((await served.bootOf('/')).openStory).toMatchObject({
      title: 'Forty people from an email',
      list: { name: 'list of 40 people', text: FORTY_PEOPLE },
    });
    open = 'sixty-customers';
    expect((await served.bootOf('/')).openStory?.list?.text).toBe(SIXTY_CUSTOMERS);
  });

  it('compares calls only in the story about them', async () => {
    expect((await served.get('/compared-calls')).status).toBe(404);
    open = 'without-the-app';
    expect((await served.bootOf('/compared-calls')).openPage).toEqual({ kind: 'comparedCalls' });
  });
});
