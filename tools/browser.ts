/** Finds Chromium, or installs Debian's where the machine allows it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { installDebianPackages } from './debian.ts';

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium. Throws, with what to do, where there is none and none can be installed. */
export function findBrowser(): string {
  const found = places.find((place) => place && existsSync(place));
  if (found) return found;
  installDebianPackages(['chromium']);
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  throw new Error('Chromium was not found. Install it, or name its program in CHROMIUM_PATH.');
}

/** Japanese glyphs for screenshots; their absence would only show empty boxes. */
export function findFonts(): void {
  const listed = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
  if (listed.status === 0 && listed.stdout.trim() === '') installDebianPackages(['fonts-noto-cjk']);
}

/** Switches that keep the browser from asking anything of any network but this machine. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser that asks nothing of any network but this machine. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: quiet });
}
