// Several ladders in one deployment.

export const laddersEn = {
  'ladder.former':
    'The ladder here is now {ladder}. Older messages belong to {former}. Nothing in it is lost, and they’ll work again if an admin switches back.',
} as const
