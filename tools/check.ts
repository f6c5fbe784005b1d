/** `npm run check`: the content check alone; exits 1 where there is a problem. */
import { checkContent } from './check-content.ts';

if (!checkContent()) process.exitCode = 1;
