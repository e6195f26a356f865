import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
// The guard in index.html says so where this line was not reached.
document.documentElement.dataset.started = ''
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
