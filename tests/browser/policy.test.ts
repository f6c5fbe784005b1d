import { expect, test } from 'vitest';
import { pages } from '../site/pages.ts';
import { site } from './site.ts';

const { open, at } = site();

/** Pages that are open at the same time. */
const tabs = 2;

test('no page meets its policy, an error or a dialog: all of them, under the headers of production', async () => {
  const faults: string[] = [];
  const waiting = pages.values();
  const walk = async () => {
    const tab = await open('/robots.txt');
    await tab.exposeFunction('told', (violation: string) => faults.push(violation));
    await tab.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        void (globalThis as unknown as { told: (violation: string) => void }).told(
          `${location.pathname}: ${violatedDirective} ${blockedURI}`,
        );
      });
    });
    tab.on('pageerror', ({ message }) => faults.push(`${tab.url()}: ${message}`));
    tab.on('dialog', (dialog) => faults.push(`${tab.url()}: ${dialog.type()}`));
    tab.on(
      'response',
      (response) => response.status() >= 400 && faults.push(`${tab.url()}: ${response.status()} ${response.url()}`),
    );
    for (const { path } of waiting) await tab.goto(at(path));
  };
  await Promise.all(Array.from({ length: tabs }, walk));
  expect(faults).toEqual([]);
}, 900_000);
