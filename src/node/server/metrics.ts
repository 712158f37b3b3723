import type { FastifyInstance } from 'fastify';
import { VERSION } from '../../core/base/version.ts';

const BUCKETS_SECONDS = [0.005, 0.025, 0.1, 0.5, 1, 5, 30] as const;

interface Counter {
  count: number;
  seconds: number;
  readonly buckets: number[];
}

/** Counts what was answered, by route and status: the route as it is written, so that ids make no new series. */
export class Metrics {
  readonly #requests = new Map<string, Counter>();

  /** Counts every answer of a server. */
  watch(app: FastifyInstance): void {
    app.addHook('onResponse', async (request, reply) => {
      this.#count(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1_000);
    });
  }

  /** All that was counted, and some present values, as the text that Prometheus reads. */
  text(values: Readonly<Record<string, number>>): string {
    const { rss, heapUsed } = process.memoryUsage();
    const present = {
      ...values,
      resident_memory_bytes: rss,
      heap_used_bytes: heapUsed,
      uptime_seconds: process.uptime(),
    };
    return [
      '# HELP casus_info The version that answers.',
      '# TYPE casus_info gauge',
      `casus_info{version="${VERSION}"} 1`,
      ...Object.entries(present).flatMap(([name, value]) => [`# TYPE casus_${name} gauge`, `casus_${name} ${value}`]),
      '# HELP casus_request_seconds How long answers took.',
      '# TYPE casus_request_seconds histogram',
      ...[...this.#requests].flatMap(([labels, counter]) => histogram(labels, counter)),
      '',
    ].join('\n');
  }

  #count(method: string, route: string, status: number, seconds: number): void {
    const labels = `method="${method}",route="${route}",status="${status}"`;
    const counter = this.#requests.get(labels) ?? { count: 0, seconds: 0, buckets: BUCKETS_SECONDS.map(() => 0) };
    this.#requests.set(labels, counter);
    counter.count += 1;
    counter.seconds += seconds;
    for (const [i, most] of BUCKETS_SECONDS.entries()) {
      if (seconds <= most) counter.buckets[i] = (counter.buckets[i] ?? 0) + 1;
    }
  }
}

function histogram(labels: string, { count, seconds, buckets }: Counter): readonly string[] {
  return [
    ...BUCKETS_SECONDS.map((most, i) => `casus_request_seconds_bucket{${labels},le="${most}"} ${buckets[i]}`),
    `casus_request_seconds_bucket{${labels},le="+Inf"} ${count}`,
    `casus_request_seconds_sum{${labels}} ${seconds}`,
    `casus_request_seconds_count{${labels}} ${count}`,
  ];
}
