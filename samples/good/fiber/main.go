// A custom handler with fiber, which brings its own HTTP server.
package main

import (
	"log"
	"os"
	"strings"

	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New(fiber.Config{DisableStartupMessage: true})

	api := app.Group("/api")
	api.Get("/ping", func(c *fiber.Ctx) error { return c.SendString("pong") })
	api.Get("/quote/:symbol", quote)

	log.Fatal(app.Listen(listenAddress()))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}

func quote(c *fiber.Ctx) error {
	return c.JSON(fiber.Map{"symbol": strings.ToUpper(c.Params("symbol")), "price": 42.5})
}
