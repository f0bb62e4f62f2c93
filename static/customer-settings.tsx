import ForgeReconciler from '@forge/react';

import { CustomerSettings } from './customer-settings/page';

ForgeReconciler.render(<CustomerSettings />);
