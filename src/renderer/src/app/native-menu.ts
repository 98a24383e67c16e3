import { useEffect } from 'react'
import { invoke, on } from '#services/bridge'
import { allCommands, refreshCommands, runCommand, useCommandRegistry } from '#store/command-registry'
import { toAccelerator } from '#store/keys'
import { useLibrary } from '#store/library'
import { useNavigation } from '#store/navigation'
import { usePanes } from '#store/panes'
import { useReader } from '#store/reader'
import { useReview } from '#store/review'
import { useSearch } from '#store/search'
import { useSpeakersView } from '#store/speakers'
import { useStoriesList, useStoryView } from '#store/story'
import { isPlaceShown } from './keyboard'

/** Long enough to gather a burst of changes, short enough that a menu opened next is right. */
const GATHER_MS = 60

function menuCommands() {
  return allCommands().map(({ place, command }) => ({
    id: command.id,
    label: command.label,
    accelerator: command.keys.map(toAccelerator).find((accelerator) => accelerator !== null) ?? null,
    enabled: isPlaceShown(place) && command.enabled?.() !== false,
    menu: command.menu,
    group: command.group,
  }))
}

/** Keeps the native menu in step with the commands, and runs what it is asked to run. */
export function useNativeMenu(): void {
  useEffect(() => {
    let sent = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const send = () => {
      timer = undefined
      const commands = menuCommands()
      const text = JSON.stringify(commands)
      if (text === sent) return
      sent = text
      void invoke('menu:set', commands)
    }
    const gather = () => {
      timer ??= setTimeout(send, GATHER_MS)
    }
    const stops = [
      useCommandRegistry.subscribe(gather),
      useNavigation.subscribe(refreshCommands),
      useLibrary.subscribe(refreshCommands),
      usePanes.subscribe(refreshCommands),
      useReader.subscribe(refreshCommands),
      useReview.subscribe(refreshCommands),
      useSearch.subscribe(refreshCommands),
      useSpeakersView.subscribe(refreshCommands),
      useStoriesList.subscribe(refreshCommands),
      useStoryView.subscribe(refreshCommands),
      on('menu:command', (id) => void runCommand(id)),
    ]
    // What is selected in the text decides what can be annotated, and no store need know of it.
    document.addEventListener('selectionchange', gather)
    gather()
    return () => {
      for (const stop of stops) stop()
      document.removeEventListener('selectionchange', gather)
      clearTimeout(timer)
    }
  }, [])
}
