import type { Newsroom } from '../settings.ts';

/** For files whose name changes with their content. The reader thread takes the page's own chunks from the cache. */
export const unchanging = 'public, max-age=31536000, immutable';

/**
 * The rules of `_headers` for the application. The policy takes the place of the readers': Decap writes styles inline, and
 * talks to the Git host that the build was made for. No 'unsafe-eval', no other origin.
 */
export function headersOf({ origins }: Newsroom): string {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    ["connect-src 'self' blob:", ...origins].join(' '),
    "frame-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return `
/admin/*
  ! Content-Security-Policy
  ! Cross-Origin-Opener-Policy
  Content-Security-Policy: ${policy}
  Cross-Origin-Opener-Policy: same-origin-allow-popups
  Referrer-Policy: no-referrer
  X-Robots-Tag: noindex

/admin/assets/*
  ! Cache-Control
  Cache-Control: ${unchanging}
`;
}
