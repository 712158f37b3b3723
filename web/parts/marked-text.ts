/** A part of a text that something stands on. Spans may overlap. */
export interface MarkedSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A run of text with the ids of all spans that hold it; none for plain text. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

/** Cuts a stretch of text at every edge of a span, so that overlapping quotes can be marked. Nothing is lost or doubled. */
export function textRuns(from: number, to: number, spans: readonly MarkedSpan[]): readonly TextRun[] {
  const inside = spans.filter(({ start, end }) => end > from && start < to);
  const edges = [...new Set([from, to, ...inside.flatMap(({ start, end }) => [start, end])])]
    .filter(edge => edge >= from && edge <= to)
    .toSorted((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? from;
    return { start, end, ids: inside.filter(span => span.start <= start && span.end >= end).map(({ id }) => id) };
  });
}

/**
 * The part of a long text to show round a span: at least `around` characters on both sides, out to the ends of the
 * paragraphs they fall into where these are near.
 */
export function stretchAround(text: string, span: { readonly start: number; readonly end: number }, around: number) {
  const before = Math.max(0, span.start - around);
  const after = Math.min(text.length, span.end + around);
  const paragraph = text.lastIndexOf('\n', before);
  const next = text.indexOf('\n', after);
  return {
    from: before === 0 ? 0 : paragraph !== -1 && before - paragraph < around ? paragraph + 1 : wordEdge(text, before),
    to: after === text.length ? after : next !== -1 && next - after < around ? next : wordEdge(text, after),
  };
}

function wordEdge(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 || space - at > 40 ? safeEdge(text, at) : space;
}

/** Never between the two halves of one character. */
function safeEdge(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
