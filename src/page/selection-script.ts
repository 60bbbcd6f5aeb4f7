/** Tells what is selected; brought when a reader reports a missed passage. */
import { selected } from './selection';
import { world } from './world';

world.ruporSelected = selected;
