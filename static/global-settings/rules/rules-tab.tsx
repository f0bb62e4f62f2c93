import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { useCall } from '../../hooks/use-call';
import { RulesForm } from './rules-form';

/** Shows the rules that apply to space admins. */
export function RulesTab() {
  const { value, failure, loading, reload, replace } = useCall(() => callGlobalSettings('readRules', {}));
  if (loading) return <Loading label={GLOBAL_PAGE.readingRules} />;
  if (value === undefined || failure !== undefined) {
    return <FailureMessage failure={failure ?? { code: 'NO_ANSWER' }} onRetry={reload} onReload={reload} />;
  }
  return <RulesForm stored={value} onSaved={replace} onReload={reload} />;
}
