import ForgeReconciler from '@forge/react';

import { Customers } from './queue-page/page';

ForgeReconciler.render(<Customers />);
