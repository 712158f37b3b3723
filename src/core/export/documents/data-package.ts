import type { ExportContext } from '../export-context.ts';
import { NOTICE } from '../stamp.ts';
import type { CellType, Table } from '../table.ts';

const TYPES: Readonly<Record<CellType, string>> = { text: 'string', integer: 'integer', number: 'number', day: 'date' };

/** The descriptor of a Frictionless data package: each table as a CSV resource with its schema, and how it came to be. */
export function dataPackage(tables: readonly Table[], context: ExportContext): object {
  return {
    profile: 'tabular-data-package',
    name: 'casus-ledger',
    title: 'Incidents and claims from a casus ledger',
    description: NOTICE,
    version: context.stamp.generator.replace('casus ', ''),
    licenses: [
      {
        name: 'other-closed',
        title: 'Quotes belong to the publishers of the reports; set the licence of your own coding here',
      },
    ],
    sources: [...new Set(context.record.reports.flatMap(({ source }) => source?.name ?? []))].map(title => ({ title })),
    casus: context.stamp,
    resources: tables.map(resource),
  };
}

function resource(table: Table): object {
  return {
    name: table.name,
    path: `${table.name}.csv`,
    title: table.title,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: table.columns.map(({ name, type, description }) => ({ name, type: TYPES[type], description })),
      missingValues: [''],
    },
  };
}
