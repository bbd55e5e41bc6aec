// All of production in one region of the EU: api and bot as two processes of one image, PostgreSQL, Key Vault, logs, bot registration.
@description('A region of the EU: data at rest stays there.')
@allowed(['westeurope', 'northeurope', 'francecentral', 'germanywestcentral', 'italynorth', 'polandcentral', 'spaincentral', 'swedencentral'])
param location string = 'westeurope'

@minLength(2)
@maxLength(8)
param suffix string

@description('Host of the product, a domain that the Entra tenant has verified.')
param publicDomain string

@description('Id of the certificate for publicDomain in the environment; empty until DNS points here, see README.md.')
param publicCertificateId string = ''

param registryName string
param imageTag string

@description('SingleTenant signs in with botAppSecret. UserAssignedMSI registers the identity instead; the bot process knows secrets only, see README.md.')
@allowed(['SingleTenant', 'UserAssignedMSI'])
param botAuthentication string = 'SingleTenant'
param botAppId string
param botTenantId string = tenant().tenantId
param tabClientId string
param teamsAppId string
param workosClientId string
@description('Sender of sign-in codes, such as: ConsciousInsights <sign-in@example.com>')
param mailFrom string

@allowed(['debug', 'info', 'warn', 'error'])
param logLevel string = 'info'
@minValue(1)
param thinkificCallsPerMinute int = 120
@minValue(1)
param maxReplicas int = 3

@description('Of the tab\'s registration: what a company\'s opt-in to match accounts by employee number needs.')
@secure()
param tabClientSecret string
@secure()
param botAppSecret string
@description('32 bytes as base64url. It wraps every data key: losing or changing it loses the data.')
@secure()
@minLength(43)
@maxLength(43)
param masterKey string
@description('At least 16 characters; two values separated by a comma while rotating, newest first.')
@secure()
@minLength(16)
param cookieKeys string
@secure()
@minLength(16)
param operatorToken string
@secure()
param workosApiKey string
@secure()
param workosWebhookSecret string
@description('smtps://user:password@host, or smtp:// with STARTTLS')
@secure()
param mailUrl string
@secure()
@minLength(24)
param databasePassword string

var baseName = 'ci-${suffix}'
var databaseLogin = 'ci_owner'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${baseName}-identity'
  location: location
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    location: location
    name: '${baseName}-logs'
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    location: location
    baseName: baseName
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    location: location
    name: '${baseName}-${uniqueString(resourceGroup().id)}'
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseDnsZoneId
    login: databaseLogin
    password: databasePassword
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    location: location
    name: 'ci${suffix}${uniqueString(resourceGroup().id)}'
    readerPrincipalId: identity.properties.principalId
    logsId: logs.outputs.id
    secrets: {
      'master-key': masterKey
      'cookie-keys': cookieKeys
      'operator-token': operatorToken
      'tab-client-secret': tabClientSecret
      'bot-app-secret': botAppSecret
      'workos-api-key': workosApiKey
      'workos-webhook-secret': workosWebhookSecret
      'mail-url': mailUrl
      'database-url': 'postgresql://${databaseLogin}:${uriComponent(databasePassword)}@${database.outputs.host}:5432/${database.outputs.databaseName}?sslmode=verify-full'
    }
  }
}

module environment 'modules/environment.bicep' = {
  name: 'environment'
  params: {
    location: location
    name: '${baseName}-environment'
    subnetId: network.outputs.appsSubnetId
    logsName: logs.outputs.name
    registryName: registryName
    pullerPrincipalId: identity.properties.principalId
  }
}

var botId = botAuthentication == 'UserAssignedMSI' ? identity.properties.clientId : botAppId

// Names as api/platform/config.ts has them; a test compares.
var variables = [
  { name: 'PUBLIC_URL', value: 'https://${publicDomain}' }
  { name: 'PORT', value: '3978' }
  { name: 'BOT_APP_ID', value: botId }
  { name: 'BOT_TENANT_ID', value: botTenantId }
  { name: 'TAB_CLIENT_ID', value: tabClientId }
  { name: 'TEAMS_APP_ID', value: teamsAppId }
  { name: 'WORKOS_CLIENT_ID', value: workosClientId }
  { name: 'MAIL_FROM', value: mailFrom }
  { name: 'THINKIFIC_CALLS_PER_MINUTE', value: string(thinkificCallsPerMinute) }
  { name: 'LOG_LEVEL', value: logLevel }
  { name: 'DATABASE_URL', secretRef: 'database-url' }
  { name: 'MASTER_KEY', secretRef: 'master-key' }
  { name: 'COOKIE_KEYS', secretRef: 'cookie-keys' }
  { name: 'OPERATOR_TOKEN', secretRef: 'operator-token' }
  { name: 'TAB_CLIENT_SECRET', secretRef: 'tab-client-secret' }
  { name: 'BOT_APP_SECRET', secretRef: 'bot-app-secret' }
  { name: 'WORKOS_API_KEY', secretRef: 'workos-api-key' }
  { name: 'WORKOS_WEBHOOK_SECRET', secretRef: 'workos-webhook-secret' }
  { name: 'MAIL_URL', secretRef: 'mail-url' }
]

module api 'modules/process.bicep' = {
  name: 'api'
  params: {
    location: location
    name: '${baseName}-api'
    entry: 'api/main.ts'
    environmentId: environment.outputs.id
    identityId: identity.id
    registryServer: environment.outputs.registryServer
    image: '${environment.outputs.registryServer}/consciousinsights:${imageTag}'
    variables: variables
    vaultUri: vault.outputs.uri
    domain: publicDomain
    certificateId: publicCertificateId
    maxReplicas: maxReplicas
  }
}

module bot 'modules/process.bicep' = {
  name: 'bot'
  params: {
    location: location
    name: '${baseName}-bot'
    entry: 'bot/main.ts'
    environmentId: environment.outputs.id
    identityId: identity.id
    registryServer: environment.outputs.registryServer
    image: '${environment.outputs.registryServer}/consciousinsights:${imageTag}'
    variables: variables
    vaultUri: vault.outputs.uri
    maxReplicas: maxReplicas
  }
}

module registration 'modules/bot-registration.bicep' = {
  name: 'registration'
  params: {
    name: '${baseName}-bot'
    authentication: botAuthentication
    appId: botId
    tenantId: botTenantId
    identityId: identity.id
    endpoint: 'https://${bot.outputs.host}/api/messages'
  }
}

output API_HOST string = api.outputs.host
output BOT_DOMAIN string = bot.outputs.host
output DOMAIN_VERIFICATION_ID string = environment.outputs.domainVerificationId
output KEY_VAULT_NAME string = vault.outputs.name
