/** `npm start`: the site with its search, on loopback; a saved text is on its page at once. */
import { dev } from 'astro';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const server = await dev({ server: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 4321) } });
const addresses = ['/ja/', '/en/', '/admin/'].map((path) => `  http://localhost:${server.address.port}${path}`);
console.log(`\n${addresses.join('\n')}\n`);
