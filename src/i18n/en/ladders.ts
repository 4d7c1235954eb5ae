// Several ladders in one deployment.

export const laddersEn = {
  'ladder.former':
    'The ladder here is {ladder} now. Older messages belong to {former}: nothing of it is lost, and they work again if an admin goes back to it.',
} as const
