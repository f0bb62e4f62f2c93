import type { CustomerSettingsView } from '../../../src/shared/customers/views';
import type { Pages } from '../../hooks/use-pages';

/** The settings, with the service projects of one page of them. */
export type SettingsPages = Pages<CustomerSettingsView, number>;
