/** The newsroom's own pages, fetched when the first of them is opened. */
import { lazy, Suspense } from 'react';

const Pages = lazy(async () => {
  await import('./watching.ts');
  return import('../desk/Pages.tsx');
});

export default function NotFoundPage() {
  return (
    <Suspense>
      <Pages />
    </Suspense>
  );
}
