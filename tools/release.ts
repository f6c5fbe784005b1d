/** `npm run release`: notes the public paths of `dist/` as those of a release, after it was built and before it is published. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isFurtherPage } from '../src/queries/paths.ts';
import { releasedFile } from './audit/released.ts';
import { readSite } from './audit/site.ts';

const paths = readSite(resolve('dist'))
  .listed.filter((path) => !isFurtherPage(path))
  .toSorted();
if (paths.length === 0) throw new Error('dist/ has no sitemap. Run `npm run build` first.');
writeFileSync(releasedFile, `${paths.join('\n')}\n`);
console.log(`${releasedFile}: ${paths.length}`);
