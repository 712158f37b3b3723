import { NOTICE, stampLine } from '../stamp.ts';
import { dayInWords } from '../words.ts';
import { element, escaped } from '../write/xml.ts';
import { type Brief, type BriefSource, runs, type Sentence } from './brief.ts';

export interface BriefFigures {
  /** Pictures as SVG text; null where there is nothing to draw. */
  readonly map: string | null;
  readonly timeline: string | null;
}

/**
 * A briefing as one HTML page that needs nothing else: no script, no address outside, pictures within. Every number in
 * brackets leads to its source. It prints on A4.
 */
export function briefHtml(brief: Brief, figures: BriefFigures): string {
  const head = element('head', {}, [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<meta name="generator" content="${escaped(brief.stamp.generator)}">`,
    element('title', {}, [escaped(brief.title)]),
    element('style', {}, [STYLE]),
  ]);
  const main = element('main', {}, [
    element('h1', {}, [escaped(brief.title)]),
    brief.summary.length === 0
      ? element('p', {}, ['No incident fits.'])
      : element('p', { class: 'summary' }, [brief.summary.map(cited).join(' ')]),
    figure(figures.map, 'Map of the places, drawn as wide as they are uncertain', ALT.map),
    figure(figures.timeline, 'Incidents over time', ALT.timeline),
    section('losses', 'Losses by side', brief.totals.length === 0 ? [] : [lossTable(brief)]),
    section('incidents', 'Incidents', brief.incidents.map(incidentArticle)),
    section('contested', 'What is contested', brief.disputes.map(disputeArticle)),
    section('threats', 'Threats', list(brief.threats)),
    section('risks', 'Risks', list(brief.risks)),
    section('gaps', 'What is not known', list(brief.gaps)),
    section('sources', 'Sources', brief.sources.length === 0 ? [] : [element('ol', {}, brief.sources.map(sourceItem))]),
    element('footer', {}, [escaped(`${stampLine(brief.stamp)}. Coded by ${brief.stamp.coders.join(', ')}. ${NOTICE}`)]),
  ]);
  return `<!doctype html>\n${element('html', { lang: 'en' }, [head, element('body', {}, [main])])}\n`;
}

const ALT = {
  map: 'Map of the places named; the list of incidents says the same in words.',
  timeline: 'Number of incidents over time; the list of incidents gives each day.',
} as const;

const STYLE = `
:root{color-scheme:light;--ink:#22262b;--faint:#5b626b;--line:#c9ced4;--link:#1d4f80}
body{margin:0;font:16px/1.55 "Source Serif 4","Noto Serif",Georgia,serif;color:var(--ink);background:#fff}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1,h2,h3,table,figcaption,.meta,footer{font-family:"Source Sans 3","Noto Sans","Helvetica Neue",Arial,sans-serif}
h1{font-size:1.7rem;line-height:1.2}h2{font-size:1.25rem;margin-top:2.2rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:1.4rem 0 .2rem}
.meta,figcaption,footer{font-size:.85rem;color:var(--faint)}.summary{font-size:1.1rem}
figure{margin:1.5rem 0}figure img{max-width:100%;height:auto;border:1px solid var(--line)}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
caption{text-align:left;font-size:.85rem;color:var(--faint);padding-bottom:.4rem}
ul,ol{padding-left:1.4rem}li{margin:.25rem 0;overflow-wrap:anywhere}a{color:var(--link)}
sup{font-size:.72em;line-height:0}sup a{text-decoration:none}
:target{background:#fff3c4}
@media print{@page{size:A4;margin:18mm}main{max-width:none;padding:0}article,figure,tr{break-inside:avoid}a{color:inherit}body{font-size:10.5pt}}
`;

function figure(svg: string | null, caption: string, alt: string): string {
  if (svg === null) return '';
  const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return element('figure', {}, [element('img', { src, alt }), element('figcaption', {}, [escaped(caption)])]);
}

function section(id: string, title: string, content: readonly string[]): string {
  if (content.length === 0) return '';
  return element('section', { id, 'aria-labelledby': `${id}-title` }, [
    element('h2', { id: `${id}-title` }, [escaped(title)]),
    ...content,
  ]);
}

function list(sentences: readonly Sentence[]): readonly string[] {
  return sentences.length === 0
    ? []
    : [
        element(
          'ul',
          {},
          sentences.map(sentence => element('li', {}, [cited(sentence)])),
        ),
      ];
}

function lossTable({ totals }: Brief): string {
  const heads = ['Side', 'Harm', 'Range over all accounts', 'Incidents with a figure', 'Sources'];
  const rows = totals.map(({ side, harm, range, incidents, sources }) =>
    element('tr', {}, [
      element('th', { scope: 'row' }, [escaped(side)]),
      ...[harm, range, String(incidents)].map(text => element('td', {}, [escaped(text)])),
      element('td', {}, [links(sources) || '–']),
    ]),
  );
  return element('table', {}, [
    element('caption', {}, [
      'Rows overlap: one whose side is not stated may be the total of others, so rows are not added up.',
    ]),
    element('thead', {}, [
      element(
        'tr',
        {},
        heads.map(text => element('th', { scope: 'col' }, [text])),
      ),
    ]),
    element('tbody', {}, rows),
  ]);
}

function incidentArticle({ id, title, where, losses, voices }: Brief['incidents'][number]): string {
  return element('article', { id }, [
    element('h3', {}, [cited(title)]),
    element('p', { class: 'meta' }, [escaped(`${where}. ${voices}.`)]),
    ...list(losses),
  ]);
}

function disputeArticle({ incident, field, why, accounts }: Brief['disputes'][number]): string {
  return element('article', {}, [
    element('h3', {}, [escaped(`${incident}: ${field}`)]),
    element('p', {}, [cited(why)]),
    ...list(accounts),
  ]);
}

function sourceItem({ number, quote, speaker, publisher, published, headline, url }: BriefSource): string {
  const said = [
    publisher,
    published === null ? 'undated' : dayInWords(published),
    headline === null ? null : `“${headline}”`,
  ];
  const where = escaped(said.filter(Boolean).join(', '));
  const linked =
    url !== null && /^https?:\/\//.test(url) ? element('a', { href: url, rel: 'noreferrer' }, [where]) : where;
  return element('li', { id: `source-${number}`, value: number }, [
    element('q', { dir: 'auto' }, [escaped(quote)]),
    ` (${escaped(speaker)}). ${linked}.`,
  ]);
}

function cited({ text, sources }: Sentence): string {
  const numbers = links(sources);
  return numbers === '' ? escaped(text) : `${escaped(text)} ${element('sup', {}, [`[${numbers}]`])}`;
}

/** Links to sources in order; a run of three and more shows its ends. */
function links(numbers: readonly number[]): string {
  return runs(numbers, number => element('a', { href: `#source-${number}` }, [String(number)]));
}
