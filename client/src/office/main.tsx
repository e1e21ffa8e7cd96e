import '@fontsource/be-vietnam-pro/vietnamese-400.css'
import '@fontsource/be-vietnam-pro/latin-400.css'
import '@fontsource/be-vietnam-pro/vietnamese-600.css'
import '@fontsource/be-vietnam-pro/latin-600.css'
import '../ui/tokens.css'
import './office.css'
import { render } from 'preact'
import { App } from './app.tsx'

/** The token of a one-time link (`/moi#…`); undefined on every other page. */
function findToken(): string | undefined {
  return location.pathname === '/moi' ? location.hash.slice(1) : undefined
}

const root = document.getElementById('office')
if (root !== null) render(<App token={findToken()} />, root)
