// A write whose answer was lost before the site performed it: it takes effect later, when nobody looks.
import { beforeEach, describe, expect, test } from 'vitest';

import { RestFault } from '../../../../../sandbox/site/core/faults';
import { aWorld } from '../world';

const GROUPS = '/wiki/rest/api/group';

let world: ReturnType<typeof aWorld>;
beforeEach(() => {
  world = aWorld();
});

function given(fault: object) {
  return world.site.faults.add(RestFault.parse({ on: 'rest', drop: 'late', ...fault }));
}
function admin() {
  return world.as(world.user('site-admin'));
}
function names() {
  return [...world.model.groups.values()].map(({ name }) => name);
}

describe('an effect after its answer was lost', () => {
  test('is there for the first call that comes when its time is over', async () => {
    given({ operationId: 'createGroup', afterMs: 30_000, status: 504 });
    expect(await admin().createGroup('demo-one')).toMatchObject({ status: 504 });
    world.advance(29_999);
    await admin().get(GROUPS);
    expect(names()).not.toContain('demo-one');
    world.advance(1);
    const { body } = await admin().get(`${GROUPS}/picker?query=demo-one`);
    expect(body).toMatchObject({ size: 1, results: [{ name: 'demo-one' }] });
  });

  test('leaves no answer at all unless it is given one', async () => {
    given({ operationId: 'createGroup', afterMs: 1 });
    await expect(admin().createGroup('demo-one')).rejects.toThrow('fetch failed');
  });

  test('without a time waits until it is let go', async () => {
    given({ operationId: 'createGroup' });
    await expect(admin().createGroup('demo-one')).rejects.toThrow('fetch failed');
    world.advance(86_400_000);
    await admin().get(GROUPS);
    expect(names()).not.toContain('demo-one');
    await world.site.lateEffects.release();
    expect(names()).toContain('demo-one');
  });

  test('takes place in the order of the times, not of the calls', async () => {
    given({ operationId: 'removeMemberFromGroupByGroupId', afterMs: 2000 });
    given({ operationId: 'addUserToGroupByGroupId', afterMs: 1000 });
    const [group, person] = [world.groupId('demo-editors'), world.accountId('person-40')];
    await expect(admin().removeMember(group, person)).rejects.toThrow('fetch failed');
    await expect(admin().addMember(group, person)).rejects.toThrow('fetch failed');
    world.advance(2000);
    await admin().get(GROUPS);
    expect(world.model.group('demo-editors').members).not.toContain(person);
  });

  test('is judged by the rights of the moment in which it takes place', async () => {
    given({ operationId: 'createGroup' });
    await expect(admin().createGroup('demo-one')).rejects.toThrow('fetch failed');
    world.model.removeMember(world.groupId('site-admins'), world.accountId('site-admin'));
    await world.site.lateEffects.release();
    expect(names()).not.toContain('demo-one');
    expect(world.site.requests()).toMatchObject([{ operationId: 'createGroup', status: 403 }]);
  });

  test('is one line in the log: unheard of at first, then what the site answered, with its points', async () => {
    given({ operationId: 'createGroup', status: 504 });
    await admin().createGroup('demo-one');
    expect(world.site.requests()).toMatchObject([{ status: 0, points: 0, fault: true }]);
    await world.site.lateEffects.release();
    expect(world.site.requests()).toMatchObject([{ status: 201, points: 1, fault: true }]);
  });

  test('that waits is listed, and can be forgotten', async () => {
    given({ operationId: 'createGroup', afterMs: 1000, status: 504 });
    await admin().createGroup('demo-one');
    const dueAt = new Date(world.now() + 1000).toISOString();
    expect(world.site.lateEffects.list()).toEqual([{ method: 'POST', path: GROUPS, dueAt }]);
    world.site.lateEffects.clear();
    world.advance(1000);
    await admin().get(GROUPS);
    expect([names().includes('demo-one'), world.site.lateEffects.list()]).toEqual([false, []]);
  });

  test('spends the quota when it takes place; a call that the quota refuses is not heard of at all', async () => {
    world.site.setQuota({ pointsPerHour: 2 });
    given({ operationId: 'createGroup', status: 504 });
    await admin().createGroup('demo-one');
    await world.site.lateEffects.release();
    given({ operationId: 'createGroup', status: 504 });
    await admin().createGroup('demo-two');
    given({ operationId: 'createGroup', status: 504 });
    expect(await admin().createGroup('demo-three')).toMatchObject({ status: 429 });
    await world.site.lateEffects.release();
    expect(names()).toEqual(expect.arrayContaining(['demo-one', 'demo-two']));
    expect(names()).not.toContain('demo-three');
  });
});
