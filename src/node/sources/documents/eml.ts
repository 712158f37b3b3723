import PostalMime from 'postal-mime';
import { CasusError } from '../../../core/base/error.ts';
import { VERSION } from '../../../core/base/version.ts';
import { textOfFragment } from '../article/fragment.ts';
import { dayOfStamp } from '../article/stamp.ts';
import { libraryVersion } from '../library-version.ts';
import type { DocumentText } from './read-document.ts';

const PARTS_DEPTH_MAX = 20;
const HEADERS_BYTES_MAX = 256 * 1024;

/**
 * A mail message (RFC 5322): its subject as headline, its plain text, or else the text of its HTML. The sender stands for
 * the publisher where nothing better is known. What is attached is left out.
 */
export async function readMessage(bytes: Uint8Array, name: string): Promise<DocumentText> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: PARTS_DEPTH_MAX, maxHeadersSize: HEADERS_BYTES_MAX });
  if (mail.headers.length === 0) throw new CasusError('file-damaged', name, { detail: 'a message has headers' });
  const plain = mail.text?.replace(/\r\n?/g, '\n').trim() ?? '';
  const body = plain !== '' || mail.html === undefined ? plain : textOfFragment(mail.html);
  if (body === '') throw new CasusError('file-empty', name);
  const headline = mail.subject?.replace(/\s+/g, ' ').trim() || null;
  // As the sender writes it: in UTC a message of the evening is of the next day.
  const date = mail.headers.find(({ key }) => key === 'date')?.value ?? mail.date;
  return {
    text: headline === null ? body : `${headline}\n\n${body}`,
    metadata: { headline, siteName: mail.from?.name?.trim() || null, publishedAt: dayOfStamp(date) },
    extractedBy: `postal-mime ${libraryVersion('postal-mime')}, casus ${VERSION}`,
  };
}
