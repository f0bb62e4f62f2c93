import { events } from '@forge/bridge';
import { useEffect, useState } from 'react';

const EVENT = 'AUTOMATION_ACTION_VALIDATE_RULE_EVENT';

/**
 * Says whether Automation is checking the rule now.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#rule-validation
 */
export function useValidating(): boolean {
  const [isValidating, setValidating] = useState(false);
  useEffect(() => {
    const subscription = events.on(EVENT, (event?: { isValidating?: boolean }) =>
      setValidating(event?.isValidating === true),
    );
    return () => void subscription.then(({ unsubscribe }) => unsubscribe());
  }, []);
  return isValidating;
}
