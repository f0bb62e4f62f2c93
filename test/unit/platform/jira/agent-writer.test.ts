import { describe, it } from 'vitest';

import { createAgentWriter } from '../../../../src/platform/jira/agent-writer';
import { failureOf, json, lost, requestDeps, scriptSite, status } from '../scripted-site';
import { CUSTOMER, ORGANIZATION, sent } from './jira-lab';

function writer(deps = requestDeps()) {
  return createAgentWriter(deps);
}
const refused = { code: 'ATLASSIAN_REFUSED', changed: 'nothing' };

describe('adding to an organization', () => {
  function add() {
    return writer().addToOrganization(ORGANIZATION, CUSTOMER);
  }

  it('is one call as the caller', async ({ expect }) => {
    const calls = scriptSite([status(204)]);
    await add();
    const path = `/rest/servicedeskapi/organization/${ORGANIZATION}/user`;
    expect(sent(calls)).toEqual([[undefined, 'jira', 'POST', path, {}, { accountIds: [CUSTOMER] }]]);
  });

  it.for([
    ['403', () => status(403), refused],
    ['404', () => status(404), { code: 'NOT_FOUND', what: 'organization' }],
    ['no answer', lost, { code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' }],
  ] as const)('fails: %s', async ([, reply, failure], { expect }) => {
    const calls = scriptSite(() => reply());
    expect(await failureOf(add())).toEqual(failure);
    expect(calls).toHaveLength(1);
  });
});

describe('a comment', () => {
  function text(line: string) {
    return { type: 'paragraph', content: [{ type: 'text', text: line }] };
  }

  it('is for the service team only, one paragraph a line, and nothing in it is markup', async ({ expect }) => {
    const calls = scriptSite([json({ id: '1', jsdPublic: false }, 201)]);
    await writer().comment('SUP_2-17', ['Created *kim*', '', '[a|https://example.com]']);
    const body = {
      body: {
        type: 'doc',
        version: 1,
        content: [text('Created *kim*'), { type: 'paragraph' }, text('[a|https://example.com]')],
      },
      properties: [{ key: 'sd.public.comment', value: { internal: true } }],
    };
    const path = '/rest/api/3/issue/SUP_2-17/comment';
    expect(sent(calls)).toEqual([[undefined, 'jira', 'POST', path, {}, body]]);
  });

  it('that Jira calls public all the same is logged', async ({ expect }) => {
    scriptSite([json({ jsdPublic: true }, 201)]);
    const deps = requestDeps();
    await writer(deps).comment('SUP-1', ['x']);
    expect(deps.lines.map(({ level, event }) => [level, event])).toEqual([['warn', 'commentIsPublic']]);
  });

  it.for(['', 'SUP', '../SUP-1', 'SUP-1/comment', 'sup-1'])('on %j is on no issue', async (key, { expect }) => {
    const calls = scriptSite([]);
    expect(await failureOf(writer().comment(key, ['x']))).toEqual({ code: 'NOT_FOUND', what: 'issue' });
    expect(calls).toEqual([]);
  });

  it('on a hidden issue fails', async ({ expect }) => {
    scriptSite([status(404)]);
    expect(await failureOf(writer().comment('SUP-1', ['x']))).toEqual({ code: 'NOT_FOUND', what: 'issue' });
  });
});
