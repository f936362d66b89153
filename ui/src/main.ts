import { mount } from 'svelte'
import App from './App.svelte'
import { tauri } from './host/tauri'
import './theme/tokens.css'
import './theme/base.css'
import { startTheme } from './theme/theme.svelte'
import { preferredLanguage, setLanguage } from './words'

startTheme()
// The program answers while the words are read. A refusal is said by whoever waits for the answer.
const begun = tauri.call('start', {})
begun.catch(() => undefined)
await setLanguage(preferredLanguage())

const page = document.getElementById('page')
if (page) mount(App, { target: page, props: { host: tauri, begun } })
