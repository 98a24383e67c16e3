import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import {
  Group,
  Panel,
  Separator,
  usePanelRef,
  type Layout,
  type PanelImperativeHandle,
} from 'react-resizable-panels'
import { changeSettings, type Settings } from '#services/settings'
import { setCramped, setPane, usePanes, type SidePane } from '#store/panes'
import { useZoom } from '#store/zoom'
import classes from './Workspace.module.css'

/** Widths in rem below which a pane has no room beside the reader. */
const THREE_PANES = 58
const TWO_PANES = 44

const GROUP = 'workspace'
const PANES = ['list', 'reader', 'inspector'] as const

interface WorkspaceProps {
  readonly list: ReactNode
  readonly reader: ReactNode
  readonly inspector: ReactNode
  readonly sizes: Settings['paneSizes']
}

/**
 * List, reader and inspector beside each other: resized, collapsed, remembered. What has no room beside the reader
 * opens over it.
 */
export function Workspace({ list, reader, inspector, sizes }: WorkspaceProps) {
  const { ref, width } = useElementSize()
  const rem = useZoom((state) => state.rem)
  const open = usePanes()
  const hasRoomForList = width >= TWO_PANES * rem
  const hasRoomForInspector = width >= THREE_PANES * rem
  useEffect(() => {
    if (width === 0) return
    setCramped([
      ...(hasRoomForList ? [] : (['list'] as const)),
      ...(hasRoomForInspector ? [] : (['inspector'] as const)),
    ])
  }, [width, hasRoomForList, hasRoomForInspector])
  return (
    <div ref={ref} className={classes['workspace']}>
      {width > 0 && (
        <Panes
          // Other panes are another layout, with the sizes that were remembered for it.
          key={`${hasRoomForList} ${hasRoomForInspector} ${rem}`}
          list={hasRoomForList ? list : null}
          reader={reader}
          inspector={hasRoomForInspector ? inspector : null}
          isListOpen={open.list}
          isInspectorOpen={open.inspector}
          sizes={sizes}
        />
      )}
      {open.over !== null && <PaneOver pane={open.over}>{open.over === 'list' ? list : inspector}</PaneOver>}
    </div>
  )
}

/**
 * A pane over the reader: goes away with Escape, a click beside it, or its command, and gives the focus back to what had
 * it before.
 */
function PaneOver({ pane, children }: { readonly pane: SidePane; readonly children: ReactNode }) {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Whoever closed the pane may have put the focus somewhere already.
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    },
    [opener],
  )
  const close = () => setPane(pane, false)
  return (
    <>
      <div className={classes['beside']} onClick={close} aria-hidden />
      <div
        className={classes['over']}
        data-pane={pane}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return
          // This Escape closes a list of options.
          if (event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true') return
          event.preventDefault()
          close()
        }}
      >
        {children}
      </div>
    </>
  )
}

interface PanesProps extends WorkspaceProps {
  readonly isListOpen: boolean
  readonly isInspectorOpen: boolean
}

function Panes({ list, reader, inspector, isListOpen, isInspectorOpen, sizes }: PanesProps) {
  const shown = PANES.filter(
    (pane) => (pane === 'list' ? list : pane === 'inspector' ? inspector : true) !== null,
  )
  const name = `${GROUP}:${shown.join('+')}`
  const listPanel = usePanelOf(isListOpen)
  const inspectorPanel = usePanelOf(isInspectorOpen)
  const known = useRef(sizes)
  useEffect(() => {
    known.current = sizes
  }, [sizes])

  const remember = (layout: Layout) => {
    const paneSizes = { ...known.current, [name]: shown.map((pane) => layout[pane] ?? 0) }
    void changeSettings({ paneSizes })
  }
  const stored = sizes[name]
  const defaultLayout =
    stored?.length === shown.length
      ? Object.fromEntries(shown.map((pane, index) => [pane, stored[index] ?? 0]))
      : undefined
  return (
    <Group
      className={classes['group'] ?? ''}
      defaultLayout={defaultLayout}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        // A window made narrow closes panes too, and they come back with the room; only a person's drag is a wish.
        if (!isUserInteraction) return
        remember(layout)
        if (list !== null) setPane('list', (layout['list'] ?? 0) > 0)
        if (inspector !== null) setPane('inspector', (layout['inspector'] ?? 0) > 0)
      }}
    >
      {list !== null && (
        <>
          <Panel
            id="list"
            panelRef={listPanel}
            className={classes['pane']}
            collapsible
            defaultSize="20rem"
            minSize="14rem"
            maxSize="32rem"
            groupResizeBehavior="preserve-pixel-size"
          >
            {list}
          </Panel>
          <Separator className={classes['separator']} aria-label="Width of the list" />
        </>
      )}
      <Panel id="reader" className={classes['pane']} minSize="22rem">
        {reader}
      </Panel>
      {inspector !== null && (
        <>
          <Separator className={classes['separator']} aria-label="Width of the inspector" />
          <Panel
            id="inspector"
            panelRef={inspectorPanel}
            className={classes['pane']}
            collapsible
            defaultSize="20rem"
            minSize="15rem"
            maxSize="32rem"
            groupResizeBehavior="preserve-pixel-size"
          >
            {inspector}
          </Panel>
        </>
      )}
    </Group>
  )
}

/** Collapses and expands a panel as the store says. */
function usePanelOf(isOpen: boolean) {
  const ref = usePanelRef()
  useEffect(() => {
    const panel = ref.current
    if (panel) collapseOrExpand(panel, isOpen)
  }, [ref, isOpen])
  return ref
}

function collapseOrExpand(panel: PanelImperativeHandle, isOpen: boolean): void {
  if (panel.isCollapsed() !== isOpen) return
  if (isOpen) panel.expand()
  else panel.collapse()
}
