/** Builds the tab only; servers run their TypeScript as it is. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: { outDir: '../dist/tab', emptyOutDir: true, sourcemap: false, chunkSizeWarningLimit: 900 }
})
