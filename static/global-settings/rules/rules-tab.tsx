import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { useCall } from '../../hooks/use-call';
import { RulesForm } from './rules-form';

/** The rules that space admins live under. */
export function RulesTab() {
  const { value, failure, loading, reload, replace } = useCall(() => callGlobalSettings('readRules', {}));
  if (loading) return <Loading label="Reading the rules" />;
  if (value === undefined || failure !== undefined) {
    return <FailureMessage failure={failure ?? { code: 'NO_ANSWER' }} onRetry={reload} onReload={reload} />;
  }
  return <RulesForm stored={value} onSaved={replace} onReload={reload} />;
}
