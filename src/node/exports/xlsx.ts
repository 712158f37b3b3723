import type { Cell, Table } from '../../core/export/table.ts';
import { element, escaped } from '../../core/export/write/xml.ts';
import { zipBytes } from './zip.ts';

/** The most text that a cell of a workbook takes; what is longer is cut and ends with an ellipsis. */
const LONGEST_CELL = 32_767;

/**
 * Tables as sheets of an Excel workbook (Office Open XML): a bold header that stays in view, text as inline strings, so
 * that nothing is run as a formula, and numbers as numbers.
 */
export function xlsxBytes(tables: readonly Table[]): Uint8Array {
  const sheets = tables.map((table, i) => ({ table, id: i + 1, path: `worksheets/sheet${i + 1}.xml` }));
  const types = [
    part('/xl/workbook.xml', 'spreadsheetml.sheet.main+xml'),
    part('/xl/styles.xml', 'spreadsheetml.styles+xml'),
    ...sheets.map(({ path }) => part(`/xl/${path}`, 'spreadsheetml.worksheet+xml')),
  ];
  const defaults = [
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  ];
  const listed = sheets.map(({ table, id }) =>
    element('sheet', { name: table.name.slice(0, 31), sheetId: id, 'r:id': `rId${id}` }),
  );
  return zipBytes({
    '[Content_Types].xml': xml(element('Types', { xmlns: `${PACKAGE}/content-types` }, [...defaults, ...types])),
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': xml(element('workbook', { xmlns: MAIN, 'xmlns:r': OFFICE }, [element('sheets', {}, listed)])),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map(({ id, path }) => relation(`rId${id}`, 'worksheet', path)),
      relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
    ]),
    'xl/styles.xml': xml(STYLES),
    ...Object.fromEntries(sheets.map(({ table, path }) => [`xl/${path}`, sheet(table)])),
  });
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Style 0 plain, 1 bold. */
const STYLES = element('styleSheet', { xmlns: MAIN }, [
  element('fonts', { count: 2 }, [font([]), font([element('b', {})])]),
  element('fills', { count: 1 }, [element('fill', {}, [element('patternFill', { patternType: 'none' })])]),
  element('borders', { count: 1 }, [element('border', {})]),
  element('cellStyleXfs', { count: 1 }, [element('xf', {})]),
  element('cellXfs', { count: 2 }, [element('xf', { fontId: 0 }), element('xf', { fontId: 1, applyFont: 1 })]),
]);

function font(marks: readonly string[]): string {
  return element('font', {}, [...marks, element('sz', { val: 11 }), element('name', { val: 'Calibri' })]);
}

/** A sheet in pieces, a row at a time. */
function* sheet({ columns, rows }: Table): Generator<string> {
  const pane = element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' });
  const views = element('sheetViews', {}, [element('sheetView', { workbookViewId: 0 }, [pane])]);
  yield xml(`<worksheet xmlns="${MAIN}">${views}<sheetData>`);
  yield row(
    1,
    columns.map(({ name }) => name),
    1,
  );
  for (const [i, cells] of rows.entries()) yield row(i + 2, cells, 0);
  yield '</sheetData></worksheet>';
}

function row(number: number, cells: readonly Cell[], style: number): string {
  const filled = cells.flatMap((value, i) => (value === null ? [] : [cell(`${letters(i)}${number}`, value, style)]));
  return element('row', { r: number }, filled);
}

function cell(at: string, value: string | number, s: number): string {
  if (typeof value === 'number') return element('c', { r: at, s }, [element('v', {}, [String(value)])]);
  const text = value.length > LONGEST_CELL ? `${value.slice(0, LONGEST_CELL - 1)}…` : value;
  return element('c', { r: at, s, t: 'inlineStr' }, [
    element('is', {}, [element('t', { 'xml:space': 'preserve' }, [escaped(text)])]),
  ]);
}

/** `A`, `B`, … `Z`, `AA`, … */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`;
}

function part(name: string, type: string): string {
  return element('Override', { PartName: name, ContentType: `application/vnd.openxmlformats-officedocument.${type}` });
}

function relations(children: readonly string[]): string {
  return xml(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, children));
}

function relation(id: string, type: string, target: string): string {
  return element('Relationship', { Id: id, Type: `${OFFICE}/${type}`, Target: target });
}

function xml(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
