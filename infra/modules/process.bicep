// One process of the image: api or bot, by its entry.
param location string
param name string
@allowed(['api/main.ts', 'bot/main.ts'])
param entry string
param environmentId string
param identityId string
param registryServer string
param image string
param variables array
param vaultUri string
param maxReplicas int
param domain string = ''
param certificateId string = ''

var port = 3978

resource process 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        allowInsecure: false
        targetPort: port
        transport: 'http'
        customDomains: empty(certificateId) ? [] : [
          {
            name: domain
            certificateId: certificateId
            bindingType: 'SniEnabled'
          }
        ]
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      // Key Vault hands them over at start; the template and the portal never hold a value.
      secrets: [
        for variable in filter(variables, each => contains(each, 'secretRef')): {
          name: variable.secretRef
          keyVaultUrl: '${vaultUri}secrets/${variable.secretRef}'
          identity: identityId
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'process'
          image: image
          command: ['node', entry]
          env: variables
          resources: {
            cpu: json('1.0')
            memory: '2Gi'
          }
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 2
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 10
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 5
            }
          ]
        }
      ]
      // Never zero: due work is looked for inside the processes.
      scale: {
        minReplicas: 1
        maxReplicas: maxReplicas
      }
    }
  }
}

output host string = process.properties.configuration.ingress.fqdn
