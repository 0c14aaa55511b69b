/**
 * Which modules of others matter when Go code is read as text: routers, and modules that surely answer no request.
 */
import type { GoCode } from './code'

const routers = [
  'github.com/gorilla/mux',
  'github.com/go-chi/chi',
  'github.com/gin-gonic/gin',
  'github.com/labstack/echo',
  'github.com/gofiber/fiber',
]

/** Modules that register no routes and read no port: their imports do not cloud the picture. */
const harmless = [
  ...[
    'github.com/google/',
    'golang.org/x/',
    'google.golang.org/protobuf',
    'github.com/Azure/azure-sdk-for-go',
    'go.uber.org/zap',
  ],
  ...[
    'github.com/sirupsen/logrus',
    'github.com/rs/zerolog',
    'github.com/rs/cors',
    'github.com/gorilla/handlers',
  ],
  ...[
    'github.com/go-chi/cors',
    'github.com/go-chi/httplog',
    'github.com/gin-contrib/',
    'github.com/pkg/errors',
    'github.com/lib/pq',
  ],
  ...[
    'github.com/jackc/pgx',
    'github.com/jmoiron/sqlx',
    'github.com/go-sql-driver/mysql',
    'github.com/redis/go-redis',
    'gorm.io/',
  ],
  ...[
    'modernc.org/',
    'github.com/mattn/go-sqlite3',
    'go.mongodb.org/',
    'gopkg.in/yaml',
    'github.com/golang-jwt/',
    'github.com/gofrs/uuid',
  ],
  ...[
    'github.com/stretchr/testify',
    'github.com/go-playground/validator',
    'github.com/shopspring/decimal',
    'github.com/aws/aws-sdk-go',
  ],
]

function isOf(path: string, modules: readonly string[]): boolean {
  return modules.some(
    (module) => path === module || path.startsWith(module.endsWith('/') ? module : `${module}/`),
  )
}

/**
 * Says whether a package belongs to a router whose registrations are understood.
 *
 * @param path an import path
 * @returns true for the module itself and for its packages
 */
export function isRouter(path: string): boolean {
  return isOf(path, routers)
}

/**
 * Says whether code that cannot be seen may answer requests or read the port.
 *
 * @returns true when a package is imported that is neither a known router nor known to do neither
 */
export function hasUnknownModules(code: GoCode): boolean {
  return [...code.foreignImports].some((path) => !isRouter(path) && !isOf(path, harmless))
}
