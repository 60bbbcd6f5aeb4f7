// A thread begins without what runs TypeScript, though the first one has it.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
