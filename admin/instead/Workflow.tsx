/** Decap's board of texts under review, fetched when it is opened; not built where nothing is reviewed. */
import { lazy, Suspense } from 'react';
import Nothing from './nothing.ts';

const Board = NEWSROOM.workflow ? lazy(() => import('decap-cms-core/dist/esm/components/Workflow/Workflow.js')) : Nothing;

export default function Workflow() {
  return (
    <Suspense>
      <Board />
    </Suspense>
  );
}
