import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { registerCharts } from './charts.ts'

registerCharts()

const root = document.querySelector('#root')
if (root) createRoot(root).render(<App />)
