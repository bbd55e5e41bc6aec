param location string
param name string
param subnetId string
param dnsZoneId string
param login string
@secure()
param password string

@description('Zone redundancy wants a GeneralPurpose size and a region with zones.')
@allowed(['Disabled', 'ZoneRedundant'])
param highAvailability string = 'Disabled'
param size string = 'Standard_D2ds_v5'

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  sku: {
    name: size
    tier: 'GeneralPurpose'
  }
  properties: {
    version: '17'
    administratorLogin: login
    administratorLoginPassword: password
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: dnsZoneId
      publicNetworkAccess: 'Disabled'
    }
    storage: {
      storageSizeGB: 64
      autoGrow: 'Enabled'
    }
    // Backups stay in the region too.
    backup: {
      backupRetentionDays: 30
      geoRedundantBackup: 'Disabled'
    }
    highAvailability: {
      mode: highAvailability
    }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: 'consciousinsights'
  properties: {
    charset: 'UTF8'
    collation: 'en_US.utf8'
  }
}

output host string = server.properties.fullyQualifiedDomainName
output databaseName string = database.name
