// `node --import`: before anything else loads, time and chance come from the seed, and nothing leaves this process.
import './real';
import { installChance } from './chance';
import { installClock } from './clock';
import { installTimers } from './global-timers';
import { installRefusals } from './refusals';

installClock();
installTimers();
installChance();
installRefusals();
