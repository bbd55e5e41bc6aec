/** The popup's last page: hands the one-time code to the frame that opened it. The code opens nothing without what that frame alone knows. */
const answer = new URLSearchParams(location.search)
const told = { kind: 'ci.embed', state: answer.get('state'), code: answer.get('code'), error: answer.get('error') }
// In no history, and for nobody who looks at the address.
history.replaceState(null, '', location.pathname)

// Of another realm, where `instanceof` says nothing.
const opener = /** @type {Pick<Window, 'postMessage'> | null} */ (window.opener)
if (opener) {
  // A busy frame may hear it late, and from a window that is gone it hears nothing. One that has gone itself never answers.
  addEventListener('message', ({ source, origin, data }) => {
    if (source === opener && origin === location.origin && data === 'ci.embed.heard') window.close()
  })
  setTimeout(() => window.close(), 5000)
  // Only a page of ours hears it, whoever opened this window.
  opener.postMessage(told, location.origin)
} else {
  document.querySelector('#alone')?.removeAttribute('hidden')
}
