// Registrations for many tenants have ended: the bot lives in our tenant and serves companies through the Teams app.
param name string
@allowed(['SingleTenant', 'UserAssignedMSI'])
param authentication string
param appId string
param tenantId string
param identityId string
param endpoint string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'S1'
  }
  properties: {
    displayName: 'ConsciousInsights'
    endpoint: endpoint
    msaAppId: appId
    msaAppType: authentication
    msaAppTenantId: tenantId
    msaAppMSIResourceId: authentication == 'UserAssignedMSI' ? identityId : null
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}
