// The part of the audit trail that is about customers.
import { expect } from 'vitest';

import type { Attempt } from '../../../../src/broker/audit/entries';
import { ProjectId } from '../../../../src/shared/ids';
import type { Case } from '../case';
import { attemptOf } from './audit';

export const customerAuditCases: Case[] = [
  {
    name: 'customerAudit: what is about customers, newest first, with what only that has; of one project',
    play: async (stage) => {
      const { run, project, organization } = stage;
      const {
        spaceId: _space,
        groupName: _name,
        ...rest
      } = attemptOf(stage, 1, {
        action: 'createCustomer',
        projectId: project.projectId,
        organizationId: organization,
        domain: 'acme.example',
        via: 'api',
      });
      const elsewhere: Attempt = {
        ...rest,
        id: attemptOf(stage, 2).id,
        at: attemptOf(stage, 2).at,
        projectId: ProjectId.parse('10011'),
      };
      await run('agent', ({ auditLog }) => auditLog.attempt([rest, elsewhere, attemptOf(stage, 3)]));
      const [own, other] = [rest, elsewhere].map((attempt) => ({ ...attempt, outcome: 'unknown' }));
      expect(await run('agent', ({ customerAudit }) => customerAudit.read())).toEqual({ rows: [other, own] });
      expect(await run('agent', ({ customerAudit }) => customerAudit.read(project.projectId))).toEqual({ rows: [own] });
    },
  },
  {
    name: 'customerAudit: 25 at once, and the older ones before the last of them',
    play: async (stage) => {
      const { run, project } = stage;
      const attempts = Array.from({ length: 26 }, (_, n) =>
        attemptOf(stage, n + 1, { action: 'addToProject', projectId: project.projectId }),
      );
      await run('agent', ({ auditLog }) => auditLog.attempt(attempts.slice(0, 25)));
      await run('agent', ({ auditLog }) => auditLog.attempt(attempts.slice(25)));
      const first = await run('agent', ({ customerAudit }) => customerAudit.read());
      expect(first.rows.map(({ id }) => id)).toEqual(
        attempts
          .map(({ id }) => id)
          .toReversed()
          .slice(0, 25),
      );
      const second = await run('agent', ({ customerAudit }) => customerAudit.read(undefined, first.next));
      expect(second.rows.map(({ id }) => id)).toEqual([attempts[0]?.id]);
      expect(second.next).toBeUndefined();
    },
  },
];
