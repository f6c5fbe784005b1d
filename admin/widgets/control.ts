/** What Decap hands to a widget, as far as ours use it. */
import type { Map as ImmutableMap } from 'immutable';

export interface ControlProps<Value> {
  readonly value: Value | undefined;
  readonly field: ImmutableMap<string, unknown>;
  readonly forID: string;
  readonly classNameWrapper: string;
  readonly locale?: string;
  onChange(value: unknown): void;
  setActiveStyle(): void;
  setInactiveStyle(): void;
}
