/** A picture of the entry, chosen in the host's own dialog and shown small. */
import type { Words } from '../../../src/i18n/languages.ts';
import { say } from '../../parts/language.ts';
import type { TextServices } from '../services.ts';
import { words } from '../words.ts';
import { Field } from './Field.tsx';

export function PictureField({
  label,
  optional,
  fault,
  value,
  services,
  onChange,
}: {
  readonly label: string;
  readonly optional?: boolean | undefined;
  readonly fault: Words | undefined;
  readonly value: string;
  readonly services: TextServices;
  readonly onChange: (file: string) => void;
}) {
  const choose = async () => {
    const file = await services.choosePicture();
    if (file !== undefined) onChange(file);
  };
  return (
    <Field label={label} optional={optional} fault={fault}>
      {(attributes) => (
        <div className="tx-picture">
          <Thumbnail file={value} services={services} />
          <div>
            {value !== '' && <code>{value}</code>}
            <button type="button" {...attributes} aria-invalid={undefined} onClick={() => void choose()}>
              {say(value === '' ? words.buttons.choose : words.buttons.chooseOther)}
            </button>
          </div>
        </div>
      )}
    </Field>
  );
}

export function Thumbnail({ file, services }: { readonly file: string; readonly services: TextServices }) {
  const url = file === '' ? undefined : services.pictureUrl(file);
  if (file === '') return null;
  // The file's name stands beside it; what it shows is what the editor is about to say.
  return url ? <img src={url} alt="" /> : <span className="tx-no-picture">{say(words.form.noThumbnail)}</span>;
}
