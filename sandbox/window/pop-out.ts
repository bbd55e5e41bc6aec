/** A window of the tab's own, as Teams makes one: its address says whose. */
const NAME = 'popped-out'

/** Whose tab this window is for, where it is not the whole. */
export const poppedOutFor = (): string | null => new URLSearchParams(location.search).get(NAME)

export const popOut = (personKey: string): void =>
  void window.open(`/?${NAME}=${encodeURIComponent(personKey)}`, '_blank', 'popup,width=480,height=720')
