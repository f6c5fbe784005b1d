/** `npm run build`: the content check, then the site into `dist/`. Stops at the first that fails. */
import { build } from 'astro';
import { checkContent } from './check-content.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
if (checkContent()) await build({});
else process.exitCode = 1;
