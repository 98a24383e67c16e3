import { Button, Menu, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { IconHighlight, IconMessage2, IconNumbers, IconTag } from '@tabler/icons-react'
import type { Codebook } from '#core/model/codebook'
import { runCommand } from '#store/command-registry'
import { useSearch } from '#store/search'
import { countOf } from '#ui/counts'
import { annotateSelected } from './actions'
import classes from './Concordance.module.css'

/** What can be done with the selected lines. */
export function LinesBar({ codebook }: { readonly codebook: Codebook }) {
  const selected = useSearch((state) => state.lines.selected.size)
  const extent = useSearch((state) => state.extent)
  if (selected === 0) return null
  const button = (layer: string, label: string, key: string, icon: ReactNode) => (
    <Button
      variant="default"
      leftSection={icon}
      aria-keyshortcuts={key}
      onClick={() => runCommand(`search.annotate-${layer}`)}
    >
      {label}
    </Button>
  )
  return (
    <div className={classes['actions']} role="toolbar" aria-label="Selected lines">
      <span role="status">{countOf(selected, 'line')} selected</span>
      <span className={classes['space']} />
      <SegmentedControl
        aria-label="What is annotated"
        value={extent}
        onChange={(value) => useSearch.setState({ extent: value === 'sentence' ? value : 'words' })}
        data={[
          { value: 'words', label: 'Words found' },
          { value: 'sentence', label: 'Whole sentence' },
        ]}
      />
      {button('highlight', 'Highlight', 'H', <IconHighlight size="1rem" aria-hidden />)}
      {button('quotation', 'Quotation', 'Q', <IconMessage2 size="1rem" aria-hidden />)}
      {button('claim', 'Claim', 'C', <IconNumbers size="1rem" aria-hidden />)}
      <Menu position="top-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconTag size="1rem" aria-hidden />}
            disabled={codebook.tags.length === 0}
            title={codebook.tags.length === 0 ? 'The codebook has no tag yet' : undefined}
          >
            Tag
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes['tags'] ?? ''}>
          {codebook.tags.map((tag) => (
            <Menu.Item key={tag.id} onClick={() => void annotateSelected('highlight', [tag.id])}>
              {tag.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
