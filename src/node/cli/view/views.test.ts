import { describe, expect, it } from 'vitest';
import {
  CONSTRUCTED_RECORD,
  KARSA_INCIDENT,
  ROAD_CODING,
  ROAD_REPORT,
  spanOf,
} from '../../../../test/fixtures/constructed-record.ts';
import { expectGolden } from '../../../../test/golden.ts';
import { type PublicRecord, unknownWhen } from '../../../core/model/index.ts';
import { pageKnowledge } from '../../wire.ts';
import { claimTable } from './claim-table.ts';
import { incidentList } from './incident-list.ts';
import { incidentView } from './incident-view.ts';
import { type Page, PLAIN, STYLED } from './page.ts';
import { rangeBar } from './range-bar.ts';
import { reportView } from './report-view.ts';
import { sentenceFinder } from './sentence.ts';
import { displayWidth } from './width.ts';

const PAGE: Page = { width: 80, paint: PLAIN, ...(await pageKnowledge()) };

/** What `casus read` shows of one report: its own accounts only. */
const ROAD_RECORD: PublicRecord = {
  ...CONSTRUCTED_RECORD,
  reports: [ROAD_REPORT],
  codings: [ROAD_CODING],
  incidents: [
    {
      ...KARSA_INCIDENT,
      tolls: KARSA_INCIDENT.tolls.map(toll => ({
        ...toll,
        entries: toll.entries.filter(entry => entry.reportId === ROAD_REPORT.id),
      })),
      contradictions: [],
      independentSources: 1,
    },
  ],
  problems: [],
};

describe('views', () => {
  it('a report', () => {
    expectGolden('cli/golden/report.txt', `${reportView(ROAD_RECORD, PAGE).join('\n')}\n`);
  });

  it('an incident over two reports that contradict each other', () => {
    expectGolden('cli/golden/incident.txt', `${incidentView(KARSA_INCIDENT, CONSTRUCTED_RECORD, PAGE).join('\n')}\n`);
  });

  it('the incidents of a ledger as a list', () => {
    const undated = { ...KARSA_INCIDENT, id: 'i_other', when: unknownWhen('no date'), tolls: [], contradictions: [] };
    const record = { ...CONSTRUCTED_RECORD, incidents: [undated, KARSA_INCIDENT] };
    expectGolden('cli/golden/incidents.txt', `${incidentList(record, PAGE).join('\n')}\n`);
    expect(incidentList({ ...record, reports: [], incidents: [] }, PAGE)).toEqual(['This ledger holds no incident.']);
  });

  it('claims as a table', () => {
    const page = { ...PAGE, width: 100 };
    expectGolden('cli/golden/claims.txt', `${claimTable(CONSTRUCTED_RECORD, page).join('\n')}\n`);
    expect(claimTable({ ...CONSTRUCTED_RECORD, codings: [] }, PAGE)).toEqual(['No claim is like this.']);
  });

  it.each([20, 40, 60, 80, 120])('keep within %i columns', width => {
    const page = { ...PAGE, width };
    const lines = [...reportView(ROAD_RECORD, page), ...incidentView(KARSA_INCIDENT, CONSTRUCTED_RECORD, page)];
    const widest = Math.max(...lines.map(displayWidth));
    // Below 60 columns the fixed parts of a table need more than there is; nothing is cut off.
    expect(widest).toBeLessThanOrEqual(Math.max(width, 60));
  });

  it('set no style where there is none, and say the same with styles', () => {
    const plain = reportView(ROAD_RECORD, PAGE).join('\n');
    const styled = reportView(ROAD_RECORD, { ...PAGE, paint: STYLED }).join('\n');
    const ESC = String.fromCharCode(27);
    expect(plain).not.toContain(ESC);
    expect(styled).toContain(`${ESC}[1;4mAt least 12 soldiers were killed${ESC}[22;24m`);
  });
});

describe('rangeBar', () => {
  it.each([
    [{ low: 12, high: 12 }, '     ●    '],
    [{ low: 0, high: 24 }, '├────────┤'],
    [{ low: 12, high: null }, '     ├───▸'],
    [{ low: null, high: 12 }, '◂────┤    '],
    [{ low: 24, high: null }, '         ▸'],
    [{ low: 10, high: 11 }, '    ┼     '],
    [{ low: null, high: null }, '          '],
  ])('draws %o', (range, bar) => {
    expect(rangeBar(range, 24, 10)).toBe(bar);
  });
});

describe('sentenceFinder', () => {
  it.each([
    ['One fell. Two rose. Three sat.', 'Two', 'Two rose.'],
    ['Two rose at 3.5 km, Gen. Ali Abdi said. Three sat.', 'Ali', 'Two rose at 3.5 km, Gen. Ali Abdi said.'],
    ['He said: “They came. Then they left.” Nobody fell.', 'Then they', 'Then they left.”'],
    ['Two sentences. In one quote.', 'sentences. In', 'Two sentences. In one quote.'],
    ['No full stop at all', 'stop', 'No full stop at all'],
  ])('%s, %s', (text, words, sentence) => {
    const { start, end } = sentenceFinder(
      { ...ROAD_REPORT, text, headline: null },
      PAGE.sentences,
    )(spanOf(text, words));
    expect(text.slice(start, end)).toBe(sentence);
  });

  it('keeps a headline apart from what follows it', () => {
    const find = sentenceFinder(ROAD_REPORT, PAGE.sentences);
    expect(find(spanOf(ROAD_REPORT.text, 'on the Karsa'))).toEqual({ start: 0, end: 35 });
  });
});
