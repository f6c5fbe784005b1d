/** Finds Java, which the checker of HTML runs on, or installs Debian's where the machine allows it. */
import { spawnSync } from 'node:child_process';
import { installDebianPackages } from './debian.ts';

const runs = () => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;

/** Throws, with what to do, where there is no Java and none can be installed. */
export function findJava(): void {
  if (runs()) return;
  installDebianPackages(['default-jre-headless']);
  if (!runs()) throw new Error('Java was not found. Install a runtime of version 11 or later.');
}
