import { dayInWords } from '../../src/core/export/words.ts';
import type { AnswerOf } from '../data/routes.ts';
import { Scrolls } from '../parts/scrolls.tsx';
import { Unknown } from '../parts/unknown.tsx';

type Source = AnswerOf<'incident'>['sources'][number];

/** Who published what is told here, whose voice that is, and which of them are one voice. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <Scrolls label="Sources">
        <table>
          <thead>
            <tr>
              <th scope="col">Publisher</th>
              <th scope="col">Kind</th>
              <th scope="col">Country</th>
              <th scope="col">Voice of</th>
              <th scope="col">Published</th>
              <th scope="col">Independence</th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ report, group, isAlone }) => (
              <tr key={report.id}>
                <th scope="row">
                  <bdi>{report.publisher ?? <Unknown words="not known" />}</bdi>
                  <Address url={report.url} />
                </th>
                <td>{report.publisherKind ?? <Unknown words="not known" />}</td>
                <td>{report.publisherCountry ?? <Unknown words="not known" />}</td>
                <td>{report.affiliation ?? <span className="muted">no side known</span>}</td>
                <td>{report.publishedAt === null ? <Unknown words="undated" /> : dayInWords(report.publishedAt)}</td>
                <td>{isAlone ? 'a voice of its own' : `one voice with others: group ${group + 1}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}

/** The address of a report, where it is one that a browser may safely follow. */
function Address({ url }: { readonly url: string | null }) {
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return (
    <span className="through">
      <a href={url} rel="noreferrer nofollow">
        {url}
      </a>
    </span>
  );
}
