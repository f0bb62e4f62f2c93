import ForgeReconciler from '@forge/react';

import { CustomerAction } from './customer-action/page';

ForgeReconciler.render(<CustomerAction />);
