import { callCustomerAdmin } from '../api';
import { FailureMessage } from '../components/error-message';
import { Loading } from '../components/loading';
import { Product } from '../components/product';
import { usePages } from '../use-pages';
import type { SettingsPages } from './settings-pages';
import { CustomerSettingsTabs } from './tabs';

const Shown = ({ pages }: { pages: SettingsPages }) => {
  const { value, failure, reload } = pages;
  if (value !== undefined) return <CustomerSettingsTabs pages={pages} opened={value} />;
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  return <Loading label="Reading the service projects and the settings" />;
};

/** What a Jira administrator allows in service projects. */
export const CustomerSettings = () => {
  const pages = usePages((start: number | undefined) =>
    callCustomerAdmin('openCustomerSettings', start === undefined ? {} : { start }),
  );
  return (
    <Product.Provider value="Jira">
      <Shown pages={pages} />
    </Product.Provider>
  );
};
