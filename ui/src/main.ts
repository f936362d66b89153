import { mount } from 'svelte'
import App from './App.svelte'
import { tauri } from './host/tauri'
import './theme/tokens.css'
import './theme/base.css'
import { startTheme } from './theme/theme.svelte'
import { preferredLanguage, setLanguage } from './words'

startTheme()
await setLanguage(preferredLanguage())

const page = document.getElementById('page')
if (page) mount(App, { target: page, props: { host: tauri } })
