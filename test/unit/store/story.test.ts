import { beforeEach, describe, expect, it } from 'vitest'
import { resetStories, setPair, setStory, showStoryTab, useStoryView } from '#store/story'

beforeEach(resetStories)

const tab = () => useStoryView.getState().tab

describe('the view of a story', () => {
  it('is the one shown last when the story opens again, each story its own', () => {
    setStory('bridge')
    expect(tab()).toBe('overview')
    showStoryTab('utterances')
    setStory(null)
    setStory('ferry')
    expect(tab()).toBe('overview')
    showStoryTab('assertions')
    setPair('a', 'b')
    setStory('bridge')
    expect(tab()).toBe('utterances')
    setStory('ferry')
    expect(tab()).toBe('assertions')
  })

  it('is the one asked for, whatever was shown last', () => {
    setStory('bridge', 'assertions')
    setStory(null)
    setStory('bridge', 'side-by-side')
    expect(tab()).toBe('side-by-side')
  })

  it('is forgotten with the corpus', () => {
    setStory('bridge', 'assertions')
    setStory(null)
    resetStories()
    setStory('bridge')
    expect(tab()).toBe('overview')
  })
})
