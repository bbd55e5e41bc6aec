// Where images live. Deployed before azure.bicep, because what runs needs an image to start from.
param location string = resourceGroup().location

@minLength(2)
@maxLength(8)
param suffix string

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'ci${suffix}${uniqueString(resourceGroup().id)}'
  location: location
  sku: {
    name: 'Basic'
  }
  properties: {
    adminUserEnabled: false
  }
}

output REGISTRY_NAME string = registry.name
output REGISTRY_LOGIN_SERVER string = registry.properties.loginServer
