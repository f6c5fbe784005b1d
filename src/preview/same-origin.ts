/** Which requests the development server's own interfaces answer: those of a page that it served itself, on this machine. */
import type { IncomingMessage } from 'node:http';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What is wrong with a request that is to change something; undefined where nothing is. Another site's page may send one
 * too, by its own scripts or by a name that it lets point to this machine (DNS rebinding).
 */
export function refusalOf({
  headers,
  socket,
}: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } }): string | undefined {
  // Also where somebody has opened the server to the network: a Host header is whatever its sender writes.
  if (!/^(127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/.test(socket.remoteAddress ?? ''))
    return 'The request comes from another machine.';
  const { host = '', origin } = headers;
  if (!URL.canParse(`http://${host}`) || !loopback.has(new URL(`http://${host}`).hostname)) {
    return `The host '${host}' is not this machine.`;
  }
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)) {
    return `The origin '${origin}' is not this server.`;
  }
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return `The request comes from another site (${String(site)}).`;
  // A page of another site cannot send this type without asking first.
  const [contentType = ''] = (headers['content-type'] ?? '').split(';');
  if (contentType.trim().toLowerCase() !== 'application/json')
    return `The content type '${contentType}' is not application/json.`;
  return undefined;
}
