import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { refusalOf } from '../../src/preview/same-origin.ts';

const own: IncomingHttpHeaders = {
  host: 'localhost:4321',
  origin: 'http://localhost:4321',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json; charset=utf-8',
};
const refusal = (headers: IncomingHttpHeaders, remoteAddress = '127.0.0.1') =>
  refusalOf({ headers: { ...own, ...headers }, socket: { remoteAddress } });

test('a page of this server may send, and a program that is no browser', () => {
  expect(refusal({})).toBeUndefined();
  expect(refusal({ host: '[::1]:4321', origin: 'http://[::1]:4321' })).toBeUndefined();
  expect(refusal({ origin: undefined, 'sec-fetch-site': undefined })).toBeUndefined();
});

test.each<[string, IncomingHttpHeaders]>([
  ['another origin', { origin: 'https://example.jp' }],
  ['another port', { origin: 'http://localhost:4322' }],
  ['an origin that is none', { origin: 'null' }],
  ['another site without an origin', { origin: undefined, 'sec-fetch-site': 'cross-site' }],
  ['an address that somebody typed', { origin: undefined, 'sec-fetch-site': 'none' }],
  ['a name that points to this machine', { host: 'evil.example:4321', origin: 'http://evil.example:4321' }],
  ['a host that begins like this machine', { host: 'localhost.evil.example', origin: undefined }],
  ['no host', { host: undefined, origin: undefined }],
  ['a form', { 'content-type': 'text/plain' }],
  ['no type', { 'content-type': undefined }],
])('%s may not', (_name, headers) => {
  expect(refusal(headers)).toBeTypeOf('string');
});

test.each(['192.168.1.7', '::ffff:10.0.0.2', '2001:db8::1', '127.0.0.1.evil', ''])(
  'nobody at %j may, whatever they write',
  (address) => {
    expect(refusal({}, address)).toBeTypeOf('string');
  },
);

test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
  'whoever sits at this machine may, by its address %s',
  (address) => {
    expect(refusal({}, address)).toBeUndefined();
  },
);
