import { execFileSync } from 'node:child_process';

/** Builds the site before its tests. What the build says is shown only where it fails. */
export default function build(): void {
  if (process.env['SKIP_BUILD']) return;
  try {
    execFileSync('npm', ['run', 'build'], { stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm run build failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}
