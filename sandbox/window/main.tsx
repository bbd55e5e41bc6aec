import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { registerCharts } from './charts.ts'
import { pressOnce } from './single-press.ts'

registerCharts()
pressOnce(document)

const root = document.querySelector('#root')
if (root) createRoot(root).render(<App />)
