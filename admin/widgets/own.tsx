/** The widgets that this newsroom has for itself. */
import { Component, type ComponentType } from 'react';
import type { Registry } from '../main.ts';
import type { ControlProps } from './control.ts';
import { LineControl } from './Line.tsx';
import { PictureControl } from './Picture.tsx';
import { RelationControl } from './Relation.tsx';
import { SelectControl } from './Select.tsx';
import { TextControl } from './Text.tsx';

export function registerOwnWidgets(cms: Registry): void {
  cms.registerWidget('mdx', TextControl);
  cms.registerWidget('relation', withInstance(RelationControl));
  cms.registerWidget('select', withInstance(SelectControl));
  cms.registerWidget('string', withInstance(LineControl));
  cms.registerWidget('image', withInstance(PictureControl));
  cms.registerWidget('hidden', () => null);
}

/** Decap asks the instance of a control whether its value is valid; a function component has none. */
function withInstance<Value>(Control: ComponentType<ControlProps<Value>>) {
  return class extends Component<ControlProps<Value>> {
    override render() {
      return <Control {...this.props} />;
    }
  };
}
