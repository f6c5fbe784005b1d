/** Which links a text may hold, as the guard says it. */
import { guard } from '../../src/body/guard.ts';

/** True for an address that the guard lets through. */
export function isAllowedLink(url: string): boolean {
  return (
    url !== '' &&
    guard({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'link', url, children: [] }] }] }).length === 0
  );
}
