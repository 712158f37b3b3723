import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeModelFile } from '../src/core/base/model-file.ts';
import { sharedFolder } from './corpora.ts';
import { networkNames, readTrainingSet, trainNamed } from './networks.ts';

const share = 0.002;

describe.skipIf(!existsSync(sharedFolder))('training from the shared corpora', () => {
  test.each(networkNames)(
    '%s gives the same bytes twice',
    name => {
      const hashOf = (): string => sha256(writeModelFile(trainNamed(name, readTrainingSet(share), share, () => {})));
      expect(hashOf()).toBe(hashOf());
    },
    120_000,
  );
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
