/** Programs that a bare Debian machine lacks. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs packages where the machine is a Debian that allows it; elsewhere does nothing. Throws where apt-get fails. */
export function installDebianPackages(names: readonly string[]): void {
  if (!existsSync('/usr/bin/apt-get')) return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...command: string[]) => {
    const [program = '', ...rest] = [...asRoot, ...command];
    execFileSync(program, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names);
}
