import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  // The page is read from the program itself, so every address is relative.
  base: './',
  // The words stand beside this folder, in ../locales.
  server: { fs: { allow: ['..'] } },
  build: {
    target: 'safari16',
    // The content security policy allows no data: addresses for scripts, styles and fonts.
    assetsInlineLimit: 0,
    // One style sheet: a screen that is opened later must not flash without its style.
    cssCodeSplit: false,
    // The polyfill would fetch; every webview in use knows modulepreload.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // The first screen waits for every file of it: what all screens share comes in one.
        codeSplitting: {
          groups: [{ name: 'shared', test: /node_modules\/(svelte|esm-env|clsx|@fluent)\/|\/src\/(parts\/(?!Pdf|pdf)|[a-z]+\.(svelte\.)?ts)/ }],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
    // A busy machine is slow, not wrong.
    testTimeout: 30_000,
    // The tests read the style sheets too.
    css: true,
  },
})
