import { z } from 'zod';

/**
 * The bytes that a report's text was made from, and what made it. Together with `retrievedAt` and `url` it answers
 * where, when and by what a text was got, and the hash finds the bytes again (W3C PROV: what it was derived from).
 */
export const Provenance = z
  .object({
    /** SHA-256 of the bytes as they came, in hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(0),
    mediaType: z.string().min(1),
    /** A file's name, an address, or an archive and the entry in it: `march.zip!karsa/road.txt`. */
    from: z.string().min(1),
    /** What got the bytes from the network: casus, or the crawler that an archive names. Null: they were at hand. */
    fetchedBy: z.string().min(1).nullable(),
    /** What made text of the bytes, each with its version. Null: the bytes are the text. */
    extractedBy: z.string().min(1).nullable(),
  })
  .readonly()
  .meta({ id: 'Provenance' });
export type Provenance = z.infer<typeof Provenance>;
