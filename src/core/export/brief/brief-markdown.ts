import { NOTICE, stampLine } from '../stamp.ts';
import { dayInWords } from '../words.ts';
import { type Brief, type BriefSource, runs, type Sentence } from './brief.ts';

/** A briefing as Markdown. `figures` are the paths of pictures that stand beside it. */
export function briefMarkdown(
  brief: Brief,
  figures: { readonly map?: string; readonly timeline?: string } = {},
): string {
  const picture = (alt: string, path: string | undefined) => (path === undefined ? [] : [`![${alt}](${path})`, '']);
  return [
    `# ${plain(brief.title)}`,
    '',
    ...paragraph(brief.summary),
    ...picture('Map of the places, drawn as wide as they are uncertain', figures.map),
    ...picture('Incidents over time', figures.timeline),
    ...section('Losses by side', lossTable(brief)),
    ...section('Incidents', brief.incidents.flatMap(incidentLines)),
    ...section('What is contested', brief.disputes.flatMap(disputeLines)),
    ...section('Threats', list(brief.threats)),
    ...section('Risks', list(brief.risks)),
    ...section('What is not known', list(brief.gaps)),
    ...section('Sources', brief.sources.map(sourceLine)),
    '---',
    '',
    `${plain(stampLine(brief.stamp))}. Coded by ${plain(brief.stamp.coders.join(', '))}. ${NOTICE}`,
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
}

function paragraph(sentences: readonly Sentence[]): readonly string[] {
  return sentences.length === 0 ? ['No incident fits.', ''] : [sentences.map(cited).join(' '), ''];
}

function list(sentences: readonly Sentence[]): readonly string[] {
  return sentences.map(sentence => `- ${cited(sentence)}`);
}

function lossTable({ totals }: Brief): readonly string[] {
  if (totals.length === 0) return [];
  return [
    '| side | harm | range over all accounts | incidents with a figure | sources |',
    '|---|---|---|---|---|',
    ...totals.map(
      ({ side, harm, range, incidents, sources }) =>
        `| ${plain(side)} | ${harm} | ${range} | ${incidents} | ${escapedCitation(sources)} |`,
    ),
    '',
    'Rows overlap: one whose side is not stated may be the total of others, so rows are not added up.',
  ];
}

function incidentLines({ id, title, where, losses, voices }: Brief['incidents'][number]): readonly string[] {
  return [`### ${cited(title)}`, '', `${plain(where)}. ${voices}. \`${id}\``, '', ...list(losses), ''];
}

function disputeLines({ incident, field, why, accounts }: Brief['disputes'][number]): readonly string[] {
  return [`### ${plain(incident)}: ${plain(field)}`, '', cited(why), '', ...list(accounts), ''];
}

function sourceLine({ number, quote, speaker, publisher, published, headline, url }: BriefSource): string {
  const where = [
    publisher,
    published === null ? 'undated' : dayInWords(published),
    headline === null ? null : `“${headline}”`,
  ];
  const link = url === null ? '' : ` <${url.replace(/[<>\s]/g, encodeURIComponent)}>`;
  return `${number}. “${plain(quote)}” (${plain(speaker)}). ${plain(where.filter(Boolean).join(', '))}.${link}`;
}

function cited({ text, sources }: Sentence): string {
  return `${plain(text)} ${escapedCitation(sources)}`.trimEnd();
}

function escapedCitation(numbers: readonly number[]): string {
  return numbers.length === 0 ? '' : `\\[${runs(numbers)}\\]`;
}

/** Text of reports as text: no mark of it is taken for Markdown or HTML, and it stays on its line. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|!~&]/g, mark => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`));
}
