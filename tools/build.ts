/** `npm run build`: the content check, then the site into `dist/`. Stops at the first that fails. */
import { build } from 'astro';
import { checkContent } from './check-content.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Vite takes it over from whoever starts the build, and with another value pages would be made as in development.
process.env['NODE_ENV'] = 'production';
if (checkContent()) await build({});
else process.exitCode = 1;
