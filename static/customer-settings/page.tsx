import { CUSTOMER_SETTINGS } from '../../src/shared/words/customer-settings';
import { callCustomerSettings } from '../api';
import { FailureMessage } from '../feedback/failure-message';
import { Loading } from '../feedback/loading';
import { Product } from '../feedback/product';
import { OneFrame } from '../files/one-frame';
import { usePages } from '../hooks/use-pages';
import type { SettingsPages } from './projects/project-list';
import { CustomerSettingsTabs } from './tabs';

/** Sets what agents can do in service projects. */
export function CustomerSettings() {
  const pages = usePages((start: number | undefined) =>
    callCustomerSettings('openCustomerSettings', start === undefined ? {} : { start }),
  );
  return (
    <Product.Provider value="Jira">
      <Shown pages={pages} />
    </Product.Provider>
  );
}

function Shown({ pages }: { pages: SettingsPages }) {
  const { value, failure, reload } = pages;
  if (value !== undefined) {
    return (
      <OneFrame>
        <CustomerSettingsTabs pages={pages} opened={value} />
      </OneFrame>
    );
  }
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  return <Loading label={CUSTOMER_SETTINGS.loading} />;
}
