import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import manifest from './package.json' with { type: 'json' }

const here = (path: string): string => decodeURIComponent(new URL(path, import.meta.url).pathname)

/** Two entries: the collaborator's app at `/`, installable and off line; the officer's at `/office`, on line. */
export default defineConfig({
  root: here('.'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __APP_VERSION__: JSON.stringify(manifest.version) },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { field: here('index.html'), office: here('office.html') } },
  },
  plugins: [
    VitePWA({
      // A new version waits until it is asked to take over: it is offered, never forced.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Sổ tay cộng tác viên dân số',
        short_name: 'Sổ tay',
        lang: 'vi',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#fbfaf7',
        theme_color: '#0b5a3c',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
        ],
      },
      workbox: {
        globPatterns: ['index.html', 'assets/*.{js,css}', 'icon*.{svg,png}'],
        // The office works on line; its files are not carried to a phone.
        globIgnores: ['assets/office-*', 'assets/*be-vietnam*'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/office/, /^\/moi$/, /^\/(healthz|readyz|metrics)/],
        cleanupOutdatedCaches: true,
        // The first visit, too, goes on without a network once everything is kept.
        clientsClaim: true,
        sourcemap: false,
      },
    }),
  ],
})
