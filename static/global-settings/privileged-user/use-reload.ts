import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { callGlobalSettings } from '../../api';
import type { Failure } from '../../api';
import { useAction } from '../../hooks/use-action';

/** Reads the privileged user again, after another admin has changed something. */
export function useReload(onView: (view: PrivilegedUserView) => void): {
  failure: Failure | undefined;
  reload: () => void;
} {
  const { failure, run } = useAction();
  return {
    failure,
    reload: () =>
      run(
        () => callGlobalSettings('openGlobalSettings', {}),
        ({ privilegedUser }) => {
          if (privilegedUser !== undefined) onView(privilegedUser);
        },
      ),
  };
}
