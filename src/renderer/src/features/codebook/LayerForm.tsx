import { Alert, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { BUILT_IN_LAYERS } from '#core/model/annotation'
import { SAFE_PALETTE, type Layer } from '#core/model/codebook'
import { editLayer } from '#services/codebook'
import { fixedCommandOf } from '#store/command-registry'
import { ColorField } from '#ui/ColorField'
import { orNotify } from '#ui/notify'
import classes from './ItemForm.module.css'
import { problemOf } from './TagForm'
import { TextField } from '#ui/TextField'

const isBuiltIn = (id: string): boolean => BUILT_IN_LAYERS.some((builtIn) => builtIn === id)

/** One layer: its colour and definition; the built-in ones keep their names. */
export function LayerForm({ layer }: { readonly layer: Layer }) {
  const taken = layer.shortcut === null ? null : fixedCommandOf(layer.shortcut, 'reader')
  return (
    <div className={classes['form']}>
      <header className={classes['header']}>
        <span className={classes['dot']} style={{ backgroundColor: layer.color }} aria-hidden />
        <h2 className={classes['title']}>{layer.name}</h2>
        <Text c="dimmed" fz="xs">
          {isBuiltIn(layer.id) ? 'layer of the program' : 'layer'}
        </Text>
      </header>
      <Stack gap="md">
        {taken && (
          <Alert color="yellow" icon={<IconAlertTriangle size="1rem" aria-hidden />} role="note">
            The key {layer.shortcut} of this layer means “{taken.label}” in the reader, and does that. Mark
            text with this layer from the Annotate menu.
          </Alert>
        )}
        {!isBuiltIn(layer.id) && (
          <TextField
            label="Name"
            value={layer.name}
            onSave={async (name) => problemOf(await editLayer(layer.id, { name }))}
          />
        )}
        <TextField
          label="Definition"
          description="When to use it, when not. It goes into the dataset."
          isLong
          value={layer.definition}
          onSave={async (definition) => problemOf(await editLayer(layer.id, { definition }))}
        />
        <ColorField
          label="Colour"
          palette={SAFE_PALETTE}
          value={layer.color}
          onChange={(color) => void orNotify(editLayer(layer.id, { color }))}
        />
      </Stack>
    </div>
  )
}
