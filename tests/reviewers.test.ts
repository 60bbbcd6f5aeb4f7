import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { steps } from '../scripts/source';

const GUIDE = readFileSync('docs/build-for-reviewers.md', 'utf8');

describe('the guide for reviewers', () => {
  it('has the steps that `npm run package:source -- --build` runs', () => {
    expect(steps(GUIDE)).toEqual(['npm ci', 'npm run package']);
  });

  it('names the Node and npm of the release', () => {
    expect(GUIDE).toContain(`Node ${readFileSync('.nvmrc', 'utf8').trim()} (`);
    expect(GUIDE).toContain(`npm ${pkg.packageManager.replace('npm@', '')} (`);
  });
});
