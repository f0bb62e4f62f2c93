import { describe, expect, test } from 'vitest';

import type { SiteMode } from '../../../../../sandbox/site/confluence/model';
import { inMode } from '../world';

interface Listed {
  results: { principal: { type: string } }[];
}

describe('classic permissions', () => {
  const PERMISSIONS = '/wiki/rest/api/space/DEMO/permission';
  function aRequest(identifier: string, key = 'read') {
    return {
      subject: { type: 'group', identifier },
      operation: { key, target: 'space' },
    };
  }

  test('are listed by person and group, or by role on a roles-only site', async () => {
    async function types(mode: SiteMode) {
      const { as, user, path } = inMode(mode);
      const { body } = await as(user('member')).get(path('permissions?limit=250'));
      return new Set((body as Listed).results.map(({ principal }) => principal.type));
    }
    expect(await types('PRE_ROLES')).toEqual(new Set(['user', 'group']));
    expect(await types('ROLES')).toEqual(new Set(['role']));
  });

  test('a space’s admin gives and takes them with a client of their own', async () => {
    const { as, basic, model, groupId } = inMode('PRE_ROLES');
    const admin = as(basic('space-admin'));
    expect(await admin.post(PERMISSIONS, aRequest('devops-oncall', 'export'))).toMatchObject({ status: 400 });
    const { status, body } = await admin.post(PERMISSIONS, aRequest('devops-oncall'));
    expect(status).toBe(200);
    expect(await admin.post(PERMISSIONS, aRequest(groupId('devops-oncall')))).toMatchObject({ status: 400 });
    expect(await admin.post(PERMISSIONS, aRequest('devops-oncall', 'export'))).toMatchObject({ status: 200 });
    expect(await admin.remove(`${PERMISSIONS}/${(body as { id: number }).id}`)).toMatchObject({ status: 204 });
    const held = model.space('DEMO').permissions.filter(({ principal }) => principal.id === groupId('devops-oncall'));
    expect(held).toEqual([]);
  });

  test('nobody else does', async () => {
    const { as, basic, accountId } = inMode('PRE_ROLES');
    expect(await as(basic('confluence-admin')).post(PERMISSIONS, aRequest('devops-oncall'))).toMatchObject({
      status: 403,
    });
    expect(await as(basic('member')).remove(`${PERMISSIONS}/1000`)).toMatchObject({ status: 403 });
    const hidden = `/wiki/rest/api/space/${encodeURIComponent(`~${accountId('member')}`)}/permission`;
    expect(await as(basic('space-admin')).post(hidden, aRequest('devops-oncall'))).toMatchObject({ status: 404 });
  });

  test('the last admin’s stays', async () => {
    const { as, basic, model } = inMode('PRE_ROLES');
    const last = model.space('DEMO').permissions.find(({ key }) => key === 'administer');
    expect(await as(basic('space-admin')).remove(`${PERMISSIONS}/${last?.id}`)).toMatchObject({ status: 400 });
  });

  test('cannot be changed on a roles-only site', async () => {
    const { as, basic } = inMode('ROLES');
    expect(await as(basic('space-admin')).post(PERMISSIONS, aRequest('devops-oncall'))).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('InvalidRbacOperationException') },
    });
  });

  test.each([
    aRequest('nothing'),
    aRequest('devops-oncall', 'administrate'),
    { subject: { type: 'user', identifier: 'nobody' }, operation: { key: 'read', target: 'space' } },
    { subject: { type: 'group', identifier: 'devops-oncall' }, operation: { key: 'create', target: 'space' } },
  ])('%j is refused', async (body) => {
    const { as, basic } = inMode('PRE_ROLES');
    expect(await as(basic('space-admin')).post(PERMISSIONS, body)).toMatchObject({ status: 400 });
  });
});
