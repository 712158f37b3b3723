/** A file that the reader can take away. */
export interface Download {
  readonly href: string;
  readonly name: string;
  readonly describes: string;
  /** Null where it is made when it is asked for. */
  readonly bytes: number | null;
}

export function Downloads({ files }: { readonly files: readonly Download[] }) {
  return (
    <ul className="downloads">
      {files.map(({ href, name, describes, bytes }) => (
        <li key={href}>
          <a href={href} download>
            {name}
          </a>
          : {describes}
          {bytes === null ? null : <span className="muted"> ({sizeInWords(bytes)})</span>}
        </li>
      ))}
    </ul>
  );
}

/** `3.1 MB`, `12 KB`; below a kilobyte in bytes. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
