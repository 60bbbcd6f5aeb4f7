/** The third script, brought when the first card is wanted: most readers of an article open none. */
import { Explainer } from './explainer';
import { world } from './world';

world.ruporCard ??= (events) => new Explainer(events);
