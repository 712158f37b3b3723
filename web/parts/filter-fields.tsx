import { type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly value: string | undefined;
  /** Given an empty text where the field is emptied. */
  readonly onChange: (value: string) => void;
}

/** A field for words: taken when the reader presses Enter or goes on, and never while a word is half written. */
export function WordsField({ label, value = '', onChange }: FieldProps) {
  return (
    <label>
      {label}
      <input
        key={value}
        type="search"
        defaultValue={value}
        onBlur={event => {
          if (event.target.value.trim() !== value) onChange(event.target.value.trim());
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') onChange(event.currentTarget.value.trim());
        }}
      />
    </label>
  );
}

/** A field for a day. A date that is not yet whole asks for nothing. */
export function DayField({ label, value = '', onChange }: FieldProps) {
  return (
    <label>
      {label}
      <input type="date" value={value} onChange={event => onChange(event.target.value)} />
    </label>
  );
}

/** A choice among codes; the first asks for all of them. */
export function ChoiceField({
  label,
  value = '',
  onChange,
  all,
  choices,
}: FieldProps & {
  readonly all: string;
  readonly choices: readonly { readonly value: string; readonly words: ReactNode }[];
}) {
  const isKnown = value === '' || choices.some(choice => choice.value === value);
  return (
    <label>
      {label}
      <select value={value} onChange={event => onChange(event.target.value)}>
        <option value="">{all}</option>
        {isKnown ? null : <option value={value}>{value}</option>}
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A filter that no field shows, by name, with a button that takes it away. */
export function FilterChip({ words, onRemove }: { readonly words: string; readonly onRemove: () => void }) {
  const id = useId();
  return (
    <span className="chip">
      <span id={id}>{words}</span>
      <button type="button" aria-describedby={id} aria-label="Remove this filter" onClick={onRemove}>
        ×
      </button>
    </span>
  );
}
