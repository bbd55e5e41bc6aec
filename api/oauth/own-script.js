/** On the pages of a sign-in with CI itself: passkeys where the browser can, the countdown, and news of the mail. */
const MAIL_EVERY_MS = 3000
/** As long as a code lives. */
const CODE_MS = 600_000

/** @param {Element | null | undefined} found */
const asForm = found => (found instanceof HTMLFormElement ? found : undefined)
/** @param {Element} within */
const buttonIn = within => {
  const found = within.querySelector('button')
  if (!found) throw new Error('a form without a button')
  return found
}

const passkeys = asForm(document.querySelector('form[data-passkey]'))
const can =
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential
if (passkeys && can) offerPasskey(passkeys)

/** @param {HTMLFormElement} form */
function offerPasskey(form) {
  const isNew = form.dataset['passkey'] === 'create'
  const ask = isNew ? createFrom(form) : getFrom(form)
  const failed = form.querySelector('[role=alert]')
  const button = buttonIn(form)
  // The browser's own list in the address field waits until the button asks instead.
  const waiting = new AbortController()
  /** @param {boolean} shown */
  const sayFailed = shown => failed?.toggleAttribute('hidden', !shown)
  /** @param {Credential | null} credential */
  const send = credential => {
    const answer = form.elements.namedItem('answer')
    if (!(credential instanceof PublicKeyCredential) || !(answer instanceof HTMLInputElement)) return sayFailed(true)
    answer.value = JSON.stringify(credential.toJSON())
    form.submit()
  }
  button.addEventListener('click', () => {
    waiting.abort()
    sayFailed(false)
    button.disabled = true
    ask({}).then(send, () => {
      sayFailed(true)
      button.disabled = false
      button.focus()
    })
  })
  form.hidden = false
  document.querySelector('[data-with-passkey]')?.removeAttribute('hidden')
  if (!('inField' in form.dataset)) return
  PublicKeyCredential.isConditionalMediationAvailable()
    .then(able => able && ask({ mediation: 'conditional', signal: waiting.signal }).then(send))
    .catch(() => undefined)
}

/**
 * @param {HTMLFormElement} form
 * @returns {unknown}
 */
function optionsOf(form) {
  return JSON.parse(form.dataset['options'] ?? '')
}

/**
 * @param {HTMLFormElement} form
 * @returns {(more: CredentialCreationOptions) => Promise<Credential | null>}
 */
function createFrom(form) {
  const options = /** @type {PublicKeyCredentialCreationOptionsJSON} */ (optionsOf(form))
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  return more => navigator.credentials.create({ ...more, publicKey })
}

/**
 * @param {HTMLFormElement} form
 * @returns {(more: CredentialRequestOptions) => Promise<Credential | null>}
 */
function getFrom(form) {
  const options = /** @type {PublicKeyCredentialRequestOptionsJSON} */ (optionsOf(form))
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  return more => navigator.credentials.get({ ...more, publicKey })
}

const again = asForm(document.querySelector('form[data-again]'))
if (again) countDown(buttonIn(again), Number(again.dataset['again']))

/**
 * @param {HTMLButtonElement} button
 * @param {number} seconds
 */
function countDown(button, seconds) {
  const label = button.textContent
  /** @param {number} left */
  const show = left => {
    button.disabled = left > 0
    button.textContent = left > 0 ? `${label} (${left})` : label
    if (left > 0) setTimeout(() => show(left - 1), 1000)
  }
  show(seconds)
}

const news = document.querySelector('[data-mail]')
if (news instanceof HTMLElement) followMail(news, CODE_MS / MAIL_EVERY_MS)

/**
 * @param {HTMLElement} shown
 * @param {number} looks
 */
function followMail(shown, looks) {
  /** @param {unknown} state */
  const show = state => {
    const isLate = typeof state === 'object' && state !== null && 'waiting' in state && state.waiting === true
    const text = isLate ? (shown.dataset['waiting'] ?? '') : ''
    if (shown.textContent !== text) shown.textContent = text
  }
  const look = () => {
    fetch(shown.dataset['mail'] ?? '')
      .then(answer => answer.json())
      .then(show, () => undefined)
      .finally(() => followMail(shown, looks - 1))
  }
  if (looks > 0) setTimeout(look, MAIL_EVERY_MS)
}
