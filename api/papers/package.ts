/** The app package of one company: the deployment's ids, the company's looks. The one place that reads `appPackage`. */
import type { Brand } from '../contract/branding.ts'
import type { Config } from '../platform/config.ts'
import { OUR_ACCENT, OUR_NAME } from '../../appPackage/manifest.ts'
import { PACKAGE_WORDS } from '../../appPackage/words.ts'
import { ourIcon, packageVersion, zipPackage } from '../../appPackage/zip.ts'
import type { Branding } from './store-brandings.ts'

export { ourIcon, packageVersion }
export { IN_ENTRA, IN_PACKAGE, ON_TOP } from '../../appPackage/permissions.ts'
export { PERMISSION_LEDGER } from '../../appPackage/permission-ledger.ts'

const { en, es } = PACKAGE_WORDS

export const OUR_SHORT_NAME = OUR_NAME.short

/** What stands where a company set nothing. */
export const PACKAGE_LOOKS: Brand = {
  shortName: OUR_NAME.short,
  fullName: OUR_NAME.full,
  accent: OUR_ACCENT,
  descriptions: { en: { short: en.short, full: en.full }, es: { short: es.short, full: es.full } }
}

type Wanted = { readonly config: Config; readonly version: string; readonly branding: Branding }

/** Undefined where the operator has not said the app's id. */
export async function packageOf({ config, version, branding }: Wanted): Promise<Uint8Array | undefined> {
  const { TEAMS_APP_ID: appId, BOT_APP_ID: botId, TAB_CLIENT_ID: tabId } = config
  if (!appId) return undefined
  const domain = new URL(config.PUBLIC_URL).host
  const { color, outline } = branding.icons
  const { zip } = await zipPackage(
    {
      domain,
      botId,
      tabId,
      appId,
      version: packageVersion(version, branding.revision),
      websiteUrl: `https://${domain}/tab/`,
      privacyUrl: `https://${domain}/privacy`,
      termsUrl: `https://${domain}/terms`,
      brand: branding.brand
    },
    { ...(color ? { color } : {}), ...(outline ? { outline } : {}) }
  )
  return zip
}
