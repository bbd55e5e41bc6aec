/** Beside the product's own build, so that one server serves both. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/baseline/',
  plugins: [react()],
  build: { outDir: '../../dist/tab/baseline', emptyOutDir: true, sourcemap: false, chunkSizeWarningLimit: 2000 }
})
