/** `npm run preview`: the built site with the headers that production sends. */
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { serve } from './serve.ts';

const server = await serve(resolve('dist'), Number(process.env['PORT'] ?? 4322));
console.log(`http://localhost:${(server.address() as AddressInfo).port}/`);
