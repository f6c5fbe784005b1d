/** A button that opens a panel below it: closed by Escape, by a press elsewhere and by a choice. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import './menu.css';

interface Props {
  readonly label: ReactNode;
  readonly side?: 'start' | 'end';
  readonly children: ReactNode;
}

export function Menu({ label, side = 'start', children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [isOpen]);
  return (
    <div
      className="menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button type="button" ref={button} className="menu-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      {isOpen && (
        <div
          className="menu-panel"
          data-side={side}
          onClick={(event) => {
            if (event.target instanceof HTMLElement && event.target.closest('button')) setOpen(false);
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
}
