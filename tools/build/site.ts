/** The child process of `npm run build`: Astro's build into the folder that it is given. */
import { build } from 'astro';

// Where the parent was killed, its child must not go on: the next build would share the cache with it.
process.once('disconnect', () => process.exit(1));
// Listening alone would keep this process alive after the build.
process.channel?.unref();

await build({ outDir: process.argv[2] ?? 'dist' });
