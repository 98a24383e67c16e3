/** A field's name without case and separators, so that `publish_date`, `publishDate` and `Publish-Date` are one. */
export function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

function keys(names: string): readonly string[] {
  return names.split(' ')
}

/** What the fields of an article are called, as `keyOf` spells names, the likeliest first. */
export const FIELD_KEYS = {
  text: keys(
    'text body content fulltext maintext articlebody bodytext articletext contenttext contenthtml bodyhtml html plaintext cleantext article story contents',
  ),
  title: keys('title headline heading articletitle newstitle'),
  date: keys(
    'publishedat datepublished publishdate publisheddate pubdate published date publicationdate datepublish articlepublishedtime publishedtime webpublicationdate createdat created timestamp datetime time datecreated uploaddate',
  ),
  source: keys(
    'source publisher outlet sourcename newspaper publication site sitename ogsitename domain sourcedomain website',
  ),
  author: keys('byline authors author writer writers creator articleauthor reporter dccreator'),
  url: keys('url link canonicalurl sourceurl weburl permalink articleurl ogurl uri mainentityofpage'),
  language: keys('language lang locale inlanguage oglocale languagecode'),
} as const
