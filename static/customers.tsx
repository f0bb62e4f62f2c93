import ForgeReconciler from '@forge/react';

import { Customers } from './customers/page';

ForgeReconciler.render(<Customers />);
