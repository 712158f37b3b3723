import { makeZip } from './make-zip.ts';

/** A page as simple as pages get. */
export function makePage(headline: string, paragraphs: readonly string[], head = ''): string {
  const body = paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline}</title>${head}</head>
<body><nav><a href="/">Home</a></nav><main><h1>${headline}</h1><article>${body}</article></main></body></html>`;
}

/** A mail message with these words as its only part. */
export function makeMessage(subject: string, text: string): string {
  return `From: "Karsa Press Office" <press@karsa.example>\r\nSubject: ${subject}\r\nDate: Thu, 06 Mar 2025 23:30:00 +0500\r
Message-ID: <1@karsa.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
}

/** A Word document of these paragraphs, each as XML between the tags of its paragraph. */
export function makeDocx(body: string, head = ''): Buffer {
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${head}<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`;
  const core =
    '<?xml version="1.0"?><cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Anna &amp; Karsa</dc:creator></cp:coreProperties>';
  return makeZip([
    { path: '[Content_Types].xml', bytes: '<Types/>' },
    { path: 'word/document.xml', bytes: xml },
    { path: 'docProps/core.xml', bytes: core },
  ]);
}

export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A PDF of one page with these lines; an empty line leaves a gap. */
export function makePdf(lines: readonly string[]): Buffer {
  const words = lines.map(line => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -8 Td`).join('\n');
  const stream = `BT /F1 6 Tf 72 720 Td\n${words}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
