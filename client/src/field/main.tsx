import '../ui/tokens.css'
import './field.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { keptTextSize, showTextSize } from '../store/text-size.ts'

showTextSize(keptTextSize())
const root = document.getElementById('field')
if (root !== null) render(<App />, root)
