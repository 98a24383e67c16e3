import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconPlus, IconSelector, IconSettings } from '@tabler/icons-react'
import type { Corpus } from '#core/model/corpus'
import { liveCorpora, type CorpusSummary } from '#services/corpora'
import { openCorpus } from '#services/session'
import { useLive } from '#services/use-live'
import { showDialog } from '#store/navigation'
import { orNotify } from '#ui/notify'
import { formatCount } from '#ui/counts'
import classes from './CorpusMenu.module.css'

const NO_CORPORA: CorpusSummary[] = []

/** The name of the open corpus, and the way to the others. */
export function CorpusMenu({ corpus }: { readonly corpus: Corpus }) {
  const corpora = useLive(liveCorpora(), NO_CORPORA)
  return (
    <Menu position="bottom-start" width="18rem">
      <Menu.Target>
        <UnstyledButton
          className={classes['target'] ?? ''}
          title={corpus.description || corpus.name}
          aria-label={`Corpus ${corpus.name}: switch or manage`}
        >
          <span className={classes['name']}>{corpus.name}</span>
          <IconSelector size="0.875rem" aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes['dropdown'] ?? ''}>
        <Menu.Label>Corpora</Menu.Label>
        {corpora.map((one) => (
          <Menu.Item
            key={one.id}
            leftSection={
              <IconCheck
                size="0.875rem"
                visibility={one.id === corpus.id ? 'visible' : 'hidden'}
                aria-label={one.id === corpus.id ? 'Open' : undefined}
              />
            }
            rightSection={<span className={classes['count']}>{formatCount(one.articles)}</span>}
            onClick={() => {
              if (one.id !== corpus.id) void orNotify(openCorpus(one.id))
            }}
          >
            {one.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlus size="0.875rem" aria-hidden />}
          onClick={() => showDialog('new-corpus')}
        >
          New corpus…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSettings size="0.875rem" aria-hidden />}
          onClick={() => showDialog('corpora')}
        >
          Manage corpora…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
