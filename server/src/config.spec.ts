import { describe, expect, test } from 'vitest';

import { BadSetting, localUrl, readConfig } from './config.ts';

describe('settings', () => {
  test('without any, the server is for this machine alone, on 8080', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, publicUrl: undefined, databaseUrl: undefined, trustedProxy: false, logLevel: 'info' });
  });

  test('an empty one is as good as none', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: ' ' })).toMatchObject({ port: 8080, publicUrl: undefined });
  });

  test('each is taken', () => {
    const config = readConfig({
      HOST: '0.0.0.0', PORT: '9000', PUBLIC_URL: 'https://sotay.example.vn/', DATABASE_URL: 'postgresql://a:b@db/sotay',
      SOTAY_DATA: '/srv/sotay', TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8', LOG_LEVEL: 'warn', METRICS_TOKEN: 'x'.repeat(24),
    });
    expect(config).toMatchObject({
      host: '0.0.0.0', port: 9000, publicUrl: 'https://sotay.example.vn', databaseUrl: 'postgresql://a:b@db/sotay',
      dataFolder: '/srv/sotay', trustedProxy: ['127.0.0.1', '10.0.0.0/8'], logLevel: 'warn', metricsToken: 'x'.repeat(24),
    });
  });

  test.each([
    ['HOST', 'not an address'], ['PORT', '80a'], ['PORT', '65536'], ['PORT', '-1'], ['PORT', '1e3'],
    ['PUBLIC_URL', 'sotay.example.vn'], ['PUBLIC_URL', 'ftp://x.vn'], ['PUBLIC_URL', 'https://x.vn/so'], ['PUBLIC_URL', 'https://a@x.vn'],
    ['DATABASE_URL', 'mysql://a:secret@db/x'], ['SOTAY_DATA', 'a\0b'], ['TRUSTED_PROXY', 'everyone'], ['TRUSTED_PROXY', '127.0.0.1,'], ['LOG_LEVEL', 'loud'], ['METRICS_TOKEN', 'short'],
  ])('%s=%s is refused by name in both languages, with exit code 2', (name, value) => {
    const attempt = (): unknown => readConfig({ [name]: value });
    expect(attempt).toThrow(BadSetting);
    expect(attempt).toThrow(expect.objectContaining({ exitCode: 2, vi: expect.stringContaining(name), en: expect.stringContaining(name) }));
  });

  test('the password in a bad DATABASE_URL is not repeated', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://a:secret@db/x' })).toThrow(/^[^]*DATABASE_URL(?![^]*secret)/);
  });

  test('the address for a browser on this machine', () => {
    expect([localUrl('0.0.0.0', 1), localUrl('::1', 2), localUrl('192.168.1.5', 3), localUrl('fd00::1', 4)]).toEqual([
      'http://localhost:1', 'http://localhost:2', 'http://192.168.1.5:3', 'http://[fd00::1]:4',
    ]);
  });
});
