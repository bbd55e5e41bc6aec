/** A double click on a button is one press, even where the first click has changed what the button means. */
export function pressOnce(page: Document): void {
  page.addEventListener(
    'click',
    event => {
      const repeated = event.detail > 1 && event.target instanceof Element && event.target.closest('button')
      if (!repeated) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true }
  )
}
