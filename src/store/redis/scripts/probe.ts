/** KEYS a key that nothing else uses. Fails whenever a change would. */
export const probe = `
redis.call('SET', KEYS[1], '1')
redis.call('DEL', KEYS[1])
`
