/** Decap's editor, with everything that only an open entry needs: it is fetched when the first entry is opened. */
import { lazy, Suspense, type ComponentProps } from 'react';

const Opened = lazy(() => import('./opened.tsx'));

export default function Editor(props: ComponentProps<typeof Opened>) {
  return (
    <Suspense>
      <Opened {...props} />
    </Suspense>
  );
}
