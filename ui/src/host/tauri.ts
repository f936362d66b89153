// The host in the desktop program.

import { invoke, type InvokeArgs } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { asProblem, type Answer, type Args, type CommandName, type Host, type HostEvents } from './host'

export const tauri: Host = {
  async call<K extends CommandName>(name: K, args: Args<K>): Promise<Answer<K>> {
    try {
      return await invoke<Answer<K>>(name, args as InvokeArgs)
    } catch (thrown) {
      throw asProblem(thrown)
    }
  },

  on<E extends keyof HostEvents>(event: E, take: (payload: HostEvents[E]) => void): () => void {
    // Listening starts asynchronously; whoever leaves before that must not be called any more.
    let left = false
    const listening = listen<HostEvents[E]>(event, ({ payload }) => {
      if (!left) take(payload)
    })
    return () => {
      left = true
      void listening.then((stop) => stop())
    }
  },
}
