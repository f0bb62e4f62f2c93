import { changeAs } from '../../broker/change-as';
import type { OnSite } from '../../broker/on-site';
import type { FirstRunView, FirstStep, StepEnd } from '../../shared/groups/first-run';
import type { GroupPorts } from '../ports';
import { firstRunView } from './read-first-run';

/** Ends a step of setting the app up by hand, for all admins. Fails with CONFLICT if another admin ended one at the same moment. */
export async function endFirstStep(
  ports: GroupPorts,
  admin: OnSite,
  { step, end }: { step: FirstStep; end: StepEnd },
): Promise<FirstRunView> {
  const { value, version } = await ports.firstRun.read();
  const next = { ...value, [step]: end };
  await changeAs(ports, admin, {
    entries: [{ action: 'endFirstStep' }],
    write: () => ports.firstRun.save(next, version),
  });
  return firstRunView(ports, next);
}
