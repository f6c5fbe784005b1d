/** The bar above an item of a list in a form. Decap's has buttons without names, and a handle that is a button without one. */
import type { ComponentType, ReactNode } from 'react';
import { say } from '../parts/language.ts';
import './list-item-top-bar.css';

interface Props {
  readonly className?: string;
  readonly collapsed?: boolean;
  readonly allowRemove?: boolean;
  readonly allowReorder?: boolean;
  /** What makes its children a handle to drag by, or to move with the keyboard. */
  readonly dragHandle?: ComponentType<{ readonly id?: string; readonly children: ReactNode }>;
  readonly id?: string;
  onCollapseToggle?(event: unknown): void;
  onRemove?(event: unknown): void;
}

export default function ListItemTopBar({
  className = '',
  collapsed = false,
  allowRemove = false,
  allowReorder = false,
  dragHandle: Handle,
  id,
  onCollapseToggle,
  onRemove,
}: Props) {
  return (
    <div className={`list-item-bar ${className}`}>
      {onCollapseToggle && (
        <button type="button" aria-expanded={!collapsed} onClick={onCollapseToggle}>
          <span aria-hidden="true">{collapsed ? '▸' : '▾'}</span>
          <span className="list-item-word">{say({ ja: '中身を見せる', en: 'Show what it holds' })}</span>
        </button>
      )}
      {Handle && allowReorder && (
        <Handle {...(id === undefined ? {} : { id })}>
          <span className="list-item-handle">
            <span aria-hidden="true">⠿</span>
            <span className="list-item-word">{say({ ja: '並べ替える', en: 'Move' })}</span>
          </span>
        </Handle>
      )}
      {onRemove && allowRemove && (
        <button type="button" onClick={onRemove}>
          <span aria-hidden="true">×</span>
          <span className="list-item-word">{say({ ja: '取り除く', en: 'Remove' })}</span>
        </button>
      )}
    </div>
  );
}
