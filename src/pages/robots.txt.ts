import type { APIRoute } from 'astro';
import { absolute } from '../../settings.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nDisallow: /admin/\n\nSitemap: ${absolute('/sitemap-index.xml')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
