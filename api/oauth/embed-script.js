/** On a page of a learning system: puts the coach's frame where the script stands. Its own address says whose coach. */
{
  const here = document.currentScript
  if (here instanceof HTMLScriptElement) {
    const { title, height } = here.dataset
    const address = new URL(here.src.replace(/\.js(?:\?.*)?$/u, '/coach'))
    const { lang } = document.documentElement
    if (lang) address.searchParams.set('lang', lang)
    const frame = document.createElement('iframe')
    frame.title = title ?? 'ConsciousInsights'
    // The sign-in is a window of its own, where company pages work that refuse to be framed.
    frame.setAttribute(
      'sandbox',
      'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox'
    )
    frame.allow = "clipboard-write 'src'"
    frame.referrerPolicy = 'strict-origin'
    const tall = Number(height) >= 320 ? Number(height) : 640
    frame.style.cssText = `display:block;width:100%;height:${tall}px;border:0`
    frame.src = address.href
    here.after(frame)
  }
}
