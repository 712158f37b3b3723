import { z } from 'zod';
import { FORMATS } from '../../export/formats.ts';
import { route } from '../route.ts';

export const ExportFormat = z
  .object({
    name: z.string(),
    extension: z.string().meta({ description: 'Ending of the file; tables also come as other kinds of file.' }),
    description: z.string(),
  })
  .readonly()
  .meta({ id: 'ExportFormat' });
export type ExportFormat = z.infer<typeof ExportFormat>;

export const formatsRoute = route({
  id: 'formats',
  method: 'GET',
  path: '/formats',
  summary: 'The shapes in which a ledger, or a part of one, can be exported',
  query: z.strictObject({}),
  params: z.object({}),
  answer: z.object({ items: z.array(ExportFormat).readonly() }).readonly(),
  async run() {
    return { items: FORMATS.map(({ name, extension, describes }) => ({ name, extension, description: describes })) };
  },
});
